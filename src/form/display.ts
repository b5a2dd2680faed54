import type { Answer, FileAnswer, GeoPoint } from './answers.ts'
import { listOf } from './choices.ts'
import type { ChoiceLists, Field } from './definition/index.ts'
import { formatNumber } from './numbers.ts'
import { inLocale, type Locale } from './text.ts'

const months: Readonly<Record<Locale, readonly string[]>> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

/**
 * An answer as people read it: 24/09/2018, octobre 2018, 14 h 30, 1 500 000, labels of choices. An empty one is the
 * field's `undefinedLabel`, or ''.
 * @param names what each reference to another form's record is called
 */
export function displayAnswer(
  field: Field,
  lists: ChoiceLists,
  answer: Answer | undefined,
  locale: Locale,
  names: ReadonlyMap<string, string>,
): string {
  if (answer === undefined) return field.undefinedLabel ? inLocale(field.undefinedLabel, locale) : ''
  if (typeof answer === 'number') return formatNumber(answer, locale)
  if (typeof answer === 'boolean') return displayBoolean(answer, locale)
  switch (field.type) {
    case 'date':
    case 'partial_date':
      return displayDate(String(answer), locale)
    case 'time':
      return displayTime(String(answer), locale)
    case 'select_one':
      return labelOf(field, lists, String(answer), locale)
    case 'select_multiple':
      return (answer as readonly string[]).map((code) => labelOf(field, lists, code, locale)).join(', ')
    case 'list':
      return (answer as readonly string[]).join(locale === 'fr' ? '\u00a0; ' : '; ')
    case 'reference':
      return names.get(String(answer)) ?? String(answer)
    case 'geopoint':
      return displayPoint(answer as GeoPoint, locale)
    case 'file':
      return (answer as readonly FileAnswer[]).map(({ name }) => name).join(', ')
    case 'repeat':
      return displayRows((answer as readonly unknown[]).length, locale)
    case 'text':
    case 'integer':
    case 'decimal':
    case 'note':
    case 'calculate':
    case 'acknowledge':
      return String(answer)
  }
}

const displayBoolean = (answer: boolean, locale: Locale): string =>
  locale === 'fr' ? (answer ? 'Oui' : 'Non') : answer ? 'Yes' : 'No'

/** 2018-09-24 is 24/09/2018 in both languages (day first); 2018-10 is octobre 2018, October 2018. */
export function displayDate(date: string, locale: Locale): string {
  const [year = '', month = '', day] = date.split('-')
  if (day !== undefined) return `${day}/${month}/${year}`
  return `${months[locale][Number(month) - 1] ?? month} ${year}`
}

function displayTime(time: string, locale: Locale): string {
  if (locale === 'en') return time
  const [hours = '', minutes = ''] = time.split(':')
  return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`
}

function labelOf(field: Field, lists: ChoiceLists, code: string, locale: Locale): string {
  const choice = listOf(field, lists).find((one) => one.code === code)
  return choice ? inLocale(choice.label, locale) : code
}

/** 14,693° N, 17,447° O: the hemisphere instead of a sign. */
function displayPoint({ lat, lon }: GeoPoint, locale: Locale): string {
  const degrees = (value: number, positive: string, negative: string) =>
    `${formatNumber(Math.abs(value), locale)}°\u00a0${value < 0 ? negative : positive}`
  return `${degrees(lat, 'N', 'S')}${locale === 'fr' ? '\u00a0;' : ','} ${degrees(lon, 'E', locale === 'fr' ? 'O' : 'W')}`
}

const displayRows = (count: number, locale: Locale): string =>
  `${count} ${locale === 'fr' ? 'ligne' : 'row'}${count > 1 ? 's' : ''}`
