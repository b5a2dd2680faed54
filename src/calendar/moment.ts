import { isPartialDate } from '../form/moments.ts'
import type { Locale } from '../form/text.ts'
import { isMonth } from './span.ts'

/** Days and months are called as in Senegal in French and as in Britain in English. */
const tags = { fr: 'fr-SN', en: 'en-GB' } as const

/** A day or a month as a sentence has it: "lundi 24 septembre 2018", "lundi 1er octobre 2018", "octobre 2018"; '' for none. */
export function spokenDate(date: string, locale: Locale): string {
  if (!isPartialDate(date)) return ''
  const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const options = isMonth(date) ? month : ({ ...month, weekday: 'long', day: 'numeric' } as const)
  const spoken = new Intl.DateTimeFormat(tags[locale], options).format(Date.parse(date))
  return locale === 'fr' ? spoken.replace(' 1 ', ' 1er ') : spoken
}

/** Hours as they follow a day: " à 14 h 30", ", de 14 h 30 à 16 h 30"; '' without a start. */
export function spokenHours(start: string, end: string, locale: Locale): string {
  if (start === '') return ''
  if (end === '') return locale === 'fr' ? ` à ${start}` : ` at ${start}`
  return locale === 'fr' ? `, de ${start} à ${end}` : `, ${start} to ${end}`
}
