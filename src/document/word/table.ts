import type { Cell, Table } from '../model.ts'
import { paragraph, run } from './paragraph.ts'
import { flag, value, w, type Xml } from './xml.ts'

const tint = 'E8F0F2'
const line = 'AAB7BC'

/**
 * A table whose header rows repeat on each page and whose rows are not cut.
 * @param width that it takes, in twentieths of a point
 */
export function tableXml(table: Table, width: number): Xml {
  const { questions, columns, rows } = table
  const widths = widthsOf(table, width)
  let at = 0
  const questionCells = questions.map(({ text, columns: over }) => {
    const covered = widths.slice(at, at + over)
    at += over
    return cell([text], sum(covered), { over, isHead: true })
  })
  const headers = [
    ...(questions.length === 0 ? [] : [questionCells]),
    columns.map((column, index) => cell([column], widths[index] ?? 0, { over: 1, isHead: true })),
  ]
  return w(
    'tbl',
    {},
    w('tblPr', {}, w('tblW', { w: width, type: 'dxa' }), borders, w('tblLayout', { type: 'fixed' })),
    w('tblGrid', {}, ...widths.map((one) => w('gridCol', { w: one }))),
    ...headers.map((cells) => row(cells, true)),
    ...rows.map((given) =>
      row(
        given.map((one, index) => cell(one, widths[index] ?? 0, { over: 1, isHead: false })),
        false,
      ),
    ),
  )
}

const borders = w(
  'tblBorders',
  {},
  ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
    w(side, { val: 'single', sz: 4, space: 0, color: line }),
  ),
)

const row = (cells: readonly Xml[], isHeader: boolean): Xml =>
  w('tr', {}, w('trPr', {}, w('cantSplit', {}), flag('tblHeader', isHeader)), ...cells)

type CellLook = { readonly over: number; readonly isHead: boolean }

/** A cell (order of its properties: CT_TcPr); it must have a paragraph, even an empty one. */
function cell(texts: Cell, width: number, { over, isHead }: CellLook): Xml {
  const properties = w(
    'tcPr',
    {},
    w('tcW', { w: width, type: 'dxa' }),
    over === 1 ? '' : value('gridSpan', over),
    isHead ? w('shd', { val: 'clear', color: 'auto', fill: tint }) : '',
    w('tcMar', {}, margin('top', 60), margin('left', 80), margin('bottom', 60), margin('right', 80)),
  )
  const written = texts.length === 0 ? [''] : texts
  const paragraphs = written.map((text) => paragraph({ after: 40 }, run(text, { isBold: isHead, size: 19 })))
  return w('tc', {}, properties, ...paragraphs)
}

const margin = (side: string, width: number): Xml => w(side, { w: width, type: 'dxa' })

/** As much width as its texts want of each column; all the same where questions stand over several of them. */
function widthsOf({ questions, columns, rows }: Table, width: number): readonly number[] {
  const wanted = columns.map((column, at) => {
    if (questions.length > 0) return 1
    const longest = Math.max(column.length, ...rows.map((row) => Math.max(0, ...lengthsOf(row[at]))))
    return Math.min(mostWanted, Math.max(leastWanted, longest))
  })
  const all = sum(wanted)
  return wanted.map((one) => Math.floor((width * one) / all))
}

/** In letters: what a column of numbers or dates takes, and where a line may as well be cut. */
const [leastWanted, mostWanted] = [18, 44]

const lengthsOf = (cell: Cell | undefined): readonly number[] => (cell ?? []).map(({ length }) => length)
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
