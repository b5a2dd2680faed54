import type { Anchored, Area, Book, DimensionName, GridRange, Sheet } from './types.ts'

/** A change of the rows or columns of one tab; what is tied to them follows. Indexes from 0, half-open. */
export type Shift =
  | { readonly kind: 'insert'; readonly at: number; readonly count: number }
  | { readonly kind: 'delete'; readonly start: number; readonly end: number }
  /** `destination` counts before the move, as in the API. */
  | { readonly kind: 'move'; readonly start: number; readonly end: number; readonly destination: number }

type Span = { readonly start: number; readonly end: number }

/** Where a span of rows or columns is after the shift; null when nothing is left of it. */
export function shiftSpan(span: Span, shift: Shift): Span | null {
  switch (shift.kind) {
    case 'insert':
      return {
        start: span.start >= shift.at ? span.start + shift.count : span.start,
        end: span.end > shift.at ? span.end + shift.count : span.end,
      }
    case 'delete': {
      const kept = (index: number) =>
        index - Math.max(0, Math.min(index, shift.end) - Math.min(index, shift.start))
      const moved = { start: kept(span.start), end: kept(span.end) }
      return moved.end > moved.start ? moved : null
    }
    case 'move':
      return moveSpan(span, shift)
  }
}

function moveSpan(span: Span, move: Shift & { kind: 'move' }): Span | null {
  const count = move.end - move.start
  const landing = move.destination > move.start ? move.destination - count : move.destination
  if (span.start >= move.start && span.end <= move.end) {
    return { start: span.start - move.start + landing, end: span.end - move.start + landing }
  }
  if (move.destination >= span.start && move.destination <= span.end && overlaps(span, move)) return span
  const rest = shiftSpan(span, { kind: 'delete', start: move.start, end: move.end })
  return rest === null ? null : shiftSpan(rest, { kind: 'insert', at: landing, count })
}

const overlaps = (span: Span, other: Span): boolean => span.start < other.end && other.start < span.end

/** @returns the range after the shift, or null when it vanished; another tab's range is left as it is */
function shiftRange(range: GridRange, sheetId: number, name: DimensionName, shift: Shift): GridRange | null {
  const [startKey, endKey] =
    name === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const)
  const start = range[startKey]
  const end = range[endKey]
  if ((range.sheetId ?? 0) !== sheetId || (start === undefined && end === undefined)) return range
  const moved = shiftSpan({ start: start ?? 0, end: end ?? Number.POSITIVE_INFINITY }, shift)
  if (moved === null) return null
  return {
    ...range,
    ...(start !== undefined && { [startKey]: moved.start }),
    ...(end !== undefined && { [endKey]: moved.end }),
  }
}

/** Moves everything tied to ranges of the tab: metadata, protections, filters, formats, named ranges. */
export function shiftAnchors(book: Book, sheet: Sheet, name: DimensionName, shift: Shift): void {
  const { sheetId } = sheet.properties
  const one = (range: GridRange) => shiftRange(range, sheetId, name, shift)
  const anchored = <T extends Anchored>(item: T): T[] => {
    if (item.range !== undefined) {
      const range = one(item.range)
      return range === null ? [] : [{ ...item, range }]
    }
    const ranges = (item.ranges ?? []).flatMap((range) => one(range) ?? [])
    return ranges.length === 0 ? [] : [{ ...item, ranges }]
  }
  sheet.merges = sheet.merges.flatMap((range) => one(range) ?? [])
  sheet.protectedRanges = sheet.protectedRanges.flatMap((item) => {
    const range = one(item.range)
    return range === null ? [] : [{ ...item, range }]
  })
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap(anchored)
  sheet.bandedRanges = sheet.bandedRanges.flatMap(anchored)
  sheet.filterViews = sheet.filterViews.flatMap(anchored)
  sheet.basicFilter = sheet.basicFilter === null ? null : (anchored(sheet.basicFilter)[0] ?? null)
  book.namedRanges = book.namedRanges.flatMap(anchored)
  book.metadata = book.metadata.flatMap((item) => {
    const { dimensionRange } = item.location
    if (dimensionRange?.dimension !== name || (dimensionRange.sheetId ?? 0) !== sheetId) return [item]
    const start = dimensionRange.startIndex ?? 0
    const moved = shiftSpan({ start, end: dimensionRange.endIndex ?? start + 1 }, shift)
    if (moved === null) return []
    const range = { ...dimensionRange, startIndex: moved.start, endIndex: moved.end }
    return [{ ...item, location: { dimensionRange: range } }]
  })
}

/** Whether an area of a tab meets a range that is known to be of the same tab. */
export function meets(area: Area, range: GridRange): boolean {
  return (
    area.top < (range.endRowIndex ?? Number.POSITIVE_INFINITY) &&
    (range.startRowIndex ?? 0) < area.bottom &&
    area.left < (range.endColumnIndex ?? Number.POSITIVE_INFINITY) &&
    (range.startColumnIndex ?? 0) < area.right
  )
}
