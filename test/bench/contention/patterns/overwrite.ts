import { header } from '../coordinator.ts'
import { ask } from '../job.ts'
import type { Sent } from '../log.ts'
import { type Pattern, rowOf } from './pattern.ts'

/**
 * Writes the whole tab from its first row, with all the records there are, when something is new: a linked spreadsheet
 * in Nextcloud Forms (nextcloud/forms#1970, "never overwrite existing data"), and any table dumped from a database.
 * Cells that it has no value for are left alone, which is kinder than clearing the tab first. A failure does not matter:
 * the next period writes everything again. The tab goes by the name it had at first.
 */
export const overwrite: Pattern = {
  name: 'whole tab',
  start: (spreadsheetId) => {
    const records = new Map<string, Sent>()
    let isDirty = false
    return {
      // biome-ignore lint/correctness/useYield: it only writes later
      *submit(sent) {
        records.set(sent.reference, sent)
        isDirty = true
      },
      every: {
        milliseconds: 30_000,
        *job() {
          if (!isDirty) return
          isDirty = false
          try {
            yield* ask((api) =>
              api.values.update({
                spreadsheetId,
                range: "'Feuille 1'!A1",
                valueInputOption: 'RAW',
                requestBody: { values: [header, ...[...records.values()].map(rowOf)] },
              }),
            )
          } catch {
            isDirty = true
          }
        },
      },
    }
  },
}
