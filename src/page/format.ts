import type { Locale } from '../form/text.ts'

/** Dates and numbers are those of Senegal in French (24 septembre 2018, 1 500 000) and of Britain in English. */
export const tags = { fr: 'fr-SN', en: 'en-GB' } as const

/** "1 500 000,5" (narrow no-break spaces between thousands) or "1,500,000.5" without its commas in a control. */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale], {
    maximumFractionDigits: 10,
    useGrouping: locale === 'fr',
  }).format(value)
}

/**
 * A date (2018-09-24) or a month (2018-10) as running text has it: "24 septembre 2018", "1er octobre 2018", "octobre
 * 2018".
 */
export function longDate(date: string, locale: Locale): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const format = new Intl.DateTimeFormat(
    tags[locale],
    date.length > 7 ? { ...options, day: 'numeric' } : options,
  )
  const time = Date.parse(date)
  if (Number.isNaN(time)) return date
  return locale === 'fr' ? format.format(time).replace(/^1 /, '1er ') : format.format(time)
}

/** A moment (milliseconds since 1970, UTC, which is Dakar's time) as "24 septembre 2018 à 14 h 30". */
export function formatMoment(at: number, locale: Locale): string {
  const date = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(at)
  const time = new Date(at).toISOString().slice(11, 16)
  return locale === 'fr' ? `${date} à ${time.replace(':', '\u00a0h\u00a0')}` : `${date} at ${time}`
}

/** A colon and the space behind it, as the language has it: French has one before it too. */
export const colon = (locale: Locale): string => (locale === 'fr' ? '\u00a0: ' : ': ')

/** The text with its first letter in upper case. */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
