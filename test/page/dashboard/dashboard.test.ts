import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import { loadFigures } from '../../../src/figures/index.ts'
import { dashboardRows } from '../../../src/sheet/board/index.ts'
import { contextAt } from '../../support/context.ts'
import { counted } from '../../support/counted.ts'
import { visit } from '../minutes/meeting.ts'
import { emptied, inRegions, meeting, member, project, sent, tableOf, textOf } from './records.ts'

const page = async (path = '/tableau-de-bord') => {
  const response = await visit(path)
  expect(response.status).toBe(200)
  return response.text()
}
/** The numbers of a table's rows that are not nought, by what the row is. */
const numbers = (html: string, caption: string) =>
  Object.fromEntries(
    tableOf(html, caption)
      .slice(1)
      .filter(([, ...cells]) => cells.some((cell) => cell !== '0'))
      .map(([name, ...cells]) => [name, cells.map(Number)]),
  )
const board = (key: string) =>
  dashboardRows(env.DB, catalogue, [], Date.now()).then((rows) => rows.find((row) => row.key === key)?.cells)

beforeEach(emptied)

describe('the public figures', () => {
  /** Three shown to everyone, one of which is about the whole country, one shown to members, one not yet published. */
  async function five() {
    const [first] = [await member('Organisation A (exemple)', ['pfongue'])]
    await member('Organisation B (exemple)', ['pfongue', 'gt'])
    await member('Organisation C (exemple)', [])
    await project({
      org_nom: first,
      ...inRegions('SN01', 'SN07'),
      theme_principal: 'retour',
      cible_total: 1200,
    })
    await project({
      org_nom: first,
      ...inRegions('SN01'),
      theme_principal: 'traite',
      etapes: ['depart', 'transit'],
    })
    await project({ couverture: 'national', theme_principal: 'retour', cible_total: 4, cible_femmes: 2 })
    await project({
      ...inRegions('SN12'),
      theme_principal: 'diaspora',
      etapes: ['etranger'],
      cible_total: 7000,
      org_nom: 'Organisation B (exemple)',
      visibilite: 'membres',
    })
    await project({ ...inRegions('SN02'), theme_principal: 'enfants' }, 'validee')
  }

  test('count projects by region, those not shown to everyone among them, and say so', async () => {
    await five()
    const html = await page()
    const expected = Object.fromEntries(
      (catalogue.lists.regions ?? []).map(({ label }) => [label.fr, [1]]),
    ) as Record<string, number[]>
    expect(numbers(html, 'Projets par région')).toEqual({
      ...expected,
      Dakar: [3],
      Kolda: [2],
      Tambacounda: [2],
    })
    const text = textOf(html)
    expect(text).toContain('1 projet couvre tout le pays : il compte dans chaque région.')
    expect(text).toContain('1 fiche que son auteur ne montre pas à tous compte ici')
    expect(text).toContain('Il y a au moins un projet dans chaque région.')
  })

  test('tell nothing else of what is not shown to everyone', async () => {
    await five()
    const html = await page()
    expect(numbers(html, 'Projets par thème')).toEqual({
      'Retour et réintégration': [2],
      'Lutte contre la traite des personnes et le trafic illicite de migrants': [1],
    })
    expect(numbers(html, 'Projets par étape du parcours')).toEqual({
      'Avant le départ / zone d’origine': [1],
      'En route, en transit': [1],
      'Au retour et après': [2],
    })
    const cross = tableOf(html, 'Projets publiés par thème et par région')
    const ofRow = (name: string) =>
      cross
        .find(([row]) => row === name)
        ?.slice(1)
        .map(Number)
    expect(ofRow('Retour et réintégration')).toEqual([2, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1])
    expect(ofRow('Diaspora et développement, transferts de fonds')).toEqual(Array(14).fill(0))
  })

  test('add up no number of people that could tell who they are', async () => {
    await five()
    const html = await page()
    expect(tableOf(html, 'Personnes')[1]).toEqual(['Nombre de personnes visées', '1 320', '2'])
  })

  test('count who answered by network, without a name, and not by what not everyone may see', async () => {
    await five()
    const html = await page()
    expect(tableOf(html, 'Organisations de l’annuaire, par réseau').slice(1)).toEqual([
      ['Membre de la PFONGUE', '2', '1'],
      ['Membre de ONGIS', '0', '0'],
      ['Autre membre du Groupe Thématique MIGRATION', '1', '0'],
      ['Aucun de ces réseaux', '0', '0'],
      ['Réseau non renseigné', '1', '0'],
      ['En tout', '3', '1'],
    ])
    expect(html).not.toContain('(exemple)')
  })

  test('are those of the sheet, which knows besides what was received', async () => {
    await five()
    const html = await page()
    const [regions, themes] = ['Projets par région', 'Projets par thème'].map((name) =>
      tableOf(html, name).slice(1),
    )
    const rows = await dashboardRows(env.DB, catalogue, [], Date.now())
    const ofRubric = (rubric: string) =>
      rows.filter(({ cells }) => cells[0] === rubric).map(({ cells }) => [cells[1], String(cells[2])])
    expect(ofRubric('Projets par région')).toEqual(regions)
    expect(ofRubric('Projets par thème')).toEqual(themes)
    expect(await board('region:fiche-projet:SN02')).toEqual([
      'Projets par région',
      'Diourbel',
      1,
      'fiches reçues (tous statuts)\u00a0: 2',
    ])
    expect(await board('filter:fiche-projet:diaspora')).toEqual([
      'Projets par thème',
      'Diaspora et développement, transferts de fonds',
      0,
      'fiches reçues (tous statuts)\u00a0: 1',
    ])
    expect(await board('regions:fiche-projet')).toEqual(['Régions sans projet', 'Projets', 0, ''])
    expect(await board('network:fiche-projet:pfongue')).toEqual([
      'Réponses par réseau',
      'Membres — Membre de la PFONGUE',
      1,
      'sur 2 · ont répondu (tous statuts)\u00a0: 2',
    ])
    expect((await board('network:fiche-projet'))?.slice(2)).toEqual([
      1,
      'sur 3 · ont répondu (tous statuts)\u00a0: 2',
    ])
  })

  test('name the regions without a project, and the sheet names the same', async () => {
    const all = (catalogue.lists.regions ?? []).map(({ code }) => code)
    await project(inRegions(...all.slice(0, 12)))
    expect(textOf(await page())).toContain('Régions sans projet : Thiès et Ziguinchor.')
    expect(await board('regions:fiche-projet')).toEqual([
      'Régions sans projet',
      'Projets',
      2,
      'Thiès, Ziguinchor',
    ])
    await project(inRegions('SN13'))
    expect(textOf(await page())).toContain('Région sans projet : Ziguinchor.')
  })

  test('count criteria as they were assessed, series by series, as the sheet does', async () => {
    await sent('action', meeting('2018-09-24', 1, ['atteint', 'en_partie', 'non', 'trop_tot', '']))
    await sent('action', meeting('2018-10-24', 2, ['atteint']))
    await sent('action', { ...meeting('2018-11', 1, ['atteint', '']), type: 'plaidoyer' })
    expect(tableOf(await page(), 'Critères de réussite du plan').slice(1)).toEqual([
      ['Les rencontres thématiques', '2', '1', '1', '1', '1', '6'],
      ['Les plaidoyers', '1', '0', '0', '0', '1', '2'],
      ['En tout', '3', '1', '1', '1', '2', '8'],
    ])
    expect((await board('criteria:action'))?.slice(2)).toEqual([
      3,
      'sur 8 · en partie\u00a0: 1 · non atteints\u00a0: 1 · trop tôt\u00a0: 1 · pas encore évalués\u00a0: 2',
    ])
  })

  test('tell when sheets came and were published: the last time, for one that was taken back', async () => {
    await project()
    await project({ visibilite: 'coordination' })
    await project({}, 'validee')
    await project({}, 'validee', 'publiee', 'a_verifier', 'validee', 'publiee')
    const [year, month] = [new Date().getUTCFullYear(), new Date().getUTCMonth()]
    const at = (monthsAgo: number) => Date.UTC(year, month - monthsAgo, 15)
    await env.DB.batch([
      env.DB.prepare('UPDATE records SET created_at = ? WHERE number IN (1, 3)').bind(at(2)),
      env.DB.prepare('UPDATE records SET created_at = ? WHERE number IN (2, 4)').bind(at(1)),
      // Of the fourth the first publication was a month ago; the second is of now.
      env.DB.prepare(
        `UPDATE events SET at = ? WHERE seq IN (SELECT min(seq) FROM events
         WHERE payload ->> '$.data.transition.to' = 'publiee' GROUP BY record)`,
      ).bind(at(1)),
    ])
    const rows = tableOf(await page(), 'Au fil des mois')
    expect(rows).toHaveLength(13)
    expect(rows.slice(-3).map(([, ...cells]) => cells)).toEqual([
      ['2', '0', '0', '0', '0'],
      ['2', '1', '1', '0', '0'],
      ['0', '1', '2', '0', '0'],
    ])
  })

  test('are for today, nought too, and say so in words', async () => {
    const text = textOf(await page())
    expect(text).toMatch(/Chiffres au (1er|\d+) \p{L}+ \d{4}\./u)
    expect(text).toMatch(/0Projet publié|Projet publié0/)
  })

  test('read the records in one batch', async () => {
    await five()
    const { db, cost } = counted(env.DB)
    await loadFigures(contextAt(Date.now(), { db }))
    expect(cost).toEqual({ batches: 1, queries: 0, rowsWritten: 0 })
  })
})

describe('each drawing', () => {
  test('says what it is, and what is written in it is in a table beside it', async () => {
    await project()
    const html = await page()
    const figures = html.split('<figure').slice(1)
    expect(figures.length).toBeGreaterThanOrEqual(9)
    for (const figure of figures) {
      expect(figure).toContain('<details open')
      for (const [, svg = ''] of figure.matchAll(/<svg(.*?)<\/svg>/gs)) {
        const [, label = ''] = /aria-labelledby="([^"]+)"/.exec(svg) ?? []
        expect(svg).toContain('role="img"')
        for (const id of label.split(' ')) expect(svg).toContain(`id="${id}"`)
        const table = textOf(figure.slice(figure.indexOf('<table')))
        for (const [, text = ''] of svg.matchAll(/<text[^>]*font-weight[^>]*>(.*?)<\/text>/gs))
          expect(table).toContain(textOf(text))
      }
    }
    expect(html).not.toMatch(/ style="/)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('is in English for who asks', async () => {
    await project(inRegions('SN01'))
    const html = await page('/tableau-de-bord?lang=en')
    expect(textOf(html)).toContain('Figures as of')
    expect(numbers(html, 'Projects by region')).toEqual({ Dakar: [1] })
  })
})
