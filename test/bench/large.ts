import { fork } from 'node:child_process'
import { join } from 'node:path'
import { startLocalSheet } from '../../dev/sheet/index.ts'
import type { Figure } from './index.ts'

/** What the mirror of a large tab tells of itself, from a process that may use no more memory than a Worker. */
export type LargeReport = {
  readonly passes: number
  readonly peakHeap: number
  readonly quietMilliseconds: number
  readonly editMilliseconds: number
  readonly isEdited: boolean
}

/** A Worker's memory, in MB: developers.cloudflare.com/workers/platform/limits */
const memory = 128
const rows = 10_000

/** 10,000 records of 30 columns: filled in, looked at, and one cell of them edited. */
export async function largeFigures(): Promise<readonly Figure[]> {
  const sheet = await startLocalSheet({ folder: null, quota: false })
  const child = fork(join(import.meta.dirname, 'large-mirror.ts'), [String(rows)], {
    execArgv: [`--max-old-space-size=${memory}`, '--js-base-64'],
    env: {
      ...process.env,
      SHEET: JSON.stringify({ url: sheet.url, id: sheet.spreadsheetId, account: sheet.serviceAccount }),
    },
  })
  const report = await new Promise<LargeReport>((resolve, reject) => {
    child.on('message', (message: 'edit' | LargeReport) => {
      if (message !== 'edit') return resolve(message)
      sheet.book.edit(
        'Large',
        5000,
        sheet.book.values('Large')[0]?.indexOf('Note du coordinateur') ?? 0,
        'vu',
      )
      child.send('edited')
    })
    child.on('exit', (code) => reject(new Error(`the mirror of the large tab ended with ${code}`)))
  })
  child.kill()
  const calls = sheet.calls.list.filter(({ kind }) => kind !== 'token')
  const largest = Math.max(...calls.map(({ bytesIn }) => bytesIn))
  const answer = Math.max(...calls.map(({ bytesOut }) => bytesOut))
  const shown = sheet.book.values('Large').length - 2
  await sheet.close()
  if (shown !== rows || !report.isEdited) throw new Error(`${shown} rows shown, edited: ${report.isEdited}`)
  return [
    { what: '10,000 rows of 30 columns, calls to fill them in', value: calls.length, unit: '', budget: null },
    { what: 'largest request', value: megabytes(largest), unit: 'MB', budget: 2 },
    { what: 'answer to a read of it all', value: megabytes(answer), unit: 'MB', budget: null },
    {
      what: 'memory, at its highest (V8 heap)',
      value: megabytes(report.peakHeap),
      unit: 'MB',
      budget: memory,
    },
    {
      what: 'a look that finds nothing new',
      value: Math.round(report.quietMilliseconds),
      unit: 'ms',
      budget: null,
    },
    {
      what: 'a look that finds one edit, and answers it',
      value: Math.round(report.editMilliseconds),
      unit: 'ms',
      budget: null,
    },
  ]
}

const megabytes = (bytes: number): number => Math.round(bytes / 104_857.6) / 10
