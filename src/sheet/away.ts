import { rowName } from './plan.ts'
import type { Brake, Memory, Records, Store } from './ports.ts'
import { sentenceOfBrake } from './remark.ts'
import type { Survey } from './survey.ts'

/** What is done about rows that are not where they were: never a deletion of a record. */
type AwayOptions = { readonly records: Records; readonly store: Store; readonly now: () => number }

/** Rows taken out, or put back, in one pass: each is a batch of statements. */
const mostRows = 3

/**
 * Brakes on tabs of which too many rows vanished at once, and off those whose rows are back.
 * @returns the keys of tabs in which nothing may be done
 */
export async function brake(options: AwayOptions, { brakes: found }: Survey): Promise<ReadonlySet<string>> {
  const { records, store, now } = options
  const memory = store.load()
  const brakes: Record<string, Brake> = {}
  for (const [tab, rows] of found) {
    const before = memory.brakes[tab]
    brakes[tab] = before ?? { since: now(), rows, meant: false }
    if (!before) await records.alert(tab, sentenceOfBrake(rows.length))
  }
  if (!sameKeys(brakes, memory.brakes)) store.save({ ...store.load(), brakes })
  return new Set(Object.keys(brakes).filter((tab) => !brakes[tab]?.meant))
}

/** Writes down which rows were taken out of the sheet, and which are there again. */
export async function followAway(
  { records, store }: AwayOptions,
  survey: Survey,
  braked: ReadonlySet<string>,
): Promise<{ readonly withdrawn: ReadonlySet<string>; readonly acts: number }> {
  const withdrawn = new Set(survey.withdrawn)
  let acts = 0
  for (const { tab, reference, record } of survey.returned.slice(0, mostRows)) {
    await records.restore(record, tab.key, reference)
    withdrawn.delete(rowName(tab.key, reference))
    acts += 1
  }
  const gone = survey.gone.filter(({ tab }) => !braked.has(tab.key))
  for (const { tab, reference, record } of gone.slice(0, mostRows)) {
    if (record && record.erasedAt === null) {
      await records.withdraw(record, tab.key, reference)
      withdrawn.add(rowName(tab.key, reference))
      acts += 1
    }
    store.saveBase(tab.key, reference, null)
  }
  const memory = store.load()
  if (JSON.stringify(memory.missed) !== JSON.stringify(survey.missed)) {
    store.save({ ...memory, missed: survey.missed })
  }
  return { withdrawn, acts }
}

const sameKeys = (one: Memory['brakes'], other: Memory['brakes']): boolean =>
  Object.keys(one).sort().join() === Object.keys(other).sort().join()
