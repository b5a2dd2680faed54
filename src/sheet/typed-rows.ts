import type { Catalogue } from '../form/definition/index.ts'
import type { StoredRecord } from '../record/record.ts'
import type { CellValue, Words } from './cells.ts'
import { layoutOf, type Tab } from './layout.ts'
import type { RecordChange } from './plan.ts'
import type { Base, Records, Store, Stray } from './ports.ts'
import { type ReadTab, readCell } from './read.ts'
import { incompleteRemark, isIncompleteRemark, namedByHand } from './remark.ts'
import { desiredRows } from './rows.ts'
import type { Survey } from './survey.ts'
import { cellsTyped, isTyped, namedPlaces, readTyped, typedPlaces } from './typed.ts'

type TypedOptions = {
  readonly catalogue: Catalogue
  readonly records: Records
  readonly store: Store
  readonly now: () => number
}

type Typed = {
  /** Remarks on rows that lack something, and remarks to take away. */
  readonly changes: readonly RecordChange[]
  readonly accepted: number
  /** Whether complete rows wait for another pass. */
  readonly open: boolean
}

/**
 * Makes records of rows that the coordinator typed, and says of the others what they lack. The record counts as seen
 * in the sheet from then on: the next pass finds its row by what it holds, and gives it its reference.
 */
export async function acceptTyped(
  options: TypedOptions,
  words: Words,
  { state, identified, records: looked, more }: Survey,
  strays: readonly Stray[],
  braked: ReadonlySet<string>,
  most: number,
): Promise<Typed> {
  const { catalogue, records, store, now } = options
  const changes: RecordChange[] = []
  let accepted = 0
  let open = false
  for (const read of state.values()) {
    if (braked.has(read.tab.key)) continue
    const places = typedPlaces(read, strays).filter((at) => !identified.get(read.tab.key)?.has(at))
    for (const at of places) {
      const typed = readTyped(read, at, words, catalogue.lists, now())
      if (typed.missing.length > 0) {
        changes.push(...remarkOn(read, at, incompleteRemark(typed.missing)))
      } else if (accepted >= most) {
        open = true
      } else {
        const id = crypto.randomUUID()
        const cells = cellsTyped(read, at)
        store.save({ ...store.load(), typed: { id, tab: read.tab.key, cells } })
        const acted = await records.accept(read.tab.form.id, id, typed.answers)
        accepted += 1
        if (acted.kind === 'done') rememberTyped(store, read.tab, acted.record, words, cells)
        if (acted.kind === 'refused') changes.push(...remarkOn(read, at, incompleteRemark([acted.message])))
        store.save({ ...store.load(), typed: null })
      }
    }
    changes.push(...abandoned(read, new Set(places)))
    const referred = new Set([...looked.map(({ reference }) => reference), ...store.known(read.tab.key)])
    const named = more ? [] : namedPlaces(read, referred)
    for (const at of named.filter((place) => !identified.get(read.tab.key)?.has(place))) {
      changes.push(...remarkOn(read, at, incompleteRemark([namedByHand])))
    }
  }
  return { changes, accepted, open }
}

/** Ends what a pass that was cut off had begun: whether the typed row became a record, only D1 can tell. */
export async function recallTyped(options: TypedOptions, words: () => Promise<Words>): Promise<void> {
  const { catalogue, records, store } = options
  const { typed, generations } = store.load()
  if (typed === null) return
  const record = await records.recall(typed.id)
  const tab = layoutOf(catalogue, generations).find(({ key }) => key === typed.tab)
  if (record && tab && store.base(tab.key, record.reference) === undefined) {
    rememberTyped(store, tab, record, await words(), typed.cells)
  }
  store.save({ ...store.load(), typed: null })
}

/**
 * As if the row had been seen with what the record says where something was typed, and empty elsewhere: what else it
 * holds by now is then an edit.
 */
function rememberTyped(store: Store, tab: Tab, record: StoredRecord, words: Words, typed: Base): void {
  const [row] = desiredRows([tab], record, words)
  if (!row) return
  const base = [...row.cells].map(([key, value]) => [key, isTyped(typed, key) ? value : ''] as const)
  store.saveBase(tab.key, row.reference, { ...Object.fromEntries(base), ...typed })
}

function remarkOn(read: ReadTab, at: number, remark: CellValue): readonly RecordChange[] {
  if (readCell(read, '#remark', at) === remark) return []
  const cells = new Map([['#remark', remark]])
  const reference = String(readCell(read, '#reference', at)).trim()
  return [
    {
      record: null,
      rows: [{ tab: read.tab, reference, at, cells, base: null }],
      settled: [],
      open: false,
    },
  ]
}

/** Rows that were being typed, and are empty again but for our remark. */
function abandoned(read: ReadTab, typed: ReadonlySet<number>): readonly RecordChange[] {
  const remarks = read.columns.get('#remark')?.values ?? []
  return [...remarks.entries()]
    .filter(
      ([at, value]) =>
        isIncompleteRemark(String(value)) && !typed.has(at) && readCell(read, '#reference', at) === '',
    )
    .flatMap(([at]) => remarkOn(read, at, ''))
}
