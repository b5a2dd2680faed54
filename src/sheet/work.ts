import type { Catalogue } from '../form/definition/index.ts'
import { answerSheet } from './answer.ts'
import { dayOf } from './boards.ts'
import { harvest } from './harvest.ts'
import { type LateOptions, mayComeLate } from './late.ts'
import type { Records } from './ports.ts'
import { bootstrap, readTabs, staleTabs } from './read-tabs.ts'
import type { Seen } from './seen.ts'
import { show } from './show.ts'
import { recallTyped } from './typed-rows.ts'
import { wordsOf } from './words.ts'

export type WorkOptions = LateOptions & {
  readonly catalogue: Catalogue
  readonly records: Records
  readonly seen: Seen
  /** Told when the sheet was looked at and nothing had changed. */
  readonly looked: (at: number) => void
}

/**
 * `nothing` was due; `quiet`: a read showed nothing new; `done`; there is `more` to do at once, after records were
 * written (`acted`) or not; or rows wait, since a lost write may still bring them (`late`).
 */
export type Worked = 'nothing' | 'quiet' | 'done' | 'more' | 'acted' | 'late'

/** Records looked at in one pass at most. */
const most = 2000

/**
 * The work of one pass: what the coordinator did is done to the records, then the sheet is made to show them. While a
 * lost write may still be applied, rows that stand are put right, but none is added, since it may come by itself, and
 * no record leaves the list, since what was put right may be written over.
 */
export async function work(given: WorkOptions, onlyDue: boolean): Promise<Worked> {
  const { catalogue, records, store, seen } = given
  const stale = staleTabs(given)
  if (stale.length > 0) await bootstrap(given, stale)
  await recallTyped(given, () => wordsOf(catalogue, records))
  const { quarantined, fault } = store.load()
  const aside = new Set(quarantined.map(({ id, revision }) => `${id} ${revision}`))
  const found = await records.due(most + aside.size)
  const uncopied = new Set(found.flatMap(({ record, isTakenOut }) => (isTakenOut ? [record.id] : [])))
  const due = found.map(({ record }) => record).filter(({ id, revision }) => !aside.has(`${id} ${revision}`))
  // After a fault even an idle pass reads, to see whether it is over.
  if (due.length === 0 && onlyDue && fault === null) return stale.length > 0 ? 'done' : 'nothing'

  const readAt = given.now()
  const isHeld = due.every(({ id, revision }) => seen.held.has(`${id} ${revision}`))
  const isIdle = isHeld && stale.length === 0 && fault === null && seen.boards?.day === dayOf(readAt)
  const reading = await readTabs(given, isIdle ? seen.quiet : null)
  if (isIdle && reading.text === seen.quiet) return 'quiet'
  harvest(store, reading)
  const late = mayComeLate(given)
  const options = late ? { ...given, records: { ...records, clear: async () => undefined } } : given

  const words = await wordsOf(catalogue, records)
  const answered = await answerSheet(options, reading, words, due, { readAt, most, late })
  const shown = await show(options, reading, answered, { readAt, late, uncopied })
  seen.quiet = answered.isCalm && shown.isCalm && !late ? reading.text : null
  seen.held = new Set(
    due.filter(({ id }) => answered.held.has(id)).map(({ id, revision }) => `${id} ${revision}`),
  )
  if (late && due.length > 0) return 'late'
  if (answered.acts > 0) return 'acted'
  return reading.repaired || answered.more || shown.more || due.length >= most ? 'more' : 'done'
}
