import type { CellValue } from './cells.ts'
import { tellsOfRecord } from './columns.ts'
import { identifier } from './identifier.ts'
import type { AnyTab } from './layout.ts'
import type { Base } from './ports.ts'

/**
 * What was last seen in the columns that only we write, as one short text in a row's base: enough to tell that
 * somebody typed in one of them, at a few bytes a cell. Pure.
 */
const shownKey = '#shown'

const mark = (value: CellValue): string => {
  const text = typeof value === 'number' ? value.toPrecision(12) : String(value).replaceAll('\r\n', '\n')
  return identifier(typeof value, text).toString(36)
}

const columnsOf = (tab: AnyTab): readonly string[] =>
  tab.columns.flatMap(({ key, owner }) => (owner === 'mirror' && tellsOfRecord(key) ? [key] : []))

const header = (keys: readonly string[]): string => identifier(...keys).toString(36)

/** Column key → the mark of what was last seen in it; empty after the form's columns changed. */
function marksIn(tab: AnyTab, base: Base | undefined): ReadonlyMap<string, string> {
  const keys = columnsOf(tab)
  const [head, ...marks] = String(base?.[shownKey] ?? '').split('.')
  if (head !== header(keys)) return new Map()
  return new Map(keys.flatMap((key, index) => (marks[index] ? [[key, marks[index]] as const] : [])))
}

/** Whether a cell of ours holds what was last seen in it; null when nothing is remembered of it. */
export function isAsShown(
  tab: AnyTab,
  base: Base | undefined,
  key: string,
  value: CellValue,
): boolean | null {
  const before = marksIn(tab, base).get(key)
  return before === undefined ? null : before === mark(value)
}

/** The base with these cells of ours as last seen; those not given stay as they were. */
export function withShown(
  tab: AnyTab,
  base: Base,
  before: Base | undefined,
  seen: ReadonlyMap<string, CellValue>,
): Base {
  const keys = columnsOf(tab)
  const marks = marksIn(tab, before)
  const after = keys.map((key) => {
    const value = seen.get(key)
    return value === undefined ? (marks.get(key) ?? '') : mark(value)
  })
  return { ...base, [shownKey]: [header(keys), ...after].join('.') }
}
