import { unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleOrganisations } from '../../dev/examples/organisations.ts'
import { sendExamples } from '../../dev/examples/send.ts'
import { type ExampleSheet, exampleSheets, type Named } from '../../dev/examples/sheets.ts'
import { readCsv, readRows } from '../support/csv-reader.ts'
import { tableRows } from '../support/html-table.ts'
import { readSheets } from '../support/xlsx-reader.ts'
import { openBrowser } from './browser.ts'
import { answersByNetwork, type Expected, expectedOf } from './examples/expected.ts'
import { boardRows, gridRows } from './grid.ts'
import { openGrid } from './grid-page.ts'
import { type Started, startRecueil, until } from './recueil.ts'

const asked = { seed: 2018, organisations: 60, sheets: 300 }
const port = 9001
const patience = 120_000

/** Three hundred sheets through the public door, the sheet and back; every figure recounted from what was sent. */
describe('three hundred example sheets', () => {
  let recueil: Started
  let browser: Browser
  let sheets: readonly ExampleSheet[]
  let members: readonly Named[]
  let expected: Expected

  const read = async (path: string) => (await fetch(recueil.url + path)).text()

  beforeAll(async () => {
    ;[recueil, browser] = await Promise.all([startRecueil(port), openBrowser()])
    await sendExamples(recueil.url, asked)
    members = exampleOrganisations(asked.seed, asked.organisations).map(({ answers }, index) => ({
      reference: `OR-${String(index + 1).padStart(4, '0')}`,
      answers,
    }))
    sheets = exampleSheets(asked.seed, asked.sheets, members)
    expected = expectedOf(sheets)
  }, patience)
  afterAll(async () => {
    await browser?.close()
    await recueil?.kill()
  })

  test('refuse to go anywhere but to this machine', async () => {
    await expect(sendExamples('https://recueil.example', asked)).rejects.toThrow('cette machine')
  })

  test(
    'sent again, are there once',
    async () => {
      await sendExamples(recueil.url, asked)
      const { records } = (await (
        await fetch(`${recueil.url}/api/v1/records?form=fiche-projet&limit=100`)
      ).json()) as {
        records: readonly { status: string }[]
      }
      expect(records).toHaveLength(100)
      await until(async () => (await gridRows(recueil, 'Projets')).length === asked.sheets, patience)
    },
    patience,
  )

  test(
    'come through the sheet as they were sent, and what the coordinator publishes there comes back',
    async () => {
      const zones = sheets.flatMap(({ answers }) => (answers.zones ?? []) as readonly unknown[])
      await until(async () => (await gridRows(recueil, 'Zones')).length === zones.length, patience)
      const rows = await gridRows(recueil, 'Projets')
      const titles = rows.map((row) => row['Titre du projet'])
      expect(titles.toSorted()).toEqual(sheets.map(({ answers }) => String(answers.projet_titre)).toSorted())

      const waiting = sheets.find(
        ({ state, answers }) => state === 'validee' && answers.visibilite === 'public',
      )
      const row = rows.find((one) => one['Titre du projet'] === waiting?.answers.projet_titre)
      if (!waiting || !row?.ID) throw new Error('no sheet waits to be published')
      const grid = await openGrid(browser, recueil)
      await grid.openTab('Projets')
      await grid.enter(await grid.rowOf(row.ID), await grid.columnOf('Statut'), 'Publiée')
      await until(async () => {
        const response = await fetch(`${recueil.url}/api/v1/records/${waiting.id}`)
        return ((await response.json()) as { status: string }).status === 'publiee'
      }, patience)
      sheets = sheets.map((sheet) => (sheet === waiting ? { ...sheet, state: 'publiee' } : sheet))
      expected = expectedOf(sheets)
    },
    patience,
  )

  test(
    'are counted right in the tab of figures',
    async () => {
      const counted = async (rubric: string) =>
        new Map(
          (await boardRows(recueil, 'Tableau de bord'))
            .filter((row) => row.Rubrique === rubric)
            .map((row) => [row.Libellé ?? '', Number(row.Nombre)]),
        )
      const regions = new Map([...expected.regions].map(([region, { count }]) => [region, count]))
      await until(async () => {
        const found = await counted('Projets par région')
        return [...regions].every(([region, count]) => found.get(region) === count)
      }, patience)
      expect(await counted('Projets par région')).toEqual(regions)
      expect(await counted('Projets par thème')).toEqual(expected.themes)
      const answers = await counted('Réponses par réseau')
      for (const [network, { answered }] of answersByNetwork(members, expected.shown))
        expect([network, answers.get(`Membres — ${network}`)]).toEqual([network, answered])
    },
    patience,
  )

  describe('to somebody who is not signed in', () => {
    beforeAll(async () => {
      await recueil.kill()
      recueil = await startRecueil(port, recueil.stateFolder, { ACCESS_DEV: 'off' })
    }, patience)

    test('are counted right on the map', async () => {
      const rows = tableRows(await read('/carte'), 'Les chiffres de la carte')
      const found = rows.slice(1, 15).map(([region, count]) => [region, count])
      expect(found).toEqual(
        [...expected.regions].map(([region, { count, hidden }]) => [
          region,
          hidden === 0 ? String(count) : `${count}, dont ${hidden} non détaillé${hidden > 1 ? 's' : ''}`,
        ]),
      )
    })

    test('have their organisations, people and departments right on the map', async () => {
      const rows = tableRows(await read('/carte'), 'Les chiffres de la carte')
      for (const [region = '', , organisations, targeted, reached, departments = ''] of rows.slice(1, 15)) {
        const place = expected.places.get(region)
        const found = [...departments.matchAll(/([^,\d]+?) (\d+)(?:,|$)/g)].map(
          ([, name = '', count]) => [name.trim(), Number(count)] as const,
        )
        expect([region, [organisations, targeted, reached].map(digits), new Map(found)]).toEqual([
          region,
          [place?.organisations, place?.targeted, place?.reached],
          place?.departments,
        ])
      }
    })

    test('are counted right on the dashboard', async () => {
      const page = await read('/tableau-de-bord')
      const pairs = (caption: string) =>
        new Map(
          tableRows(page, caption)
            .slice(1)
            .map(([label = '', ...cells]) => [label, Number(cells.at(-1))]),
        )
      expect(pairs('Projets par région')).toEqual(
        new Map([...expected.regions].map(([region, { count }]) => [region, count])),
      )
      expect(pairs('Projets par thème')).toEqual(expected.themes)
      for (const [title, counts] of expected.breakdowns)
        expect([title, pairs(title)]).toEqual([title, counts])
      const people = tableRows(page, 'Personnes')
        .slice(1)
        .map(([, number]) => digits(number))
      expect(people).toEqual([expected.people.targeted, expected.people.reached])
      const months = tableRows(page, 'Au fil des mois')
        .slice(1)
        .map(([, ...cells]) => cells.map(digits))
      const total = (column: number) => months.reduce((sum, cells) => sum + (cells[column] ?? 0), 0)
      expect([total(0), total(1)]).toEqual([sheets.length, expected.shown.length])
      expect(months.at(-1)?.[2]).toBe(expected.shown.length)
      const networks = tableRows(page, 'Organisations de l’annuaire, par réseau').slice(1)
      for (const [network, count] of answersByNetwork(members, expected.shown))
        expect(networks).toContainEqual([network, String(count.members), String(count.answered)])
      const [head = [], ...lines] = tableRows(page, 'Projets publiés par thème et par région')
      const cross = lines.flatMap(([theme, ...cells]) =>
        cells.map((cell, index) => [`${theme} | ${head[index + 1]}`, Number(cell)] as const),
      )
      expect(new Map(cross)).toEqual(expected.cross)
    })

    const titlesOf = (some: readonly ExampleSheet[]) =>
      some.map(({ answers }) => String(answers.projet_titre)).toSorted()
    const file = async (name: string) =>
      new Uint8Array(await (await fetch(`${recueil.url}/exports/${name}`)).arrayBuffer())
    const text = async (name: string) => new TextDecoder().decode(await file(name))

    test('are all in what can be taken away, region by region, and the others in none of it', async () => {
      const titles = titlesOf(expected.shown)
      const csv = readRows(await text('fiche-projet.csv'))
      expect(csv.map((row) => unquoted(row['Titre du projet'])).toSorted()).toEqual(titles)

      const { records } = JSON.parse(await text('fiche-projet.json')) as {
        records: readonly { answers: Readonly<Record<string, unknown>> }[]
      }
      expect(records.map(({ answers }) => String(answers.projet_titre)).toSorted()).toEqual(titles)
      // Every public answer is the one that was sent.
      for (const { answers } of records) {
        const sent =
          expected.shown.find((one) => one.answers.projet_titre === answers.projet_titre)?.answers ?? {}
        const given = Object.keys(answers).map((name) => [name, sent[name]])
        expect(answers).toEqual(Object.fromEntries(given))
      }
      const people = (name: string) =>
        records.reduce((sum, { answers }) => sum + Number(answers[name] ?? 0), 0)
      expect([people('cible_total'), people('atteint_total')]).toEqual([
        expected.people.targeted,
        expected.people.reached,
      ])

      const [, tags = [], ...lines] = readCsv(await text('fiche-projet.hxl.csv'))
      const at = (tag: string) => tags.indexOf(tag)
      const byRegion = (region: string) =>
        new Set(
          lines
            .filter((line) => line[at('#adm1+name')] === region)
            .map((line) => line[at('#activity+project+name')]),
        ).size
      for (const [region, { count, hidden }] of expected.regions)
        expect([region, byRegion(region)]).toEqual([region, count - hidden])

      const { features } = JSON.parse(await text('fiche-projet.geojson')) as {
        features: readonly { properties: Readonly<Record<string, unknown>> }[]
      }
      const named = new Set(
        features
          .map(({ properties }) => JSON.stringify(properties))
          .join()
          .match(/exemple \d+/g),
      )
      expect(named.size).toBeGreaterThanOrEqual(expected.organisations)

      const [projects] = readSheets(await file('fiche-projet.xlsx'))
      const column = projects?.rows[0]?.indexOf('Titre du projet') ?? -1
      expect(
        projects?.rows
          .slice(1)
          .map((row) => row[column])
          .toSorted(),
      ).toEqual(titles)

      const pack = unpacked(await file('paquet-cartographe.zip'))
      expect(titlesOf(expected.hidden).filter((title) => tells(pack, title))).toEqual([])
      expect(titles.filter((title) => tells(pack, title)).length).toBeGreaterThan(100)
    })

    test(
      'that are not for everyone are at no address that can be reached from the first page',
      async () => {
        const secrets = sheets.filter(
          ({ state, answers }) => state !== 'publiee' || answers.visibilite !== 'public',
        )
        const waiting = ['/']
        const seen = new Set(waiting)
        const found: string[] = []
        while (waiting.length > 0 && seen.size < mostPages) {
          const path = waiting.shift() ?? ''
          const bytes = new Uint8Array(await (await fetch(recueil.url + path)).arrayBuffer())
          const said = unpacked(bytes)
          for (const { answers } of secrets)
            if (said.includes(String(answers.contact_courriel)) || tells(said, String(answers.projet_titre)))
              found.push(`${path}: ${answers.projet_titre}`)
          for (const [, href = ''] of said.matchAll(/href="(\/[^"#]*)/g)) {
            const next = href.replaceAll('&amp;', '&')
            if (!seen.has(next)) waiting.push(next)
            seen.add(next)
          }
        }
        expect(found).toEqual([])
        expect(seen.size).toBeGreaterThan(80)
      },
      patience,
    )
  })
})

/** A number as a page writes it, spaces between its thousands. */
const digits = (text = ''): number => Number(text.replaceAll(/\D/g, ''))

/** Enough for every page of every region, and an end. */
const mostPages = 600

/** Whether a text has a title, and not only longer ones of which it is the beginning ("exemple 1" of "exemple 12"). */
function tells(said: string, title: string): boolean {
  const escaped = title
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const goesOn = /^(?:\d| [^\s<"(])/
  return [title, escaped].some((one) =>
    said
      .split(one)
      .slice(1)
      .some((after) => !goesOn.test(after.slice(0, 2))),
  )
}

/** What a spreadsheet would take for a formula has an apostrophe in front. */
const unquoted = (text = ''): string => text.replace(/^'(?=[=+\-@])/, '')

function unpacked(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes)
  return Object.values(unzipSync(bytes)).map(unpacked).join('\n')
}
