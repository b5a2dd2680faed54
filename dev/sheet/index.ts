import { createAuth, keyFile } from './auth.ts'
import type { Book } from './book/types.ts'
import { type CallLog, createCallLog } from './calls.ts'
import { type Coordinator, createCoordinator } from './coordinator/index.ts'
import { createFaults, type Faults } from './faults.ts'
import { createGoogle } from './google.ts'
import { createGrid } from './grid/index.ts'
import { createQuota } from './quota.ts'
import { listen, stop } from './server.ts'
import { createSaver, loadState } from './state.ts'

export type { Call, CallLog } from './calls.ts'
export type { Action, Coordinator } from './coordinator/index.ts'
export type { Fault, Faults, IncomingCall } from './faults.ts'

export type LocalSheet = {
  /** `http://127.0.0.1:port`: the root of the API, and the web grid. */
  readonly url: string
  /** The key file of the service account the spreadsheet is shared with, as JSON text. */
  readonly serviceAccount: string
  readonly spreadsheetId: string
  readonly faults: Faults
  readonly calls: CallLog
  readonly book: Coordinator
  /** Cuts the connections, saves, and frees the port. */
  readonly close: () => Promise<void>
}

export type LocalSheetOptions = {
  /** Where sheet.json is kept; null keeps nothing. */
  readonly folder: string | null
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** Milliseconds since epoch; Date.now by default. */
  readonly now?: () => number
  /** false lifts the quota of requests per minute. */
  readonly quota?: boolean
}

/**
 * Starts a Google Sheets of one's own: the part of the Sheets API v4 the mirror uses, its token endpoint, and a web
 * grid to work in as the coordinator.
 * @throws Error naming the port when it is taken, or the file when the state is broken
 */
export async function startLocalSheet(options: LocalSheetOptions): Promise<LocalSheet> {
  const now = options.now ?? Date.now
  const state = await loadState(options.folder)
  const saver = createSaver(options.folder, state)
  let version = 1
  const commit = (book: Book) => {
    state.book = book
    version += 1
    saver.schedule()
  }
  const quota = createQuota(now, options.quota !== false)
  const faults = createFaults(quota.spendByOthers)
  const calls = createCallLog()
  const auth = createAuth(state.account, now)
  const book = createCoordinator({ state, version: () => version, commit })
  let url = ''
  const google = createGoogle({ state, commit, auth, quota, faults, calls, now, url: () => url })
  const grid = createGrid({ state, version: () => version, act: book.act, url: () => url })
  const listening = await listen(options.port ?? 0, async (request) => {
    const before = version
    const answer = (await google(request)) ?? grid(request)
    // As with Google, what was answered is kept, whatever happens to this process next.
    if (version !== before) await saver.flush()
    return answer
  })
  url = listening.url
  if (options.folder !== null) saver.schedule()
  return {
    url,
    serviceAccount: keyFile(state.account, url),
    spreadsheetId: state.book.spreadsheetId,
    faults,
    calls,
    book,
    close: async () => {
      await stop(listening.server)
      await saver.flush()
    },
  }
}
