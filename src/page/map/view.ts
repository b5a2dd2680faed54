import { listOf } from '../../form/choices.ts'
import type { ChoiceLists } from '../../form/definition/index.ts'
import { findField } from '../../form/index.ts'
import type { Names } from '../../form/names.ts'
import type { Locale } from '../../form/text.ts'
import type { Circle } from '../../map/circles.ts'
import type { Class } from '../../map/classes.ts'
import { countOrganisations } from '../../map/figures.ts'
import type { Mapped } from '../../map/places.ts'
import type { PlaceTally, Tally } from '../../map/tally.ts'
import { formatNumber } from '../format.ts'
import { word } from '../words.ts'
import type { Question } from './question.ts'

/** What every part of the page is made from. */
export type MapView = {
  readonly form: Mapped
  readonly lists: ChoiceLists
  readonly names: Names
  readonly locale: Locale
  readonly question: Question
  readonly tally: Tally
  readonly classes: readonly Class[]
  readonly circles: readonly Circle[]
}

/** "12 projets": a number with its word. French has no plural below two. */
export function counted(
  locale: Locale,
  noun: 'project' | 'organisation' | 'department' | 'withheld',
  n: number,
): string {
  const isOne = locale === 'fr' ? n < 2 : n === 1
  return word(locale, isOne ? `${noun}.one` : `${noun}.many`, { n: formatNumber(n, locale) })
}

export function regionLabel({ form, lists, locale }: MapView, code: string): string {
  const field = findField(form, form.map.region)
  const choice = field && listOf(field, lists).find((one) => one.code === code)
  return choice?.label[locale] ?? code
}

/** "12 projets, dont 2 non détaillés". */
const projectsText = (locale: Locale, { count, withheld }: Pick<PlaceTally, 'count' | 'withheld'>) =>
  [counted(locale, 'project', count), withheld > 0 ? counted(locale, 'withheld', withheld) : '']
    .filter((part) => part !== '')
    .join(', ')

/** "Dakar : 12 projets, dont 2 non détaillés, 7 organisations": a place in one line. */
export function placeText(view: MapView, region: string, place: PlaceTally): string {
  const { form, names, locale } = view
  if (place.count === 0) return word(locale, 'mapRegionNone', { region })
  return word(locale, 'mapRegion', {
    region,
    projects: projectsText(locale, place),
    organisations: counted(locale, 'organisation', countOrganisations(form, names, place.records)),
  })
}
