import type { Answered } from './answer.ts'
import { figureChanges, stateChanges } from './boards.ts'
import { deliver } from './deliver.ts'
import { googleError } from './fault.ts'
import { writeRemembered } from './late.ts'
import type { AnyTab } from './layout.ts'
import { brakedTabs } from './mirror-state.ts'
import type { RecordChange } from './plan.ts'
import type { Store } from './ports.ts'
import type { ReadState, ReadTab } from './read.ts'
import type { Reading } from './read-tabs.ts'
import { rememberRow, type Seen } from './seen.ts'
import { settle } from './settle.ts'
import type { WorkOptions } from './work.ts'

/** Whether all was right already, and whether something is to be written again. */
type ShowOutcome = { readonly isCalm: boolean; readonly more: boolean }

/** Makes the sheet show the records, the figures, the journal and the state of the mirror. */
export async function show(
  options: WorkOptions,
  reading: Reading,
  { state, changes: ofRecords, held }: Answered,
  {
    readAt,
    late,
    uncopied,
  }: { readonly readAt: number; readonly late: boolean; readonly uncopied: ReadonlySet<string> },
): Promise<ShowOutcome> {
  const { records, store, seen } = options
  const figures = await figureChanges({ records, store, seen, now: readAt }, reading.boards)
  const shownNow = late ? withoutNewRows : (change: RecordChange) => change
  const changes = [...figures, ...ofRecords].map(shownNow)
  const right = changes.filter(isRight)
  await settle(records, store, right)
  for (const change of right) if (!change.open) rememberRight(seen, change, state)

  const wrong = changes.filter((change) => !isRight(change))
  const ofState = (await stateOfMirror(options, reading, wrong, readAt)).map(shownNow)
  const all = [...ofState.filter((change) => !isRight(change)), ...wrong]
  const { failures, fault } = store.load()
  // Titles are only needed for the read-back: one renamed again and again goes without.
  const readBack = fault?.kind !== 'moved' || failures < 2
  const { seen: shown, refused } = await deliver(
    {
      write: (id, body, rows, isShown) => writeRemembered(options, id, body, rows, isShown),
      records,
      store,
      state: new Map<string, ReadTab<AnyTab>>([...state, ...reading.boards]),
      scratch: reading.scratch,
      uncopied,
      readBack,
    },
    all,
  )
  if (shown > 0) store.save({ ...store.load(), lastWriteAt: readAt })
  const unshown = all.length - shown - refused
  if (unshown > 0 && shown === 0 && readBack) throw unseen(unshown)
  const isOpen = changes.some(({ open, record }) => open && !held.has(record?.id ?? ''))
  if (unshown === 0 && !isOpen) forgetSent(store, readAt)
  return { isCalm: all.length === 0 && !isOpen && store.sent().length === 0, more: unshown > 0 }
}

const isRight = ({ rows }: RecordChange): boolean => rows.length === 0

/** The state is written with whatever else is written, or when something else than its moment changed. */
async function stateOfMirror(
  { catalogue, records, store }: WorkOptions,
  { boards }: Reading,
  wrong: readonly RecordChange[],
  now: number,
): Promise<readonly RecordChange[]> {
  const { lastWriteAt, parked, quarantined, brakes, generations } = store.load()
  const shown = wrong.filter(({ record, open }) => record !== null && !open)
  const as = (at: number | null, pending: number, withdrawn: number) =>
    stateChanges(store, boards, {
      lastWriteAt: at,
      pending: Math.max(0, pending - shown.length),
      parked: parked?.message ?? null,
      braked: brakedTabs(catalogue, generations, brakes),
      quarantined,
      withdrawn,
      address: 'Sur le site\u00a0: /coordination/feuille',
    })
  const [pending, withdrawn] = [await records.count(), (await records.withdrawn()).length]
  const same = as(lastWriteAt, pending, withdrawn)
  return wrong.length === 0 && same.every(isRight) ? same : as(now, pending, withdrawn)
}

function rememberRight(seen: Seen, { settled }: RecordChange, state: ReadState): void {
  for (const { tab, reference } of settled) {
    const read = state.get(tab.key)
    if (read) rememberRow(seen, read, reference)
  }
}

/** Writes that were never answered and can no longer be applied: a read since then showed what became of them. */
function forgetSent(store: Store, readAt: number): void {
  for (const { id, until } of store.sent()) if (until < readAt) store.dropSent(id)
}

const withoutNewRows = (change: RecordChange): RecordChange => ({
  ...change,
  rows: change.rows.filter(({ at }) => at !== null),
})

/** Google took the write, yet does not show it: wait, read again, and do not go on adding rows. */
const unseen = (count: number) =>
  googleError({
    kind: 'unavailable',
    status: 200,
    message: `${count} fiches écrites ne sont pas encore visibles dans la feuille.`,
    wait: 0,
  })
