import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { openBrowser, phone } from './browser.ts'
import { boardRows } from './grid.ts'
import { fillProjectSheet, fillZone, press as send } from './project-sheet.ts'
import { type Started, startRecueil, until } from './recueil.ts'
import { openSink, type Sink } from './sink.ts'

const desktop = { viewport: { width: 1280, height: 900 }, locale: 'fr-FR' } as const

/** A campaign with all its people: the coordinator at a desk, the organisations on their phones. */
let recueil: Started
let browser: Browser
let sink: Sink
beforeAll(async () => {
  ;[recueil, browser, sink] = await Promise.all([startRecueil(8995), openBrowser(), openSink()])
  await post('/api/v1/endpoints', { url: sink.url, events: ['campaign.reminder', 'campaign.opened'] })
})
afterAll(async () => {
  await browser?.close()
  await recueil?.kill()
  await sink?.close()
})

async function post(path: string, body: object): Promise<{ id: string; reference: string }> {
  const response = await fetch(recueil.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.ok).toBe(true)
  return (await response.json()) as { id: string; reference: string }
}

const accept = (form: string, answers: object) =>
  post(`/api/v1/forms/${form}/records`, { id: crypto.randomUUID(), answers })

/** Presses a button of a page and waits for the page it leads to. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).last()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

/** A person of their own, whose phone knows nothing of the others'. */
async function withPhone(act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await act(page)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  expect(await violations(page)).toEqual([])
  await context.close()
}

const project = {
  org_type: '22',
  org_reseaux: ['pfongue'],
  contact_nom: 'Chargée de projet (exemple)',
  contact_courriel: 'projet@exemple.example',
  contact_public: 'non',
  projet_titre: 'Projet de longue date (exemple)',
  projet_resume: 'Un exemple.',
  projet_statut: '2',
  date_debut: '2017-01',
  theme_principal: 'retour',
  types_activite: ['psychosocial'],
  etapes: ['retour'],
  publics: ['jeunes'],
  couverture: 'zones',
  zones: [{ zone_region: 'SN01', zone_departement: 'SN0102' }],
  visibilite: 'public',
  consentement: true,
}

