import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import plan from '../document/plan-2018.json' with { type: 'json' }
import { openBrowser } from './browser.ts'
import { type Started, startRecueil } from './recueil.ts'

/**
 * The group's minutes of 24/07/2018, typed into the form, come out as the same document. What the source does not say
 * (the place, who took notes) is typed as not said; what it has no text for stays empty.
 */
const notSaid = 'Non précisé dans la source'
const points = [
  { title: 'LES OBJECTIFS DU GROUPE THEMATIQUE MIGRATION', content: '', plan: false },
  { title: "LE PLAN D'ACTION", content: '', plan: true },
  {
    title: 'Les plaidoyers',
    content: `Il est convenu que l'ensemble des activités, soit l'intégralité des rencontres thématiques et les ateliers de réalisation de la cartographie serviront à alimenter les plaidoyers.

Au terme du présent plan d'action. Les membres du Groupe Thématique MIGRATION se concerteront pour élaborer et pour porter les plaidoyers.`,
    plan: false,
  },
  {
    title: "MISE EN ŒUVRE DU PLAN D'ACTION",
    content: `Durée du plan d'action :

Le plan d'action est déroulé sur une période d'un (1) an.

Fréquence des rencontres :

Une (1) à deux (2) rencontre par mois selon les activités (Rencontre Thématiques et/ou Atelier Cartographie).

Organisation des rencontres :

Les rencontres sont organisées par le coordinateur de la PFONGUE

Rédaction et diffusion des compte-rendu :

- Une (1) à deux (2) personnes sont désignées en début de rencontre pour prendre le compte-rendu de la rencontre/atelier.
- Les CR sont envoyés au Coordinateur pour mise en page et diffusion à l'ensemble des membres du GT ainsi que sur le site de la PFONGUE dans l'espace dédié.`,
    plan: false,
  },
] as const

const series = [plan.rencontres_thematiques, plan.cartographie] as const
/** A table of the plan as the source has it, cell by cell; actors are a list, so the one comma between two is its. */
const tables = series.map((actions) =>
  actions.map((action) => [
    action.nom,
    action.description,
    action.acteurs.replaceAll(',', ''),
    action.budget_autres_ressources,
    action.date_ordre,
    action.zones,
    action.criteres_reussite.join(' '),
  ]),
)
const headers = [
  ['Quoi', 'Qui', 'Comment ?', 'Quand ?', 'Où ?', 'Pourquoi ?'],
  [
    "Nom de l'action",
    'Description',
    'Les acteurs',
    'Budget et autres ressources',
    'Date / (Ordre)',
    'Zones concernées',
    'Critères de réussite',
  ],
]

/** A text without what typography makes of it. */
const plain = (text: string): string =>
  text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll('’', "'")
    .replaceAll('…', '...')
    .replace(/(?<=\d) h (?=\d)/g, 'h')
    .trim()

