import { header } from '../coordinator.ts'
import { ask, type Job } from '../job.ts'
import type { Sent } from '../log.ts'
import { type Pattern, rowOf } from './pattern.ts'

/**
 * Rewrites the header row, then appends: two writes a submission, neither of them by a tab's name. As in Formbricks
 * (apps/web/lib/googleSheet/service.ts, update of A1 then append to A2, both RAW) and OpnForm. There is no other write
 * in it, so a revision is one more row. On a failure the row is dropped: OpnForm, Formbricks and n8n all "drop the row
 * on 429". A header that fails does not hold up the row, since Formbricks waits for neither.
 */
export const headerAppend: Pattern = {
  name: 'header + append',
  start: (spreadsheetId) => ({
    *submit(sent) {
      yield* dropped(
        ask((api) =>
          api.values.update({
            spreadsheetId,
            range: 'A1',
            valueInputOption: 'RAW',
            requestBody: { values: [header] },
          }),
        ),
      )
      yield* dropped(append(spreadsheetId, sent))
    },
  }),
}

const append = (spreadsheetId: string, sent: Sent) =>
  ask((api) =>
    api.values.append({
      spreadsheetId,
      range: 'A2',
      valueInputOption: 'RAW',
      requestBody: { values: [rowOf(sent)] },
    }),
  )

function* dropped(job: Job<unknown>): Job {
  try {
    yield* job
  } catch {
    // Nothing else is done about it.
  }
}
