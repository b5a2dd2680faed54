import type { Context as HonoContext } from 'hono'
import type { AppEnv, Context } from '../../context.ts'
import { problem } from '../../problem.ts'
import { read, replayedRange, replayRange, type StoredEndpoint } from '../../webhook/index.ts'
import { type Entries, entryOf } from '../entries.ts'
import { parseDate } from '../parse.ts'
import { webhookWords } from '../webhook-words.ts'
import { word } from '../words.ts'
import { hookPath } from './address.ts'

const day = 86_400_000

/**
 * Sends the events of some days again, both ends included, in Dakar's time, which is UTC.
 * @returns what the address of the endpoint's page says of it: how many, and from where to go on when there are more
 * @throws problem 'invalid'
 */
export async function replayAsked(
  context: Context,
  endpoint: StoredEndpoint,
  entries: Entries,
): Promise<URLSearchParams> {
  const from = parseDate(entryOf(entries, 'since'))
  const to = parseDate(entryOf(entries, 'until'))
  const undelivered = entryOf(entries, 'undelivered') === 'yes'
  const reading = read(replayedRange, {
    since: startOf(from),
    until: startOf(to, day),
    undelivered,
    after: Number(entryOf(entries, 'after') || 0),
  })
  if (!reading.ok || reading.value.since >= reading.value.until)
    throw problem('invalid', { errors: [{ pointer: '/since', message: webhookWords.hookRangeDates }] })
  const { replayed, next } = await replayRange(context, endpoint, reading.value)
  const told = new URLSearchParams({ renvoyes: String(replayed) })
  if (next === null) return told
  const further = { suite: String(next), du: from, au: to, ...(undelivered && { sauf: 'oui' }) }
  for (const [name, value] of Object.entries(further)) told.set(name, value)
  return told
}

/** A day's first moment (or that of the day so much later) as ISO 8601; '' when there is no such day. */
function startOf(date: string, later = 0): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN
  // 31 February is read as 3 March.
  const isDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
  return isDay ? new Date(at + later).toISOString() : ''
}

/** What a range sent again came to, and a button to go on with the rest of it. */
export function ReplayedNotice({ c, endpoint }: { c: HonoContext<AppEnv>; endpoint: StoredEndpoint }) {
  const { locale } = c.var
  const { renvoyes, suite, du = '', au = '', sauf } = c.req.query()
  if (renvoyes === undefined) return null
  const n = Number(renvoyes) || 0
  if (suite === undefined)
    return (
      <p class="banner" role="status">
        {word(locale, 'hookReplayed', { n })}
      </p>
    )
  const hidden = { since: du, until: au, after: suite, confirm: 'yes', ...(sauf && { undelivered: 'yes' }) }
  return (
    <form method="post" action={hookPath(endpoint.id)} class="notice" role="status">
      <p>{word(locale, 'hookReplayedMore', { n })}</p>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} autocomplete="off" />
      ))}
      <button type="submit" name="action" value="range">
        {word(locale, 'hookReplayOn')}
      </button>
    </form>
  )
}
