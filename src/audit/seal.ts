import { noteHead } from '../store/daily-heads.ts'
import { eventsErasedBy, eventsToSeal, insertSeals, lastSeal } from '../store/seals.ts'
import { contentDigest, headAfter, type Seal } from './entry.ts'
import { beginning } from './verify.ts'

/** What the cron does each minute: notes where the chain stood when the day began, then seals what has happened. */
export async function keepChain(db: D1Database, now: number): Promise<void> {
  await noteDailyHead(db, now)
  await sealEvents(db, now)
}

/** Events that one call seals at most, so that it stays within a cron's share of time; the next one goes on. */
const sealedAtOnce = 50

/**
 * Seals the events that are not sealed yet, oldest first. Two that do it at once set each seal once: the slower one's
 * are dropped as a whole.
 * @param now milliseconds since 1970, UTC
 * @returns how many it sealed
 */
export async function sealEvents(db: D1Database, now: number): Promise<number> {
  const last = await lastSeal(db)
  const { seq: after, head } = last ?? beginning
  const lines = await eventsToSeal(db, after, sealedAtOnce)
  const [first, newest] = [lines.at(0), lines.at(-1)]
  if (!first || !newest) return 0
  const left = await Promise.all(
    (await eventsErasedBy(db, first.seq, newest.seq)).map(async (line) => ({
      by: line.erasedBy,
      event: line.seq,
      content: await contentDigest(line),
    })),
  )
  const contents = await Promise.all(lines.map(contentDigest))
  const seals: Seal[] = []
  for (const [index, line] of lines.entries()) {
    const seal = { seq: line.seq, content: contents[index] ?? '', at: now }
    const own = left.filter(({ by }) => by === line.seq)
    seals.push({ ...seal, head: await headAfter(seals.at(-1)?.head ?? head, line, seal, own) })
  }
  return (await insertSeals(db, after, seals, left)) ? seals.length : 0
}

/**
 * Notes the chain's head once a day, if it moved since the last time: what the sheet's journal shows, so that whoever has
 * the sheet can tell when the database was rewritten.
 */
export async function noteDailyHead(db: D1Database, now: number): Promise<void> {
  await noteHead(db, new Date(now).toISOString().slice(0, 10)).run()
}
