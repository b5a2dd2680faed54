import * as v from 'valibot'
import type { Notice } from '../../record/notice.ts'

const notified = v.object({
  timestamp: v.pipe(v.string(), v.isoTimestamp()),
  data: v.object({
    notice: v.object({
      subject: v.string(),
      text: v.string(),
      url: v.string(),
      ics: v.exactOptional(v.string()),
    }),
  }),
})

/** What a frozen payload has to tell people and since when (milliseconds, UTC), or null when it has nothing. Pure. */
export function noticeIn(payload: string): { readonly notice: Notice; readonly at: number } | null {
  const reading = v.safeParse(notified, JSON.parse(payload))
  if (!reading.success) return null
  const { timestamp, data } = reading.output
  return { notice: data.notice, at: Date.parse(timestamp) }
}
