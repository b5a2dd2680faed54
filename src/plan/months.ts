/** Days ("2018-09-24") and months ("2018-10"), which sort as text. Pure. */

/** The month of a day or of a month. */
export const monthOf = (date: string): string => date.slice(0, 7)

/** The month so many months later. */
export function monthsAfter(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7)
}

/** The last day of a month: 2018-10-31. */
export const lastDayOf = (month: string): string => dayAfter(`${monthsAfter(month, 1)}-01`, -1)

/** The day so many days later, earlier when the count is negative. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * millisecondsADay).toISOString().slice(0, 10)

/** How many days from one day to another: 0 from a day to itself. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / millisecondsADay

const millisecondsADay = 86_400_000
