import type { Context } from '../context.ts'
import { isDue, type Sought, soughtAt } from '../privacy/due.ts'
import { isProblem } from '../problem.ts'
import {
  blankAnswered,
  countAnswered,
  deleteStarted,
  type Found,
  findDue,
  findToErase,
  insertStarted,
  readStarted,
  type Started,
} from '../store/retention.ts'
import { emitOnce } from './emit-once.ts'
import { erase } from './erase.ts'
import { derivedId, eventAbout, eventOf } from './event.ts'
import type { StoredRecord } from './record.ts'
import { reduce } from './reduce.ts'
import { loadSettings } from './settings.ts'

/** What receivers of webhooks answered is kept for so many days. */
export const responseDays = 30
const day = 86_400_000

/** Records erased or reduced in one run: each is some ten statements, and the free plan allows 50 queries an invocation. */
const mostAtOnce = 2
/** What failed is tried again after so many days: as often as it could be, what always fails would hold up the rest. */
const daysToRetry = 7
/** Answers of receivers emptied in one run. */
const mostResponses = 500

/** What is due now: nothing of it is done. */
export type Due = {
  readonly found: readonly Found[]
  readonly responses: number
  readonly started: Started | null
}

/** @param limit how many records of each purpose are named; all are counted */
export async function dueNow(context: Context, limit: number): Promise<Due> {
  const { db, catalogue, now } = context
  const { settings } = await loadSettings(context)
  const [found, responses, started] = await Promise.all([
    findDue(db, catalogue, soughtAt(catalogue, settings, now), limit),
    countAnswered(db, now - responseDays * day),
    readStarted(db),
  ])
  return { found, responses, started }
}

/** Every quarter of an hour: periods count in months, and this reads what is old of every form. */
export const isTimeToRetain = (now: number): boolean => Math.floor(now / 60_000) % 15 === 7

/**
 * Empties the log of what receivers answered once it is old, and, once a coordinator began it, erases some of the data
 * whose time is over; the next run goes on. What fails is noted (`erasure.failed`) and left to a later run.
 */
export async function retain(context: Context): Promise<void> {
  const { db, catalogue, now } = context
  await blankAnswered(db, now - responseDays * day, mostResponses)
  if ((await readStarted(db)) === null) return
  const { settings } = await loadSettings(context)
  const sought = soughtAt(catalogue, settings, now)
  const found = await findToErase(db, catalogue, sought, mostAtOnce, now - daysToRetry * day)
  // One that is due for several purposes goes for the first of them: the whole of it, if that is due.
  const each = found.filter(
    ({ record }, index) => found.findIndex((one) => one.record.id === record.id) === index,
  )
  for (const one of each.slice(0, mostAtOnce)) await eraseDue(context, one)
}

type DueFor = { readonly sought: Sought; readonly record: StoredRecord }

/** Erases, or reduces, a record unless a change that came between made it not due any more. */
async function eraseDue(context: Context, due: DueFor): Promise<void> {
  const { sought, record } = due
  const { form, fields } = sought
  try {
    if (fields === null) await erase(context, form, record, (present) => isDue(sought, present))
    else await reduce(context, { ...sought, fields }, record)
  } catch (cause) {
    if (isProblem(cause) && cause.code === 'erased') return
    console.error(cause)
    await noteFailure(context, due)
  }
}

/** The cause is in the Worker's log alone: it may repeat what the record says. */
async function noteFailure(context: Context, { sought: { form, purpose }, record }: DueFor): Promise<void> {
  const { id, revision } = record
  const event = {
    ...eventOf(context, form, record, { type: 'erasure.failed', purpose: purpose.id }),
    id: await derivedId(['erasure.failed', id, revision, purpose.id, context.now]),
  }
  await emitOnce(context, [{ id: event.id, note: () => ({ record: id, revision, event }) }])
}

/** Begins, or ends, the erasing of what is over; the same again changes nothing. */
export async function setRetention(context: Context, state: 'started' | 'stopped'): Promise<void> {
  const event = eventAbout(context, `retention.${state}`, {}, {})
  await (state === 'started' ? insertStarted : deleteStarted)(context.db, event)
}
