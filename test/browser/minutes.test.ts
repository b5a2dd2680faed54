import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMail } from '../support/mail-reader.ts'
import { type Mailman, mailmanMissing, startMailman } from '../support/mailman.ts'
import { violations } from './axe.ts'
import { openBrowser, phone } from './browser.ts'
import { type Started, startRecueil, until } from './recueil.ts'
import { openSink, type Sink } from './sink.ts'

const desktop = { viewport: { width: 1280, height: 800 }, locale: 'fr-FR' } as const

/** The whole path of a meeting, with all its people: the coordinator at a desk, the others on their phones. */
let recueil: Started
let browser: Browser
let sink: Sink
/** A real list beside the sink, where there is a Mailman. */
let mailman: Mailman | null = null
beforeAll(async () => {
  ;[recueil, browser, sink, mailman] = await Promise.all([
    startRecueil(8981),
    openBrowser(),
    openSink(),
    mailmanMissing === null ? startMailman() : null,
  ])
  await announceTo({ url: sink.url, events: ['meeting.invitation', 'minutes.published'] })
  if (mailman) await announceTo({ ...mailman.endpoint, events: ['minutes.published'] })
})
afterAll(async () => {
  await browser?.close()
  await recueil?.kill()
  await sink?.close()
  await mailman?.close()
})

