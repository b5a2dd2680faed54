/** Years an answer may have. A Google sheet counts days from 1899-12-30 and cannot hold earlier ones. */
export const years = { first: 1900, last: 2199 } as const

/** Whether a text is a day of the calendar, such as 2018-09-24. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!parts) return false
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  return inYears(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)
}

/** Whether a text is a day or a month, such as 2018-10. */
export function isPartialDate(text: string): boolean {
  return isDate(/^\d{4}-\d\d$/.test(text) ? `${text}-01` : text)
}

/** Whether a text is a time of the day, from 00:00 to 23:59. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

const inYears = (year: number): boolean => year >= years.first && year <= years.last

// Day 0 of the next month is the last of this one.
const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
