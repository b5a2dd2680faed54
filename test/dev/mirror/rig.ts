import { startLocalSheet } from '../../../dev/sheet/index.ts'
import type { StoredRecord } from '../../../src/record/index.ts'
import { layoutOf, type Tab } from '../../../src/sheet/layout.ts'
import { createMirror, syncState } from '../../../src/sheet/mirror.ts'
import { type Base, emptyMemory, type Memory, type Records, type Store } from '../../../src/sheet/ports.ts'
import { readServiceAccount } from '../../../src/sheet/token.ts'
import { catalogue, meetingTime, recordOf } from '../../sheet/fixture.ts'

/** Records held in memory, with a list of what is due that works as the real one does. */
function memoryRecords() {
  const all = new Map<string, StoredRecord>()
  const due = new Map<string, number>()
  const port: Records = {
    due: async (limit) =>
      [...due.keys()].slice(0, limit).flatMap((id) => {
        const record = all.get(id)
        return record ? [{ record }] : []
      }),
    count: async () => due.size,
    clear: async (shown) => {
      for (const { id, revision } of shown) if (due.get(id) === revision) due.delete(id)
    },
    markAll: async (forms) => {
      for (const record of all.values()) {
        if (forms.includes(record.form) && record.erasedAt === null) due.set(record.id, record.revision)
      }
    },
    names: async () => new Map([['ME-0001', 'OEA']]),
  }
  const put = (record: StoredRecord) => {
    all.set(record.id, record)
    due.set(record.id, record.revision)
    return record
  }
  return { all, due, port, put }
}

function memoryStore() {
  let memory: Memory = emptyMemory
  const bases = new Map<string, Base>()
  const store: Store = {
    load: () => memory,
    save: (next) => {
      memory = structuredClone(next)
    },
    base: (tab, reference) => bases.get(`${tab} ${reference}`),
    bases: () =>
      [...bases].map(([key, base]) => {
        const [tab = '', reference = ''] = key.split(' ')
        return { tab, reference, base }
      }),
    saveBase: (tab, reference, base) => {
      if (base === null) bases.delete(`${tab} ${reference}`)
      else bases.set(`${tab} ${reference}`, structuredClone(base))
    },
  }
  const forget = () => {
    memory = emptyMemory
    bases.clear()
  }
  return { store, forget }
}

export type Rig = Awaited<ReturnType<typeof startRig>>

/** The real mirror against the local sheet, over HTTP, with records in memory and a clock that tests move. */
export async function startRig() {
  let clock = meetingTime
  const sheet = await startLocalSheet({ folder: null, now: () => clock })
  const account = readServiceAccount(sheet.serviceAccount)
  if (!account) throw new Error('no service account')
  const records = memoryRecords()
  const { store, forget } = memoryStore()
  const create = () =>
    createMirror({
      catalogue,
      records: records.port,
      store,
      root: sheet.url,
      spreadsheetId: sheet.spreadsheetId,
      account,
      now: () => clock,
      random: () => 0.5,
      timeout: 300,
    })
  let mirror = create()
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
    records,
    store,
    /** A record sent in or changed: answers are replaced, the revision goes up. */
    send(number: number, answers: StoredRecord['answers'], changes: Partial<StoredRecord> = {}) {
      const before = records.all.get(recordOf(number, {}).id)
      return records.put(
        recordOf(number, answers, { revision: (before?.revision ?? 0) + 1, updatedAt: clock, ...changes }),
      )
    },
    run: (forced = false) => mirror.run(forced),
    /** Runs, waiting as long as the mirror asks for, until nothing is left to do. */
    async settle() {
      for (let turn = 0; turn < 60; turn += 1) {
        const outcome = await mirror.run(false)
        if (outcome.kind === 'idle') return
        if (outcome.kind === 'waiting') clock = Math.max(clock + 1, outcome.until)
      }
      throw new Error(`the mirror does not settle: ${JSON.stringify(store.load())}`)
    },
    wait: (milliseconds: number) => {
      clock += milliseconds
    },
    state: async () => syncState(store, await records.port.count()),
    /** The process dies: what was only in its memory is gone. */
    restart: () => {
      mirror = create()
    },
    forget,
    /** Acts once, when the next write has come and is not yet applied. */
    beforeNextWrite: beforeNext('write'),
    beforeNextRead: beforeNext('read'),
    /** Nothing that was prepared happens any more. */
    quiet() {
      for (const stop of hooks) stop()
      hooks.clear()
      sheet.faults.clear()
    },
    calls: () => ({ reads: sheet.calls.reads, writes: sheet.calls.writes }),
    tabs: (): readonly Tab[] => layoutOf(catalogue, store.load().generations),
  }
}

/** The cells of a tab by its labels: one object a row below the technical row, keyed by reference. */
export function rowsIn(rig: Rig, title: string): Map<string, Record<string, unknown>> {
  const [header = [], , ...rows] = rig.sheet.book.values(title)
  return new Map(
    rows.map((cells) => [
      String(cells[header.indexOf('ID')] ?? ''),
      Object.fromEntries(header.map((label, index) => [String(label), cells[index] ?? ''])),
    ]),
  )
}
