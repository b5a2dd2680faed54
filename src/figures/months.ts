import { monthOf, monthsAfter } from '../plan/months.ts'

/** A month ("2018-10"), what came in it, and how much there was in all at its end. */
export type MonthFigures = {
  readonly month: string
  readonly received: number
  readonly published: number
  readonly publishedInAll: number
  readonly minutes: number
  readonly minutesInAll: number
}

/** When things happened, in milliseconds since 1970, UTC. */
export type Moments = {
  readonly received: readonly number[]
  readonly published: readonly number[]
  readonly minutes: readonly number[]
}

/** At least a year is told, and at most two: what came before is in the totals. */
const [fewestMonths, mostMonths] = [12, 24]

/** What happened month by month, up to that of `today` (ISO 8601): from the first one on in which something did. Pure. */
export function monthFigures(
  { received, published, minutes }: Moments,
  today: string,
): readonly MonthFigures[] {
  const last = monthOf(today)
  const [ofReceived, ofPublished, ofMinutes] = [received, published, minutes].map(monthsOf)
  const first = [ofReceived, ofPublished, ofMinutes]
    .flatMap((months) => [...(months?.keys() ?? [])])
    .reduce((earliest, month) => (month < earliest ? month : earliest), monthsAfter(last, 1 - fewestMonths))
  const earliest = monthsAfter(last, 1 - mostMonths)
  const figures: MonthFigures[] = []
  for (let month = first > earliest ? first : earliest; month <= last; month = monthsAfter(month, 1)) {
    figures.push({
      month,
      received: ofReceived?.get(month) ?? 0,
      published: ofPublished?.get(month) ?? 0,
      publishedInAll: upTo(ofPublished, month),
      minutes: ofMinutes?.get(month) ?? 0,
      minutesInAll: upTo(ofMinutes, month),
    })
  }
  return figures
}

type Counts = ReadonlyMap<string, number>

function monthsOf(moments: readonly number[]): Counts {
  const counts = new Map<string, number>()
  for (const at of moments) {
    const month = monthOf(new Date(at).toISOString())
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return counts
}

const upTo = (counts: Counts | undefined, last: string): number =>
  [...(counts ?? [])].reduce((sum, [month, count]) => (month <= last ? sum + count : sum), 0)
