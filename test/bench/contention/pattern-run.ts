import { auth, sheets } from '@googleapis/sheets'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { readServiceAccount, requestToken } from '../../../src/sheet/token.ts'
import { meetingTime } from '../../sheet/fixture.ts'
import { createDesk, header } from './coordinator.ts'
import type { Api, Job } from './job.ts'
import { createLatency } from './latency.ts'
import { logOf, quiet, type Scenario } from './log.ts'
import type { Pattern } from './patterns/pattern.ts'
import { type Score, scoreOf } from './score.ts'
import { createWatch } from './watch.ts'
import { createWeather } from './weather.ts'

type Due = { readonly at: number; readonly order: number; readonly act: () => void | Promise<void> }

/**
 * Plays a scenario to one pattern at a sheet of its own. One thing happens after another, in the order of its time, so
 * that a run is always the same; jobs overlap as their calls do.
 */
export async function runPattern(pattern: Pattern, scenario: Scenario, seed: number): Promise<Score> {
  let now = 0
  const sheet = await startLocalSheet({ folder: null, now: () => meetingTime + now })
  const api = await connect(sheet)
  await layOut(sheet, api)
  const desk = createDesk(sheet.book, 0)
  const log = logOf(scenario, seed)
  const watch = createWatch(sheet.book, desk.title, log)
  const weather = createWeather()
  const latency = createLatency(seed)
  const writer = pattern.start(sheet.spreadsheetId)
  let due: Due[] = []
  let orders = 0
  const later = (at: number, act: Due['act']) => {
    due.push({ at, order: orders, act })
    orders += 1
  }

  const go = (job: Job, { value, done }: ReturnType<Job['next']>): void => {
    if (done) return
    if (value.kind === 'pause') {
      later(now + value.milliseconds, () => go(job, job.next()))
      return
    }
    later(now + latency(), async () => {
      const outcome = await value.call(api).then(
        ({ data }) => ({ data }),
        (error: unknown) => ({ error }),
      )
      watch.look(now)
      go(job, 'error' in outcome ? job.throw(outcome.error) : job.next(outcome.data))
    })
  }
  const begin = (job: Job) => go(job, job.next())

  sheet.faults.onCall(({ kind }) => {
    const fault = scenario.faults ? weather(kind, now) : null
    if (fault !== null && kind !== 'token') sheet.faults.next(fault, { on: kind })
  })
  sheet.calls.reset()
  for (const moment of log) {
    later(moment.at, () =>
      moment.kind === 'sent' ? begin(writer.submit(moment.sent)) : desk.act(moment.edit),
    )
  }
  const end = (log.at(-1)?.at ?? 0) + quiet
  const { every } = writer
  if (every !== undefined) {
    for (let at = every.milliseconds; at <= end; at += every.milliseconds) later(at, () => begin(every.job()))
  }
  while (due.length > 0) {
    const [first, ...rest] = due.toSorted((one, other) => one.at - other.at || one.order - other.order)
    if (first === undefined) break
    due = rest
    now = first.at
    await first.act()
  }
  const score = scoreOf({ book: sheet.book, log, desk, watch, calls: sheet.calls })
  await sheet.close()
  return score
}

/** Google's own client, with a token of the sheet's own clock; nothing is retried but by the pattern. */
async function connect(sheet: LocalSheet): Promise<Api> {
  const account = readServiceAccount(sheet.serviceAccount)
  if (account === null) throw new Error('no service account')
  const { text } = await requestToken(account, meetingTime, 10_000)
  const client = new auth.OAuth2()
  client.setCredentials({ access_token: text })
  return sheets({ version: 'v4', auth: client, rootUrl: `${sheet.url}/`, retry: false }).spreadsheets
}

/** The tool has written its headings, and the coordinator has frozen them, so that sorting leaves them on top. */
async function layOut({ book, spreadsheetId }: LocalSheet, api: Api): Promise<void> {
  await api.values.update({
    spreadsheetId,
    range: 'A1',
    valueInputOption: 'RAW',
    requestBody: { values: [header] },
  })
  const properties = { sheetId: 0, gridProperties: { frozenRowCount: 1 } }
  book.request({ updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } })
}
