import type { Context } from '../context.ts'
import { soughtAt } from '../privacy/due.ts'
import {
  blankAnswered,
  countAnswered,
  deleteStarted,
  type Found,
  findDue,
  insertStarted,
  readStarted,
  type Started,
} from '../store/retention.ts'
import { erase } from './erase.ts'
import { reduce } from './reduce.ts'
import { loadSettings } from './settings.ts'

/** What receivers of webhooks answered is kept for so many days. */
export const responseDays = 30
const day = 86_400_000

/** Records erased or reduced in one run: each is some ten statements, and the free plan allows 50 queries an invocation. */
const mostAtOnce = 2
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
 * whose time is over; the next run goes on.
 */
export async function retain(context: Context): Promise<void> {
  const { db, catalogue, now } = context
  await blankAnswered(db, now - responseDays * day, mostResponses)
  if ((await readStarted(db)) === null) return
  const { settings } = await loadSettings(context)
  const found = await findDue(db, catalogue, soughtAt(catalogue, settings, now), mostAtOnce)
  const each = found.flatMap(({ sought, records }) => records.map((record) => ({ sought, record })))
  const done = new Set<string>()
  for (const { sought, record } of each) {
    if (done.size === mostAtOnce) return
    if (done.has(record.id)) continue
    done.add(record.id)
    const { form, fields } = sought
    await (fields === null
      ? erase(context, form, record)
      : reduce(context, { ...sought, fields }, record)
    ).catch((cause: unknown) => console.error(cause))
  }
}

/** Begins, or ends, the erasing of what is over; the same again changes nothing. */
export async function setRetention({ db, now, actor }: Context, state: 'started' | 'stopped'): Promise<void> {
  const type = `retention.${state}`
  const event = {
    id: `evt_${crypto.randomUUID()}`,
    type,
    at: now,
    actor,
    payload: {
      type,
      timestamp: new Date(now).toISOString(),
      data: { actor: { role: actor.role, source: actor.source } },
    },
    detail: {},
  }
  await (state === 'started' ? insertStarted(db, event) : deleteStarted(db, event))
}