let recueil: Started
let browser: Browser
let page: Page
beforeAll(async () => {
  ;[recueil, browser] = await Promise.all([startRecueil(8985), openBrowser()])
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' })
  await page.goto(`${recueil.url}/formulaires/compte-rendu`)
  const fill = (name: string, text: string) => page.locator(`[name="${name}"]`).fill(text)
  await fill('numero', '2')
  await fill('titre', 'Deuxième rencontre du Groupe Thématique « MIGRATION »')
  await fill('date', plan.reunion.date)
  const [start = '', end = ''] = plan.reunion.heure.split(' – ')
  await fill('heure_debut', start)
  await fill('heure_fin', end)
  await fill('lieu', notSaid)
  await fill('animation', 'Jonathan Azevedo, coordinateur de la PFONGUE')
  await fill('redacteurs.0.redacteur_nom', notSaid)
  await fill('contexte', plan.reunion.contexte)
  await fill('objectifs', plan.reunion.objectifs_rencontre.join('\n'))
  for (const [index, point] of points.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Ajouter un point' }).click()
    await fill(`points.${index}.point_titre`, point.title)
    await fill(`points.${index}.point_contenu`, point.content)
    if (point.plan) await page.locator(`[name="points.${index}.point_plan"][value="oui"]`).check()
  }
  await page.getByRole('button', { name: 'Envoyer', exact: true }).last().click()
  await page.waitForURL(/\/recu\b/)
  const [id] = ((await (await fetch(`${recueil.url}/api/v1/records?form=compte-rendu`)).json()) as Records)
    .records
  for (const to of ['envoye', 'mise_en_page', 'relecture', 'valide', 'publie']) {
    const moved = await fetch(`${recueil.url}/api/v1/records/${id?.id}/transitions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to }),
    })
    expect(moved.status).toBe(200)
  }
  await page.goto(`${recueil.url}/comptes-rendus/CR-0001`)
})
afterAll(async () => {
  await browser?.close()
  await recueil?.kill()
})

type Records = { readonly records: readonly { readonly id: string }[] }

/** What the document says outside its tables, in order. */
const said = [
  'Contexte : ',
  plan.reunion.contexte,
  'Animation : Jonathan Azevedo, coordinateur de la PFONGUE',
  `Heure de la réunion : ${plan.reunion.heure}`,
  `Lieu : ${notSaid}`,
  `Présents : ${plan.reunion.presents}`,
  'Objectifs de la rencontre :',
  ...plan.reunion.objectifs_rencontre,
  ...points.flatMap(({ title, content }) => [
    title,
    ...content.split('\n').map((line) => line.replace(/^- /, '').replace(/ :$/, '')),
  ]),
  'Annexe : liste de présence',
  "Aucune présence n'est enregistrée.",
].filter((line) => line !== '')

test('the page says what the source says, in its order, and nothing more', async () => {
  const lines = await page
    .locator('article.minutes > :is(p, h2, h3), article.minutes > :is(ol, ul) > li')
    .allTextContents()
  const expected = [`${said[0]}${said[1]}`, ...said.slice(2)]
  expect(lines.map(plain)).toEqual(expected.map(plain))
  expect(plain((await page.locator('article.minutes h1').textContent()) ?? '')).toBe(
    plain(`${plan.reunion.titre}${plan.reunion.groupe}${plan.reunion.date}`),
  )
})

test('the words typed are those of the source', async () => {
  const file = join(import.meta.dirname, '../document/minutes-2018.txt')
  const source = plain((await readFile(file, 'utf8')).replaceAll('**', ''))
  const own = ['Animation', 'Lieu', 'Annexe', 'Aucune', 'Contexte']
  const quoted = said.filter((line) => !own.some((word) => line.startsWith(word)))
  for (const line of quoted) expect(source).toContain(plain(line))
})

test('each of its two tables has its title in sight', async () => {
  const titles = await page.evaluate<string[]>(
    `[...document.querySelectorAll('article.minutes caption')]
      .filter((caption) => getComputedStyle(caption).clipPath === 'none')
      .map(({ textContent }) => textContent)`,
  )
  expect(titles.map(plain)).toEqual(['Les rencontres thématiques', 'Réaliser une cartographie'])
})

test('its two tables are those of the source, cell by cell, under two header rows', async () => {
  for (const [at, table] of tables.entries()) {
    const shown = page.locator('article.minutes table').nth(at)
    const cells = async (selector: string) =>
      Promise.all(
        (await shown.locator(selector).all()).map(async (row) =>
          (await row.locator('th, td').evaluateAll(textsOfCells)).map(plain),
        ),
      )
    expect(await cells('thead tr')).toEqual(headers)
    expect(await cells('tbody tr')).toEqual(table.map((row) => row.map(plain)))
  }
  expect(await page.locator('article.minutes table').count()).toBe(2)
})

/** Runs in the page: the items of a cell are told apart by a space. */
const textsOfCells = (cells: readonly { readonly innerText: string }[]): readonly string[] =>
  cells.map(({ innerText }) => innerText)

test('the Word file has the same text and tables, real headings, header rows and a page on its side', async () => {
  const answer = await fetch(`${recueil.url}/comptes-rendus/CR-0001.docx`)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const textOf = (part: string) =>
    plain(
      part
        .replace(/<w:p[ >]/g, ' $&')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&apos;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    )
  const found = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
  const rowsOf = (table: string) => table.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? []
  expect(
    found
      .slice(0, 2)
      .map((table) => rowsOf(table).map((row) => (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map(textOf))),
  ).toEqual(tables.map((table) => [...headers, ...table.map((row) => row.map(plain))]))
  for (const table of found.slice(0, 2))
    expect(rowsOf(table).map((row) => row.includes('<w:tblHeader'))).toEqual(
      rowsOf(table).map((_, index) => index < 2),
    )
  const outside = xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, '')
  const paragraphs = outside.match(/<w:p[ >].*?<\/w:p>/gs) ?? []
  const styled = (style: string) => paragraphs.filter((one) => one.includes(`w:val="${style}"`)).map(textOf)
  expect(styled('Heading1')).toEqual(
    [...points.map(({ title }) => title), 'Annexe : liste de présence'].map(plain),
  )
  expect(styled('Title')).toEqual([plan.reunion.titre])
  expect(styled('Heading2')).toEqual(
    expect.arrayContaining(["Durée du plan d'action", 'Réaliser une cartographie']),
  )
  const body = textOf(outside)
  for (const line of said.slice(1)) expect(body).toContain(plain(line))
  expect(xml.match(/<w:pgSz[^>]*>/g)?.map((size) => size.includes('landscape'))).toEqual([false, true, false])
})
