import { isTime, years } from '../form/moments.ts'
import { foldLabel } from './cell-label.ts'
import { answered, type CellReading, quoted, refused } from './cell-reading.ts'
import { type CellValue, momentOfSerial, momentSerial } from './cells.ts'

/** Days, months and times that a human typed in a cell, or that the sheet made of what they typed. Pure. */

const firstDay = momentSerial(Date.UTC(years.first, 0, 1))
const pastLastDay = momentSerial(Date.UTC(years.last + 1, 0, 1))
/** What a serial number may lose on its way, in days: under a tenth of a second. */
const precision = 1e-6

const padded = (figures: string | number): string => String(figures).padStart(2, '0')
const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
  ' ',
)
const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const

// Of a folded text: no space stands beside punctuation.
const yearFirst = /^(?<year>\d{4})([-/.])(?<month>\d{1,2})(?:\2(?<day>\d{1,2}))?$/
const yearLast = /^(?:(?<day>\d{1,2})[-/. ])?(?<month>\d{1,2})[-/. ](?<year>\d{4})$/
const inWords =
  /^(?:le )?(?:(?<weekday>lun|mar|mer|jeu|ven|sam|dim)[a-z]*[ .,]+)?(?:le )?(?:(?<day>\d{1,2})(?:er)?[ .-]+)?(?<name>[a-z]{3,})[ .-]+(?<year>\d{4})$/

/**
 * A day as 2018-09-24 or, where `partial`, a month as 2018-10. A serial number counts days since 30 December
 * 1899, and its time is left out. Any year of four figures: the form says which years it takes.
 */
export function readDay(value: CellValue, partial: boolean): CellReading {
  const accepted = `écrivez une date comme 24/09/2018${partial ? ' ou octobre 2018' : ''}`
  if (typeof value === 'number') {
    if (value >= firstDay && value < pastLastDay) return answered(isoDay(Math.floor(value + precision)))
    return refused(
      `${quoted(value)} n’est pas une date des années ${years.first} à ${years.last}\u202f; ${accepted}`,
    )
  }
  const parts = typeof value === 'string' ? partsOf(foldLabel(value)) : null
  if (!parts) return refused(`${quoted(value)} n’est pas une date\u202f; ${accepted}`)
  const { month, day, weekday } = parts
  if (day === null && partial && weekday === null) return answered(month)
  if (day === null) return refused(`dans ${quoted(value)} il manque le jour\u202f; ${accepted}`)
  const date = `${month}-${day}`
  const at = Date.parse(`${date}T00:00:00Z`)
  // V8 takes 31 February for 3 March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) {
    return refused(`${quoted(value)} n’existe pas dans le calendrier\u202f; ${accepted}`)
  }
  const name = weekdays[new Date(at).getUTCDay()] ?? ''
  if (weekday === null || name.startsWith(weekday)) return answered(date)
  return refused(`${quoted(value)} est un ${name}\u202f; corrigez le jour ou la date`)
}

const isoDay = (serial: number): string => new Date(momentOfSerial(serial)).toISOString().slice(0, 10)

/** Month 2018-10, day 01 and the first letters of the weekday, as far as they are given; the month exists. */
type Parts = { readonly month: string; readonly day: string | null; readonly weekday: string | null }

function partsOf(text: string): Parts | null {
  const groups = (yearFirst.exec(text) ?? yearLast.exec(text) ?? inWords.exec(text))?.groups
  if (!groups) return null
  const { year, day, weekday, name } = groups
  const month = name === undefined ? Number(groups.month) : monthNumber(name)
  if (month < 1 || month > 12) return null
  const given = day === undefined ? null : padded(day)
  return { month: `${year}-${padded(month)}`, day: given, weekday: weekday ?? null }
}

/** 10 for "octobre" and "oct"; 0 for what is no month, and for "jui", which may be two. */
function monthNumber(word: string): number {
  const [month, ...others] = months.filter((name) => name.startsWith(word))
  return month === undefined || others.length > 0 ? 0 : months.indexOf(month) + 1
}

const clock = /^(\d{1,2})(?: ?h(?:eures?)?(?: ?(\d\d)(?: ?mi?n)?)?|:(\d\d)(?::\d\d)?)$/
/** A smaller number with a whole part is hours typed as a number (14, 14.3), not a day of 1900 and a time. */
const leastMoment = 366

/** A time as 14:30, seconds left out. A number is a part of a day; of a serial number, that part is taken. */
export function readTime(value: CellValue): CellReading {
  const time = typeof value === 'number' ? timeOfSerial(value) : timeOfText(String(value))
  if (time !== null && isTime(time)) return answered(time)
  return refused(
    `${quoted(value)} n’est pas une heure\u202f; écrivez une heure comme 14:30 ou 14\u00a0h\u00a030`,
  )
}

function timeOfSerial(serial: number): string | null {
  if (serial < 0 || serial >= pastLastDay || (serial >= 1 && serial < leastMoment)) return null
  const minutes = Math.floor(((serial % 1) + precision) * 1440) % 1440
  return `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`
}

function timeOfText(text: string): string | null {
  const [, hours, afterH, afterColon] = clock.exec(foldLabel(text)) ?? []
  return hours === undefined ? null : `${padded(hours)}:${afterH ?? afterColon ?? '00'}`
}
