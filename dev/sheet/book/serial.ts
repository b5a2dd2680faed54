const day = 86_400_000
/** Day 0 of a spreadsheet: 30 December 1899. Serials have no time zone. */
const epoch = Date.UTC(1899, 11, 30)

export type Moment = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** @returns days since 1899-12-30, or undefined when there is no such date */
export function toSerial(moment: Moment): number | undefined {
  const { year, month, day: date, hour, minute, second } = moment
  const time = Date.UTC(year, month - 1, date, hour, minute, second)
  const back = new Date(time)
  const exists =
    back.getUTCMonth() === month - 1 && back.getUTCDate() === date && hour < 24 && minute < 60 && second < 60
  return exists ? (time - epoch) / day : undefined
}

export function fromSerial(serial: number): Moment {
  const date = new Date(Math.round((epoch + serial * day) / 1000) * 1000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}
