import type { ExampleSheet, Named } from '../../../dev/examples/sheets.ts'
import { lists } from '../../../forms/lists/index.ts'

/** What the figures must be, counted from what was sent and by nothing of the product's. */
export type Expected = {
  readonly shown: readonly ExampleSheet[]
  readonly hidden: readonly ExampleSheet[]
  /** By the region's label: projects in it, and of those the ones that are not shown. */
  readonly regions: ReadonlyMap<string, { readonly count: number; readonly hidden: number }>
  readonly themes: ReadonlyMap<string, number>
  /** Theme and region, by their labels with a bar between. */
  readonly cross: ReadonlyMap<string, number>
  readonly organisations: number
  /** By the title of the table: how many shown projects have each choice, by its label. */
  readonly breakdowns: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** People targeted and reached, of the numbers that are published. */
  readonly people: { readonly targeted: number; readonly reached: number }
  /** By the region's label: organisations, people targeted and reached, departments with their projects. */
  readonly places: ReadonlyMap<string, Place>
}

export type Place = {
  readonly organisations: number
  readonly targeted: number
  readonly reached: number
  readonly departments: ReadonlyMap<string, number>
}

type Zone = { readonly zone_region: string; readonly zone_departement?: string }

const labelsOf = (list: string) => (lists[list] ?? []).map(({ code, label }) => [code, label.fr] as const)

export function expectedOf(sheets: readonly ExampleSheet[]): Expected {
  const published = sheets.filter(({ state }) => state === 'publiee')
  const isShown = ({ answers }: ExampleSheet) => answers.visibilite === 'public'
  const shown = published.filter(isShown)
  const hidden = published.filter((sheet) => !isShown(sheet))
  const isIn = (region: string) => (sheet: ExampleSheet) =>
    sheet.answers.couverture === 'national' ||
    ((sheet.answers.zones ?? []) as readonly Zone[]).some((zone) => zone.zone_region === region)
  const hasTheme = (theme: string) => (sheet: ExampleSheet) => sheet.answers.theme_principal === theme
  return {
    shown,
    hidden,
    regions: new Map(
      labelsOf('regions').map(([code, label]) => [
        label,
        { count: published.filter(isIn(code)).length, hidden: hidden.filter(isIn(code)).length },
      ]),
    ),
    themes: new Map(labelsOf('themes').map(([code, label]) => [label, shown.filter(hasTheme(code)).length])),
    cross: new Map(
      labelsOf('themes').flatMap(([theme, themeLabel]) =>
        labelsOf('regions').map(([region, regionLabel]): readonly [string, number] => [
          `${themeLabel} | ${regionLabel}`,
          shown.filter(hasTheme(theme)).filter(isIn(region)).length,
        ]),
      ),
    ),
    organisations: organisationsOf(shown),
    breakdowns: new Map(
      breakdowns.map(({ title, list, field }): readonly [string, ReadonlyMap<string, number>] => [
        title,
        new Map(
          labelsOf(list).map(([code, label]) => [
            label,
            shown.filter(({ answers }) => [answers[field]].flat().includes(code)).length,
          ]),
        ),
      ]),
    ),
    people: { targeted: sumOf(shown, 'cible_total'), reached: sumOf(shown, 'atteint_total') },
    places: new Map(
      labelsOf('regions').map(([code, label]): readonly [string, Place] => {
        const here = shown.filter(isIn(code))
        return [
          label,
          {
            organisations: organisationsOf(here),
            targeted: sumOf(here, 'cible_total'),
            reached: sumOf(here, 'atteint_total'),
            departments: departmentsOf(code, shown),
          },
        ]
      }),
    ),
  }
}

const breakdowns = [
  { title: 'Projets par étape du parcours', list: 'etapes', field: 'etapes' },
  { title: 'Projets par réseau', list: 'reseaux', field: 'org_reseaux' },
  { title: 'Projets par public', list: 'publics', field: 'publics' },
  { title: 'Projets par état', list: 'statuts_projet', field: 'projet_statut' },
] as const

const organisationsOf = (sheets: readonly ExampleSheet[]): number =>
  new Set(sheets.map(({ answers }) => answers.org_nom)).size

/** Numbers of people under five are not published, so they are in no sum. */
const sumOf = (sheets: readonly ExampleSheet[], field: string): number =>
  sheets
    .map(({ answers }) => Number(answers[field] ?? 0))
    .reduce((sum, one) => (one < 5 ? sum : sum + one), 0)

function departmentsOf(region: string, sheets: readonly ExampleSheet[]): ReadonlyMap<string, number> {
  const inside = (lists.departements ?? []).filter(({ attributes }) => attributes.region === region)
  const counted = inside.map(({ code, label }): readonly [string, number] => [
    label.fr,
    sheets.filter(({ answers }) =>
      ((answers.zones ?? []) as readonly Zone[]).some((zone) => zone.zone_departement === code),
    ).length,
  ])
  return new Map(counted.filter(([, count]) => count > 0))
}

/** By the network's label: its members, and how many of them have a project that everyone may see. */
export function answersByNetwork(
  members: readonly Named[],
  shown: readonly ExampleSheet[],
): ReadonlyMap<string, { readonly members: number; readonly answered: number }> {
  const answered = new Set(shown.map(({ answers }) => answers.org_nom))
  return new Map(
    labelsOf('reseaux').map(([code, label]) => {
      const theirs = members.filter(({ answers }) => (answers.reseaux as readonly string[]).includes(code))
      return [
        label,
        {
          members: theirs.length,
          answered: theirs.filter(({ reference }) => answered.has(reference)).length,
        },
      ]
    }),
  )
}
