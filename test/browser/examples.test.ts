import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleOrganisations } from '../../dev/examples/organisations.ts'
import { sendExamples } from '../../dev/examples/send.ts'
import { type ExampleSheet, exampleSheets, type Named } from '../../dev/examples/sheets.ts'
import { readCsv, readRows } from '../support/csv-reader.ts'
import { geojsonFaults } from '../support/geojson-faults.ts'
import { tableRows } from '../support/html-table.ts'
import { readSheets } from '../support/xlsx-reader.ts'
import { openBrowser } from './browser.ts'
import { askMembers, campaignTitle } from './examples/campaign.ts'
import { answersByNetwork, type Expected, expectedOf } from './examples/expected.ts'
import { assessPlan } from './examples/plan.ts'
import { digits, tells, unpacked, unquoted } from './examples/reading.ts'
import {
  addedUp,
  type Facts,
  factsSent,
  factsTaken,
  headers,
  properties,
  type Row,
  tags,
  zonesSent,
} from './examples/taken.ts'
import { boardRows, gridRows } from './grid.ts'
import { openGrid } from './grid-page.ts'
import { type Started, startRecueil, until } from './recueil.ts'

const asked = { seed: 2018, organisations: 60, sheets: 300 }
const port = 9001
const patience = 300_000

/** Three hundred sheets through the public door, the sheet and back; every figure recounted from what was sent. */
describe('three hundred example sheets', () => {
  let recueil: Started
  let browser: Browser
  let sheets: readonly ExampleSheet[]
  let members: readonly Named[]
  let expected: Expected
  /** By the network's label: asked, answered, page opened, page not opened; under "" in all. */
  let standings: ReadonlyMap<string, readonly number[]>
  let criteria: ReadonlyMap<string, readonly number[]>

  const read = async (path: string) => (await fetch(recueil.url + path)).text()

  beforeAll(async () => {
    ;[recueil, browser] = await Promise.all([startRecueil(port), openBrowser()])
    await sendExamples(recueil.url, asked)
    criteria = await assessPlan(recueil.url, asked.seed)
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
      const [met = 0, partly, unmet, early, open, total] = criteria.get('En tout') ?? []
      const plan = (await boardRows(recueil, 'Tableau de bord')).find(
        (row) => row.Libellé === 'Critères atteints',
      )
      expect([Number(plan?.Nombre), ...(plan?.Détail?.match(/\d+/g) ?? []).map(Number)]).toEqual([
        met,
        total,
        partly,
        unmet,
        early,
        open,
      ])
    },
    patience,
  )

  test(
    'asked of every organisation, have their answers counted by network in the console and the tab of figures',
    async () => {
      standings = await askMembers(recueil.url, asked.seed)
      const rows = tableRows(await read('/coordination/campagnes/CM-0001'), 'Réponses par réseau').slice(1)
      for (const [network, numbers] of standings) {
        const label = network === '' ? 'Organisations, chacune une fois' : network
        expect(rows).toContainEqual([label, ...numbers.map(String), '0'])
      }
      const inTab = async () =>
        new Map(
          (await boardRows(recueil, 'Tableau de bord'))
            .filter((row) => row.Rubrique === 'Réponses aux campagnes')
            .map(({ Libellé = '', Nombre, Détail = '' }) => {
              const [total = 0, ...others] = (Détail.match(/\d+/g) ?? []).map(Number)
              return [Libellé, [total, Number(Nombre), ...others]] as const
            }),
        )
      const expectedInTab = new Map(
        [...standings].map(([network, numbers]) => [
          `${campaignTitle} — ${network === '' ? 'en tout' : network}`,
          numbers,
        ]),
      )
      const all = `${campaignTitle} — en tout`
      await until(async () => String((await inTab()).get(all)) === String(expectedInTab.get(all)), patience)
      expect(await inTab()).toEqual(expectedInTab)
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

    test('have the answers of their organisations counted by network on the dashboard, without a name', async () => {
      const page = await read('/tableau-de-bord')
      const rows = tableRows(page, 'Réponses à la collecte en cours').slice(1)
      expect(rows).toEqual(
        [...standings].map(([network, numbers]) => [network || 'En tout', ...numbers.map(String), '0']),
      )
      expect(page).not.toContain(campaignTitle)
    })

    test('have the plan’s criteria beside them right on the dashboard', async () => {
      const rows = tableRows(await read('/tableau-de-bord'), 'Critères de réussite du plan').slice(1)
      expect(new Map(rows.map(([series = '', ...cells]) => [series, cells.map(Number)]))).toEqual(criteria)
    })

    const titlesOf = (some: readonly ExampleSheet[]) =>
      some.map(({ answers }) => String(answers.projet_titre)).toSorted()
    const file = async (name: string) =>
      new Uint8Array(await (await fetch(`${recueil.url}/exports/${name}`)).arrayBuffer())
    const text = async (name: string) => new TextDecoder().decode(await file(name))

    test('are all in the JSON that can be taken away, answer by answer, and the others are not', async () => {
      const titles = titlesOf(expected.shown)
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
    })

    /** Organisations, themes, states and people of what a format has are those of the map and the dashboard. */
    function expectCounted(facts: readonly Facts[]) {
      expect(facts).toEqual(factsSent(expected.shown, members))
      const counted = (fact: 'theme' | 'status', labels: Iterable<string>) =>
        new Map([...labels].map((label) => [label, facts.filter((one) => one[fact] === label).length]))
      const states = expected.breakdowns.get('Projets par état') ?? new Map()
      expect(counted('theme', expected.themes.keys())).toEqual(expected.themes)
      expect(counted('status', states.keys())).toEqual(states)
      expect(new Set(facts.map(({ organisation }) => organisation)).size).toBe(expected.organisations)
      const sum = (fact: 'targeted' | 'reached') => facts.reduce((total, one) => total + one[fact], 0)
      expect({ targeted: sum('targeted'), reached: sum('reached') }).toEqual(expected.people)
    }

    test('are all in the CSV file', async () => {
      const rows = readRows(await text('fiche-projet.csv')).map(
        (row): Row => ({ ...row, [headers.title]: unquoted(row[headers.title]) }),
      )
      expect(rows).toHaveLength(expected.shown.length)
      expectCounted(factsTaken(rows, headers))
    })

    test('are all in the workbook, and their places', async () => {
      const [projects, zones] = readSheets(await file('fiche-projet.xlsx')).map(
        ({ rows: [head = [], ...rows] }) =>
          rows.map((row): Row => Object.fromEntries(head.map((name, at) => [String(name), row[at]]))),
      )
      expect(projects).toHaveLength(expected.shown.length)
      expectCounted(factsTaken(projects ?? [], headers))
      const titleOf = new Map(projects?.map((row) => [row.ID, row[headers.title]]))
      const places = zones?.map((row) => [titleOf.get(row.ID), row.Région, row.Département ?? ''].join(' | '))
      expect(places?.toSorted()).toEqual(zonesSent(expected.shown))
    })

    test('are all in HXL, their people once and in every region that is theirs', async () => {
      const [, columns = [], ...lines] = readCsv(await text('fiche-projet.hxl.csv'))
      const rows = lines.map(
        (line): Row => Object.fromEntries(columns.map((tag, at) => [tag, unquoted(line[at])])),
      )
      expectCounted(factsTaken(rows, tags))
      expect([addedUp(rows, tags.targeted), addedUp(rows, tags.reached)]).toEqual([
        expected.people.targeted,
        expected.people.reached,
      ])
      for (const [region, { count, hidden }] of expected.regions) {
        const here = rows.filter((row) => row['#adm1+name'] === region)
        expect([region, new Set(here.map((row) => row[tags.title])).size]).toEqual([region, count - hidden])
      }
    })

    test('are all in the GeoJSON file, which is valid, and their places', async () => {
      const collection = JSON.parse(await text('fiche-projet.geojson')) as {
        features: readonly { properties: Row }[]
      }
      expect(geojsonFaults(collection)).toEqual([])
      const rows = collection.features.map((feature) => feature.properties)
      expectCounted(factsTaken(rows, properties))
      const places = rows
        .filter(({ zone_region }) => zone_region != null)
        .map((row) =>
          [row.projet_titre, row.zone_region_libelle, row.zone_departement_libelle ?? ''].join(' | '),
        )
      expect(places.toSorted()).toEqual(zonesSent(expected.shown))
    })

    test('are in the cartographer’s pack, and those that are not for everyone are not', async () => {
      const titles = titlesOf(expected.shown)
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

/** Enough for every page of every region, and an end. */
const mostPages = 600
