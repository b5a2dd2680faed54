const day = 24 * 3600 * 1000

/**
 * The moment at which so many working days have passed since `from`, at the end of the last of them. Monday to Friday;
 * feasts are not known here. Milliseconds since 1970, UTC, which is Dakar's time.
 */
export function afterWorkingDays(from: number, days: number): number {
  let at = from - (from % day)
  for (let left = days; left > 0; ) {
    at += day
    if (isWorkingDay(at)) left--
  }
  return at + day
}

/** 1970-01-01 was a Thursday: 0 is Sunday. */
const isWorkingDay = (at: number): boolean => ![0, 6].includes(new Date(at).getUTCDay())
