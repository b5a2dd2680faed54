import { areaOf } from '../a1.ts'
import { cellAt } from '../cells.ts'
import { invalid } from '../error.ts'
import { formattedValue } from '../render.ts'
import { nextId, sheetById } from '../sheets.ts'
import type { Actor, Anchored, Area, Book, GridRange, JsonObject, Sheet } from '../types.ts'
import { type SortSpec, sortRange } from './sort.ts'

type Rule = Anchored

export function addConditionalFormatRule(
  book: Book,
  body: { readonly rule?: Rule; readonly index?: number },
): JsonObject {
  const rule = body.rule ?? {}
  const first = rule.ranges?.[0]
  if (first === undefined) throw invalid('A conditional format rule must have at least one range.')
  if ((rule.booleanRule === undefined) === (rule.gradientRule === undefined)) {
    throw invalid('A conditional format rule must have either a booleanRule or a gradientRule.')
  }
  for (const range of rule.ranges ?? []) areaOf(book, range)
  const { sheet } = areaOf(book, first)
  const index = body.index ?? 0
  if (index > sheet.conditionalFormats.length) {
    throw invalid(`Cannot insert conditional format rule at index: ${index}.`)
  }
  sheet.conditionalFormats.splice(index, 0, rule)
  return {}
}

export function deleteConditionalFormatRule(
  book: Book,
  body: { readonly sheetId?: number; readonly index?: number },
): JsonObject {
  const sheet = sheetById(book, body.sheetId ?? 0, 'sheet')
  const index = body.index ?? 0
  const [rule] = sheet.conditionalFormats.splice(index, 1)
  if (rule === undefined) throw invalid(`No conditional format on sheet: ${body.sheetId} at index: ${index}`)
  return { deleteConditionalFormatRule: { rule } }
}

type Criteria = { readonly hiddenValues?: readonly string[]; readonly condition?: { readonly type?: string } }

type Filter = {
  readonly range?: GridRange
  readonly sortSpecs?: readonly SortSpec[]
  readonly criteria?: Readonly<Record<string, Criteria>>
  readonly filterSpecs?: readonly { readonly columnIndex?: number; readonly filterCriteria?: Criteria }[]
}

/** Hides at once the rows that do not pass; like Google's, the filter is not applied again by later edits. */
export function setBasicFilter(book: Book, body: { readonly filter?: Filter }, actor: Actor): JsonObject {
  const filter = body.filter ?? {}
  const { sheet, area } = areaOf(book, filter.range ?? {})
  unhide(sheet)
  sheet.basicFilter = { ...(filter as JsonObject), range: { ...filter.range } }
  const data: Area = { ...area, top: area.top + 1 }
  if (filter.sortSpecs !== undefined && data.top < data.bottom) {
    const range: GridRange = { ...filter.range, startRowIndex: data.top }
    sortRange(book, { range, sortSpecs: filter.sortSpecs }, actor)
  }
  const criteria = [
    ...Object.entries(filter.criteria ?? {}).map(([column, item]) => ({ column: Number(column), item })),
    ...(filter.filterSpecs ?? []).map((spec) => ({
      column: spec.columnIndex ?? 0,
      item: spec.filterCriteria ?? {},
    })),
  ]
  for (let row = data.top; row < Math.min(data.bottom, sheet.rows.length); row += 1) {
    if (criteria.every(({ column, item }) => passes(book, sheet, row, column, item))) continue
    sheet.rowDimensions[row] = { ...sheet.rowDimensions[row], hiddenByFilter: true }
  }
  return {}
}

/** Hidden values, blank and not blank; other conditions hide nothing here. */
function passes(book: Book, sheet: Sheet, row: number, column: number, criteria: Criteria): boolean {
  const { locale } = book.properties
  const shown = formattedValue(cellAt(sheet, row, column), { sheet, row, column, locale }) ?? ''
  if (criteria.hiddenValues?.includes(shown) === true) return false
  if (criteria.condition?.type === 'BLANK') return shown === ''
  if (criteria.condition?.type === 'NOT_BLANK') return shown !== ''
  return true
}

function unhide(sheet: Sheet): void {
  sheet.rowDimensions = sheet.rowDimensions.map((dimension) => {
    if (dimension?.hiddenByFilter === undefined) return dimension
    const { hiddenByFilter: _, ...rest } = dimension
    return Object.keys(rest).length === 0 ? undefined : rest
  })
}

export function clearBasicFilter(book: Book, body: { readonly sheetId?: number }): JsonObject {
  const sheet = sheetById(book, body.sheetId ?? 0, 'sheet')
  sheet.basicFilter = null
  unhide(sheet)
  return {}
}

export function addFilterView(book: Book, body: { readonly filter?: Anchored }): JsonObject {
  const given = body.filter ?? {}
  const { sheet } = areaOf(book, given.range ?? {})
  const filterViewId = given.filterViewId ?? nextId(book)
  const taken = book.sheets.some((item) =>
    item.filterViews.some((view) => view.filterViewId === filterViewId),
  )
  if (taken) throw invalid(`A filter view with ID: ${filterViewId} already exists.`)
  const title = given.title ?? `Filtre ${sheet.filterViews.length + 1}`
  const view: Anchored = { ...given, range: { ...given.range }, filterViewId, title }
  sheet.filterViews.push(view)
  return { addFilterView: { filter: view } }
}

export function addBanding(book: Book, body: { readonly bandedRange?: Anchored }): JsonObject {
  const given = body.bandedRange ?? {}
  const { sheet } = areaOf(book, given.range ?? {})
  const bandedRangeId = given.bandedRangeId ?? nextId(book)
  const taken = book.sheets.some((item) =>
    item.bandedRanges.some((band) => band.bandedRangeId === bandedRangeId),
  )
  if (taken) throw invalid(`A banded range with ID: ${bandedRangeId} already exists.`)
  if (given.rowProperties === undefined && given.columnProperties === undefined) {
    throw invalid('Must specify rowProperties or columnProperties.')
  }
  const band: Anchored = { ...given, range: { ...given.range }, bandedRangeId }
  sheet.bandedRanges.push(band)
  return { addBanding: { bandedRange: band } }
}

export function addNamedRange(
  book: Book,
  body: {
    readonly namedRange?: {
      readonly namedRangeId?: string
      readonly name?: string
      readonly range?: GridRange
    }
  },
): JsonObject {
  const given = body.namedRange ?? {}
  const range = { ...given.range }
  areaOf(book, range)
  const name = given.name ?? ''
  if (!/^[\p{L}_][\p{L}\d_]{0,249}$/u.test(name)) throw invalid(`Invalid name: ${name}`)
  const namedRangeId = given.namedRangeId ?? String(nextId(book))
  if (book.namedRanges.some((item) => item.namedRangeId === namedRangeId || item.name === name)) {
    throw invalid(`A named range with the name "${name}" or the ID "${namedRangeId}" already exists.`)
  }
  book.namedRanges.push({ namedRangeId, name, range })
  return { addNamedRange: { namedRange: { namedRangeId, name, range } } }
}
