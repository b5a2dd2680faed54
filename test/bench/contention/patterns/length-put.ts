import { ask, type Job, pause } from '../job.ts'
import { labels, type Sent } from '../log.ts'
import type { Pattern } from './pattern.ts'

/**
 * Reads how long the tab is, then PUTs the row below: n8n's Google Sheets node (v2/helpers/GoogleSheet.ts,
 * `appendData`; n8n-io/n8n#10443 "PUT instead of /append"). The tab is found by its id and columns by their headings,
 * so that renaming a tab or inserting a column is no trouble. A revision looks for its key and sets the cells of that
 * row, or appends (`appendOrUpdate`). n8n drops the row on a 429; here "Retry On Fail" is on, with its own three tries
 * a second apart, each of them the whole node again.
 */
export const lengthPut: Pattern = {
  name: 'length + PUT',
  start: (spreadsheetId) => ({
    *submit(sent) {
      for (let attempt = 1; attempt <= 3; attempt += 1) {
        try {
          return yield* write(spreadsheetId, sent)
        } catch {
          yield* pause(1000)
        }
      }
    },
  }),
}

type Grid = readonly (readonly unknown[])[]

function* write(spreadsheetId: string, sent: Sent): Job {
  const { sheets = [] } = yield* ask((api) => api.get({ spreadsheetId, fields: 'sheets.properties' }))
  const title = sheets.find(({ properties }) => (properties?.sheetId ?? 0) === 0)?.properties?.title ?? ''
  const read = (range: string) =>
    ask((api) => api.values.get({ spreadsheetId, range, valueRenderOption: 'UNFORMATTED_VALUE' }))
  const { values: headerRow } = yield* read(`'${title}'!1:1`)
  const header = ((headerRow as Grid | undefined)?.[0] ?? []).map(String)
  const values = new Map<string, string | number>([
    ['ID', sent.reference],
    ...Object.entries(labels).map(
      ([field, label]) => [label, sent.answers[field as keyof typeof labels]] as const,
    ),
  ])
  const { values: grid = [] } = (yield* read(`'${title}'`)) as { values?: Grid }
  const key = header.indexOf('ID')
  const found = sent.revision === 1 ? -1 : grid.findIndex((cells) => cells[key] === sent.reference)
  if (found < 0) {
    const row = grid.length + 1
    // n8n fills headings that it does not know with empty texts; null leaves those cells alone.
    const line = header.map((label) => values.get(label) ?? null)
    yield* ask((api) =>
      api.values.update({
        spreadsheetId,
        range: `'${title}'!${row}:${row}`,
        valueInputOption: 'RAW',
        requestBody: { values: [line] },
      }),
    )
    return
  }
  const data = header.flatMap((label, column) => {
    const value = values.get(label)
    if (value === undefined || label === 'ID') return []
    return [{ range: `'${title}'!${String.fromCharCode(65 + column)}${found + 1}`, values: [[value]] }]
  })
  yield* ask((api) =>
    api.values.batchUpdate({ spreadsheetId, requestBody: { valueInputOption: 'RAW', data } }),
  )
}
