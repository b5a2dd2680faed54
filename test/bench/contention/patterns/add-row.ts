import { ask, type Job, pause } from '../job.ts'
import { labels, type Sent } from '../log.ts'
import type { Pattern } from './pattern.ts'

/**
 * `addRow` of node-google-spreadsheet: the first tab and its headings are loaded, then values.append with
 * USER_ENTERED and OVERWRITE ("by default, measured on the wire"), each value under its heading. The row number that
 * comes back is kept, and a revision is saved to that row (`row.save()`: a PUT of `A7:F7`), cells under headings that
 * are not ours left alone. A failed call is made again, three times in all, as moneyman did until
 * daniel-hauser/moneyman#496 "Retry caused duplication".
 */
export const addRow: Pattern = {
  name: 'addRow',
  start: (spreadsheetId) => {
    const rows = new Map<string, number>()
    return {
      *submit(sent) {
        const row = rows.get(sent.reference)
        const saved = yield* again(() => save(spreadsheetId, sent, row))
        if (saved !== null) rows.set(sent.reference, saved)
      },
    }
  },
}

function* again(job: () => Job<number | null>): Job<number | null> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    try {
      return yield* job()
    } catch {
      yield* pause(1000 * 2 ** attempt)
    }
  }
  return null
}

/** Appends, or saves to the row of that number. @returns the number of the row written */
function* save(spreadsheetId: string, sent: Sent, row: number | undefined): Job<number | null> {
  const { sheets = [] } = yield* ask((api) => api.get({ spreadsheetId, fields: 'sheets.properties' }))
  const title = sheets[0]?.properties?.title ?? ''
  const read = yield* ask((api) => api.values.get({ spreadsheetId, range: `'${title}'!A1:Z1` }))
  const header = ((read.values?.[0] ?? []) as unknown[]).map(String)
  const values = new Map<string, string | number>([
    ['ID', sent.reference],
    ...Object.entries(labels).map(
      ([field, label]) => [label, sent.answers[field as keyof typeof labels]] as const,
    ),
  ])
  const requestBody = { values: [header.map((label) => values.get(label) ?? null)] }
  const valueInputOption = 'USER_ENTERED'
  if (row !== undefined) {
    const range = `'${title}'!A${row}:${String.fromCharCode(64 + header.length)}${row}`
    yield* ask((api) => api.values.update({ spreadsheetId, range, valueInputOption, requestBody }))
    return row
  }
  const { updates } = yield* ask((api) =>
    api.values.append({
      spreadsheetId,
      range: `'${title}'!A1`,
      valueInputOption,
      insertDataOption: 'OVERWRITE',
      requestBody,
    }),
  )
  return Number(/![A-Z]+(\d+)/.exec(updates?.updatedRange ?? '')?.[1] ?? 0) || null
}
