import type { ExampleSheet } from '../../../dev/examples/sheets.ts'
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
}

type Zone = { readonly zone_region: string }

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
    organisations: new Set(shown.map(({ answers }) => answers.org_nom)).size,
  }
}
