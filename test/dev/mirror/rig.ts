import { startLocalSheet } from '../../../dev/sheet/index.ts'
import type { Catalogue } from '../../../src/form/definition/index.ts'
import { accept, type StoredRecord } from '../../../src/record/index.ts'
import { layoutOf, type Tab } from '../../../src/sheet/layout.ts'
import { createMirror } from '../../../src/sheet/mirror.ts'
import type { Occasion } from '../../../src/sheet/pass.ts'
import type { Records } from '../../../src/sheet/ports.ts'
import { recordsIn } from '../../../src/sheet/records.ts'
import { createStore } from '../../../src/sheet/storage.ts'
import { readServiceAccount } from '../../../src/sheet/token.ts'
import { findRecord } from '../../../src/store/records.ts'
import { meetingTime, recordOf, catalogue as trial } from '../../sheet/fixture.ts'
import { mirrorContext } from '../../support/node-context.ts'
import { openRecords } from './database.ts'
import { beginLife, watchFetch } from './life.ts'
import { memoryStorage } from './storage.ts'

const member = { role: 'member', name: '', source: 'page' } as const

type RigOptions = {
  readonly catalogue?: Catalogue
  /** Stands between the mirror and its records. */
  readonly port?: (records: Records) => Records
}

export type Rig = Awaited<ReturnType<typeof startRig>>

/** The real mirror and records against the local sheet, over HTTP, with a clock that tests move. */
export async function startRig({ catalogue = trial, port }: RigOptions = {}) {
  let clock = meetingTime
  const sheet = await startLocalSheet({ folder: null, now: () => clock })
  const account = readServiceAccount(sheet.serviceAccount)
  if (!account) throw new Error('no service account')
  const records = openRecords(catalogue)
  const storage = memoryStorage()
  const context = () => mirrorContext(records.db, catalogue, clock)
  const real = recordsIn(context)
  const names: Records['names'] = async (form, field) =>
    form === 'membre' ? new Map([['ME-0001', 'OEA']]) : real.names(form, field)
  const recordsPort = (port ?? ((same) => same))({ ...real, names })
  let life = beginLife()
  let store = createStore(life.storage(storage))
  const restoreFetch = watchFetch(
    sheet.url,
    () => life.tick(),
    () => sheet.calls.list.filter(({ status }) => status === null).length,
  )
  const create = () =>
    createMirror({
      catalogue,
      records: life.records(recordsPort),
      store,
      root: sheet.url,
      spreadsheetId: sheet.spreadsheetId,
      account,
      now: () => clock,
      random: () => 0.5,
      timeout: 60_000,
    })
  let mirror = create()
  function restart() {
    life = beginLife()
    store = createStore(life.storage(storage))
    mirror = create()
  }
  const hooks = new Set<() => void>()
  const beforeNext = (awaited: 'read' | 'write') => (act: () => void | Promise<void>) => {
    const stop = sheet.faults.onCall(async ({ kind }) => {
      if (kind !== awaited) return
      stop()
      hooks.delete(stop)
      await act()
    })
    hooks.add(stop)
  }
  return {
    sheet,
    records: {
      ...records,
      port: recordsPort,
      get all() {
        return records.all
      },
    },
    storage,
    get store() {
      return store
    },
    now: () => clock,
    context,
    /** A record accepted as a member sends it. */
    async accept(form: string, answers: StoredRecord['answers']): Promise<StoredRecord> {
      const found = catalogue.forms.find(({ id }) => id === form)
      if (!found) throw new Error(form)
      const id = crypto.randomUUID()
      await accept({ ...context(), actor: member }, found, { id, answers, locale: 'fr' })
      const record = await findRecord(records.db, catalogue, id)
      if (!record) throw new Error(id)
      return record
    },
    /** A record sent in or changed: answers are replaced, the revision goes up. */
    send(number: number, answers: StoredRecord['answers'], changes: Partial<StoredRecord> = {}) {
      const revision = records.revisionOf(recordOf(number, {}).id) + 1
      return records.put(recordOf(number, answers, { revision, updatedAt: clock, ...changes }))
    },
    run: (forced = false) => mirror.run(forced ? 'now' : 'due', 20),
    /** A pass as the alarm makes it. */
    poll: () => mirror.run('poll', 1),
    mirror: () => mirror,
    /** Runs, waiting as long as the mirror asks for, until nothing is left to do. */
    async settle(occasion: Occasion = 'due') {
      for (let turn = 0; turn < 200; turn += 1) {
        const outcome = await mirror.run(occasion, 20)
        if (outcome.kind === 'idle' && (occasion === 'due' || outcome.quiet)) return
        if (outcome.kind === 'idle') clock += 10_000
        if (outcome.kind === 'waiting') clock = Math.max(clock + 1, outcome.until)
      }
      throw new Error(`the mirror does not settle: ${JSON.stringify(store.load())}`)
    },
    wait: (milliseconds: number) => {
      clock += milliseconds
    },
    state: () => mirror.state(),
    /** The process dies: what was only in its memory is gone. */
    restart,
    /** The object is evicted at the nth thing that it waits for from now on: what it does after that is nothing. */
    evictAfter: (awaits: number) => life.endAfter(awaits),
    isAlive: () => life.isAlive(),
    /** The object's storage is lost, and with it all that the mirror remembered. */
    forget: () => {
      storage.clear()
      restart()
    },
    /** Acts once, when the next write has come and is not yet applied. */
    beforeNextWrite: beforeNext('write'),
    beforeNextRead: beforeNext('read'),
    /** Nothing that was prepared happens any more. */
    quiet() {
      for (const stop of hooks) stop()
      hooks.clear()
      life.endAfter(Number.POSITIVE_INFINITY)
      sheet.faults.clear()
    },
    calls: () => ({ reads: sheet.calls.reads, writes: sheet.calls.writes }),
    close: async () => {
      restoreFetch()
      await sheet.close()
    },
    tabs: (): readonly Tab[] => layoutOf(catalogue, store.load().generations),
  }
}

/** The cells of a tab by its labels: one object a row below the technical row, keyed by reference. */
export function rowsIn(rig: Rig, title: string): Map<string, Record<string, unknown>> {
  const lines = rig.sheet.book.values(title)
  // A plan's questions stand above its labels; the technical row is below them.
  const at = Math.max(
    0,
    lines.findIndex((cells) => cells.includes('ID')),
  )
  const header = lines[at] ?? []
  const rows = lines.slice(at + 2)
  return new Map(
    rows.map((cells) => [
      String(cells[header.indexOf('ID')] ?? ''),
      Object.fromEntries(header.map((label, index) => [String(label), cells[index] ?? ''])),
    ]),
  )
}
