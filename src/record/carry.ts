import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { findForm } from '../form/index.ts'
import { isProblem } from '../problem.ts'
import { findByReference, findRecord } from '../store/records.ts'
import { markCarried, recordsToCarry, versionsToCarry } from '../store/versions.ts'
import { feed } from './feed.ts'
import type { VersionContent } from './publish.ts'
import type { StoredRecord } from './record.ts'
import { transition } from './transition.ts'

/** Records a run carries at most: the free plan allows 50 queries an invocation (developers.cloudflare.com/d1/platform/limits). */
const carriedPerRun = 2

/**
 * Brings published versions to what they feed, and their meetings to the state that says so. Run each minute: a version
 * is noted as carried only when all was done, and doing it again changes nothing, so that whatever is cut off is done
 * at the next run.
 */
export async function carryVersions(context: Context): Promise<void> {
  for (const id of await recordsToCarry(context.db, carriedPerRun)) {
    const record = await findRecord(context.db, context.catalogue, id)
    const form = record && findForm(context.catalogue, record.form)
    const [newest, ...earlier] = await versionsToCarry(context.db, id)
    if (!record || !form?.minutes || newest === undefined) {
      // Its form is gone, or is none of minutes any more: it must not keep the others waiting.
      await markCarried(context.db, id, Number.MAX_SAFE_INTEGER, context.now)
      continue
    }
    const versions = {
      newest: JSON.parse(newest.content) as VersionContent,
      earlier: earlier.map(({ content }) => JSON.parse(content) as VersionContent),
    }
    await moveMeeting(context, form, versions.newest)
    for (const one of form.minutes.feeds) await feed(context, form, record, one, versions)
    await markCarried(context.db, id, newest.number, context.now)
  }
}

/** The meeting's minutes are out. A meeting whose workflow says otherwise stays where it is. */
async function moveMeeting(context: Context, { minutes }: Form, { answers }: VersionContent): Promise<void> {
  const reference = minutes === null ? undefined : answers[minutes.meeting]
  if (minutes === null || reference === undefined) return
  const meeting: StoredRecord | null = await findByReference(context.db, context.catalogue, String(reference))
  const form = meeting && findForm(context.catalogue, meeting.form)
  if (!meeting || !form || meeting.status === minutes.meetingBecomes) return
  try {
    await transition(context, form, meeting, { to: minutes.meetingBecomes, note: '' })
  } catch (cause) {
    if (!isProblem(cause)) throw cause
  }
}