test('a campaign is opened, three organisations answer in three ways, the fourth is chased, the region fills', async () => {
  const names = ['ONG A', 'ONG B', 'ONG C', 'ONG D'].map((name) => `${name} (exemple)`)
  const members = []
  for (const nom of names)
    members.push(await accept('organisation', { nom, type: '22', reseaux: ['pfongue'] }))
  await accept('fiche-projet', { ...project, org_nom: members[0]?.reference })

  // The coordinator prepares the campaign and opens it.
  const desk = await browser.newPage(desktop)
  const look = async (path: string) => {
    await desk.goto(recueil.url + path)
    expect(await violations(desk)).toEqual([])
  }
  await look('/coordination/campagnes')
  await desk.getByRole('link', { name: 'Préparer une campagne' }).click()
  await desk.getByLabel('Nom de la campagne').fill('Collecte de test (exemple)')
  for (const network of ['Membre de la PFONGUE', 'Membre de ONGIS'])
    await desk.getByLabel(network, { exact: true }).check()
  const closing = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10)
  await desk.getByLabel('À renvoyer avant le').fill(closing.split('-').reverse().join('/'))
  await desk.getByLabel('Mot de la coordination').fill('Merci de répondre avant la rencontre.')
  await Promise.all([desk.waitForURL(/\/recu\b/), send(desk)])
  await look('/coordination/campagnes/CM-0001')
  await press(desk, 'Ouvrir la campagne')
  await look('/coordination/campagnes/CM-0001')
  expect(await desk.getByText('Page non ouverte', { exact: true }).count()).toBeGreaterThanOrEqual(4)
  const links = new Map<string, string>()
  for (const name of names) {
    const link = desk.getByLabel(`Lien personnel de ${name}`)
    links.set(name, await link.inputValue())
  }

  // One confirms, one describes a new project, one has none.
  await withPhone(async (page) => {
    await page.goto(links.get('ONG A (exemple)') ?? '')
    await page.getByText('Projet de longue date (exemple)').waitFor()
    await press(page, 'Rien n’a changé (FP-0001)')
    await page.getByText('Merci, votre réponse est enregistrée.').waitFor()
  })
  await withPhone(async (page) => {
    await page.goto(links.get('ONG B (exemple)') ?? '')
    await press(page, 'Décrire un projet')
    expect(await page.getByLabel('Nom de l’organisation').inputValue()).toBe('ONG B (exemple)')
    await fillProjectSheet(page, 'Projet nouveau (exemple)')
    await page.getByLabel('Nom de l’organisation').fill('ONG B (exemple)')
    await page.getByLabel('Adresse électronique').fill('projet@exemple.example')
    await fillZone(page, 0, 'SN07', 'SN0701')
    await Promise.all([page.waitForURL(/\/recu\b/), send(page)])
  })
  await withPhone(async (page) => {
    await page.goto(links.get('ONG C (exemple)') ?? '')
    await press(page, 'Nous n’avons pas de projet à décrire')
    await page.getByText('Merci, votre réponse est enregistrée.').waitFor()
  })

  // On a phone that two organisations share, what one had begun to type is not put before the other.
  await withPhone(async (page) => {
    await page.goto(links.get('ONG C (exemple)') ?? '')
    await press(page, 'Décrire un projet')
    await page.getByLabel('Titre du projet').fill('Commencé par C (exemple)')
    await page.getByText('Votre saisie est gardée').waitFor()
    await page.goto(links.get('ONG D (exemple)') ?? '')
    await press(page, 'Décrire un projet')
    expect(await page.getByLabel('Nom de l’organisation').inputValue()).toBe('ONG D (exemple)')
    expect(await page.getByLabel('Titre du projet').inputValue()).toBe('')
    await page.goto(links.get('ONG C (exemple)') ?? '')
    await press(page, 'Décrire un projet')
    expect(await page.getByLabel('Titre du projet').inputValue()).toBe('Commencé par C (exemple)')
  })

  // The fourth is chased: one event, which tells nobody its link.
  await look('/coordination/campagnes/CM-0001')
  await press(desk, 'Relancer l’organisation qui n’a pas répondu')
  await desk.getByText('Relances émises : 1.').waitFor()
  const told = () =>
    sink.received.map(({ body }) => body).filter((body) => body.includes('campaign.reminder'))
  await until(async () => told().length === 1)
  expect(JSON.parse(told()[0] ?? '').data.campaign.member).toEqual({
    reference: members[3]?.reference,
    name: 'ONG D (exemple)',
  })
  for (const link of links.values())
    expect(told()[0]).not.toContain(new URL(link).searchParams.get('cle') ?? link)

  // The sheet says who has answered.
  await until(async () => {
    const rows = await boardRows(recueil, 'Suivi des campagnes')
    return rows.filter((row) => row.Réponse === 'A répondu').length === 3
  })

  // What was described is checked and published, and its region fills on the map for everyone.
  const kolda = () => desk.getByRole('link', { name: /^Kolda\s:/ }).getAttribute('aria-label')
  await look('/carte')
  expect(await kolda()).toBe('Kolda\u00a0: aucun projet recensé')
  await look('/coordination/fiches/FP-0002')
  await press(desk, 'Passer à : Validée')
  await press(desk, 'Passer à : Publiée')
  await desk.getByRole('heading', { name: 'Ce que le public verra' }).waitFor()
  await press(desk, 'Passer à : Publiée')
  await look('/carte')
  expect(await kolda()).toBe('Kolda\u00a0: 1 projet, 1 organisation')
  await desk.getByRole('link', { name: /^Kolda\s:/ }).press('Enter')
  await desk.getByText('Projet nouveau (exemple)').first().waitFor()
})
