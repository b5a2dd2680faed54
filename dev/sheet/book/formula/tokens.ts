import { columnIndex, columnLetters } from '../a1.ts'

/** A row or a column as a formula names it, from 0; `$` fixes it. */
export type Axis = { readonly index: number; readonly isFixed: boolean }

/** `B5`, or one side of `B:B` or `5:5`. */
export type Corner = { readonly column?: Axis; readonly row?: Axis }

export type Reference = {
  /** The title of another tab, as written before `!`, quotes included. */
  readonly tab?: string
  readonly start: Corner
  /** Of a range only. */
  readonly end?: Corner
}

export type Token =
  | { readonly kind: 'reference'; readonly text: string; readonly reference: Reference }
  | { readonly kind: 'text' | 'number' | 'error' | 'name' | 'space' | 'mark'; readonly text: string }

const tab = "(?:('(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?"
const cell = '\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}'
const corner = `(?:${cell}|\\$?[A-Za-z]{1,3}|\\$?[1-9]\\d{0,6})`
const referencePattern = new RegExp(`${tab}(?:(${corner}):(${corner})|(${cell}))(?![\\p{L}\\p{N}_.(!])`, 'uy')

/** Tried in this order: a number is read with either decimal mark, as no function here takes two numbers. */
const patterns = [
  ['text', /"(?:[^"]|"")*"/uy],
  ['reference', referencePattern],
  ['number', /\d+(?:[.,]\d+)?/uy],
  ['error', /#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|ERROR!)/iuy],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['space', /\s+/uy],
  ['mark', /./suy],
] as const

/** Cuts a formula into tokens; their texts put together are the formula again. */
export function readTokens(formula: string): Token[] {
  const tokens: Token[] = []
  let position = 0
  while (position < formula.length) {
    const token = tokenAt(formula, position)
    tokens.push(token)
    position += token.text.length
  }
  return tokens
}

function tokenAt(formula: string, position: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position
    const match = pattern.exec(formula)
    if (match === null) continue
    if (kind !== 'reference') return { kind, text: match[0] }
    const [text, title, start = '', end, single] = match
    const reference = {
      ...(title !== undefined && { tab: title }),
      start: readCorner(single ?? start),
      ...(single === undefined && { end: readCorner(end ?? '') }),
    }
    return { kind, text, reference }
  }
  throw new Error(`no token at ${position}`)
}

function readCorner(text: string): Corner {
  const [, columnMark, letters, rowMark, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? []
  const hasColumn = letters !== undefined && letters !== ''
  const hasRow = digits !== undefined && digits !== ''
  return {
    ...(hasColumn && { column: { index: columnIndex(letters), isFixed: columnMark === '$' } }),
    ...(hasRow && {
      row: { index: Number(digits) - 1, isFixed: rowMark === '$' || (columnMark === '$' && !hasColumn) },
    }),
  }
}

/** A reference as a formula writes it. */
export function writeReference({ tab: title, start, end }: Reference): string {
  const cells = end === undefined ? writeCorner(start) : `${writeCorner(start)}:${writeCorner(end)}`
  return title === undefined ? cells : `${title}!${cells}`
}

function writeCorner({ column, row }: Corner): string {
  const mark = (axis: Axis) => (axis.isFixed ? '$' : '')
  return (
    (column === undefined ? '' : mark(column) + columnLetters(column.index)) +
    (row === undefined ? '' : mark(row) + (row.index + 1))
  )
}