async function announceTo(endpoint: object): Promise<void> {
  const response = await fetch(`${recueil.url}/api/v1/endpoints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(endpoint),
  })
  expect(response.status).toBe(201)
}

type Announcement = {
  readonly type: string
  readonly data: {
    readonly version?: number
    readonly notice: { readonly subject: string; readonly url: string; readonly ics?: string }
  }
}
const announced = (type: string) =>
  sink.received.map(({ body }) => JSON.parse(body) as Announcement).filter((one) => one.type === type)

const meeting = 'PA-0001'

/** Presses a button of a page and waits for the page it leads to. */
async function press(page: Page, name: string): Promise<void> {
  // The first button of a form is a hidden twin, for whoever presses Enter.
  const button = page.getByRole('button', { name, exact: true }).last()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

/** A person of their own, whose phone knows nothing of the others'. */
const withPhone = async (act: (page: Page) => Promise<void>): Promise<void> => {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await act(page)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  expect(await violations(page)).toEqual([])
  await context.close()
}

test('from the invitation to a corrected publication, everyone does their part and the list hears of each once', async () => {
  const desk = await browser.newPage(desktop)
  const look = async (path: string) => {
    await desk.goto(recueil.url + path)
    expect(await violations(desk)).toEqual([])
  }

  // The coordinator confirms the date, the hour and the place.
  await look(`/coordination/fiches/${meeting}`)
  await desk.getByLabel('Heure de début').fill('14h30')
  await desk.getByLabel('Heure de fin').fill('16h30')
  await desk.getByLabel('Lieu de la rencontre').fill('Salle exemple')
  await press(desk, 'Enregistrer les corrections')
  await press(desk, 'Passer à : Date et lieu confirmés')
  await until(async () => announced('meeting.invitation').length === 1)
  expect(announced('meeting.invitation')[0]?.data.notice.ics).toContain(
    'DTSTART;TZID=Africa/Dakar:20180924T143000',
  )

  // Three people sign in by the code at the door; two agree to be named.
  await look(`/coordination/rencontres/${meeting}`)
  const door = await desk.getByRole('link', { name: /formulaires\/presence/ }).getAttribute('href')
  for (const [name, consents] of [
    ['Première exemple', true],
    ['Second exemple', true],
    ['Personne discrète', false],
  ] as const) {
    await withPhone(async (page) => {
      await page.goto(door ?? '')
      await page.getByLabel('Prénom et nom').fill(name)
      await page.getByLabel('Organisation').fill('ONG Exemple A')
      if (consents) await page.getByLabel('Être nommé').check()
      await press(page, 'Envoyer')
      await page.waitForURL(/\/recu\b/)
    })
  }

  // Two of them are designated, and write on their phones: neither overwrites the other.
  await look(`/coordination/rencontres/${meeting}`)
  await desk.getByLabel('Première exemple').check()
  await desk.getByLabel('Second exemple').check()
  await press(desk, 'Désigner')
  const links = await Promise.all(
    (await desk.locator('.keep input[readonly]').all()).map((one) => one.inputValue()),
  )
  expect(links).toHaveLength(2)
  const [first = '', second = ''] = links
  await withPhone(async (one) => {
    await one.goto(first)
    await withPhone(async (other) => {
      await other.goto(second)
      await other.getByLabel('Contexte').fill('Écrit par le second.')
      await press(other, 'Enregistrer le brouillon')
      await other.waitForURL(/corrigee=1/)
    })
    await one.getByLabel('Animation').fill('Coordinateur de la PFONGUE')
    await one.getByLabel('Contexte').fill('Écrit par la première.')
    await press(one, 'Enregistrer le brouillon')
    await one.getByRole('alert').waitFor()
    const shown = (await one.getByRole('alert').textContent()) ?? ''
    expect(shown).toContain('Écrit par le second.')
    expect(shown).toContain('Écrit par la première.')
    // A word the group would rather not read is pointed out, and left as it is.
    await one.getByLabel('Contexte').fill('La migration clandestine.')
    await one.getByText('Le groupe dit plutôt «\u00a0migration irrégulière\u00a0»').waitFor()
    expect(await one.getByLabel('Contexte').inputValue()).toBe('La migration clandestine.')
    expect(await violations(one)).toEqual([])
    await one.getByLabel('Contexte').fill('Écrit par le second, puis par la première.')
    await one.getByLabel('Objectifs de la rencontre').fill('Premier objectif\nSecond objectif')
    await one.getByRole('button', { name: 'Ajouter un point' }).click()
    await one.getByLabel('Titre du point').fill('Premier point')
    await one.locator('[name="points.0.point_contenu"]').fill('Ce qui fut dit.')
    await one.getByLabel('Éléments pour les plaidoyers').fill('Un élément exemple.')
    await one.getByLabel('Thème de ces éléments').selectOption('retour')
    await press(one, 'Envoyer au coordinateur')
    await one.waitForURL(/corrigee=1/)
  })

  // The coordinator closes the list, lays out, opens the review.
  await look(`/coordination/rencontres/${meeting}`)
  await press(desk, 'La rencontre est tenue : clore la liste de présence')
  await look('/coordination/comptes-rendus/CR-0001')
  await press(desk, 'Mettre en page')
  await look('/coordination/comptes-rendus/CR-0001')
  const file = join(await mkdtemp(join(tmpdir(), 'recueil-')), 'compte-rendu.pdf')
  await writeFile(file, '%PDF-1.7\n%example')
  await desk.getByLabel(/PDF ou Word/).setInputFiles(file)
  await press(desk, 'Déposer le fichier')
  await press(desk, 'Ouvrir la relecture')
  await look('/coordination/comptes-rendus/CR-0001')
  const review = await desk.getByLabel('Lien de relecture').inputValue()
  await withPhone(async (page) => {
    await page.goto(review)
    await page.getByLabel('Prénom et nom').fill('Personne discrète')
    await page.getByLabel('Organisation').fill('ONG Exemple B')
    await page.getByLabel('Votre remarque').fill('Il manque un mot.')
    await press(page, 'Envoyer la remarque')
    await page.getByText('Merci, votre remarque est reçue.').waitFor()
  })
  await look('/coordination/comptes-rendus/CR-0001')
  await desk.getByText('Il manque un mot.').waitFor()

  // Approved and published: two are named, and the list is told once.
  await press(desk, 'Valider')
  await press(desk, 'Publier et diffuser')
  await desk.getByRole('heading', { name: 'Ce que le public verra' }).waitFor()
  await press(desk, 'Publier et diffuser')
  await until(async () => announced('minutes.published').length === 1)
  await withPhone(async (page) => {
    await page.goto(announced('minutes.published')[0]?.data.notice.url ?? '')
    const text = (await page.textContent('main')) ?? ''
    expect(text).toContain('Première exemple')
    expect(text).not.toContain('Personne discrète')
    await page.getByRole('link', { name: /Document de référence \(PDF/ }).waitFor()
  })

  // A correction is version 2; version 1 stays, and what changed can be read.
  await look('/coordination/comptes-rendus/CR-0001')
  await press(desk, 'Préparer une correction')
  await look('/coordination/fiches/CR-0001')
  await desk.locator('[name="points.0.point_contenu"]').fill('Ce qui fut dit, mot pour mot.')
  await press(desk, 'Enregistrer les corrections')
  for (const button of ['Ouvrir la relecture', 'Valider', 'Publier et diffuser']) {
    await look('/coordination/comptes-rendus/CR-0001')
    await press(desk, button)
  }
  await press(desk, 'Publier et diffuser')
  await until(async () => announced('minutes.published').length === 2)
  await withPhone(async (page) => {
    await page.goto(`${recueil.url}/comptes-rendus/CR-0001/versions/2/differences`)
    expect(await page.locator('ins').allTextContents()).toContainEqual(
      expect.stringContaining('mot pour mot'),
    )
    await page.goto(`${recueil.url}/comptes-rendus/CR-0001/versions/1`)
    expect(await page.textContent('main')).not.toContain('mot pour mot')
  })

  // What they brought is in the advocacy within a minute, and the plan says that they are out.
  await fetch(`${recueil.url}/cdn-cgi/handler/scheduled`)
  const advocacy = await (await fetch(`${recueil.url}/api/v1/records?form=plaidoyer`)).text()
  expect(advocacy).toContain('Un élément exemple.')
  const plan = await (await fetch(`${recueil.url}/plan`)).text()
  expect(plan).toContain('Compte-rendu publié')
  expect(announced('minutes.published').map(({ data }) => data.version)).toEqual([1, 2])
  const feed = await (await fetch(`${recueil.url}/comptes-rendus.atom`)).text()
  const titles = `[...new DOMParser().parseFromString(${JSON.stringify(feed)}, 'application/xml')
    .querySelectorAll('parsererror, entry > title')].map(({ textContent }) => textContent)`
  expect(await desk.evaluate(titles)).toEqual([expect.stringContaining('(24 septembre 2018)')])
  expect(announced('meeting.invitation')).toHaveLength(1)
  if (mailman === null) return
  const list = mailman
  const inboxes = () => list.members.map((member) => list.inbox(member))
  await until(async () => inboxes().every(({ length }) => length >= 2) && (await list.isQuiet()))
  for (const inbox of inboxes()) {
    expect(inbox.map(({ raw }) => readMail(raw).headers.subject)).toEqual([
      '[GT MIGRATION] Compte-rendu du 24/09/2018 publié',
      '[GT MIGRATION] Compte-rendu du 24/09/2018 : version 2 publiée',
    ])
    expect(
      inbox.map(({ raw }) =>
        readMail(raw)
          .parts.map(({ text }) => text)
          .join(),
      ),
    ).toEqual(Array(2).fill(expect.stringContaining('/comptes-rendus/CR-0001')))
  }
}, 180_000)
