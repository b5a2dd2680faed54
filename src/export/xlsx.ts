import { xmlText } from '../archive/xml.ts'
import { type Entry, zip } from '../archive/zip.ts'
import { tabNames } from './tab-names.ts'
import type { Cell, Table } from './table.ts'

/** The longest text of a cell, in UTF-16 code units (Excel's specifications and limits). */
export const longestText = 32_767
const cut = ' […] (texte coupé)'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The formats of cells, by their place in the style sheet. */
const style = { header: 1, day: 2, number: 3 } as const

/**
 * The tables as a workbook (Office Open XML), a tab each: a bold header that stays in sight, numbers, days and booleans
 * as what they are, texts as texts. Nothing in it can be a formula: there is no element of one.
 */
export function writeXlsx(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const names = tabNames(tables.map(({ name }) => name))
  const ids = tables.map((_, index) => index + 1)
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${types}.${type}+xml"/>`
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}.xml"/>`
  return zip([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${ids.map((id) => override(`worksheets/sheet${id}`, 'worksheet')).join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${packaged}/relationships">${relation(1, 'officeDocument', 'xl/workbook')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${ids.map((id) => `<sheet name="${xmlText(names[id - 1] ?? '')}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packaged}/relationships">${ids.map((id) => relation(id, 'worksheet', `worksheets/sheet${id}`)).join('')}${relation(ids.length + 1, 'styles', 'styles')}</Relationships>`,
    ),
    part('xl/styles.xml', styles),
    ...tables.map((table, index) => part(`xl/worksheets/sheet${index + 1}.xml`, worksheet(table))),
  ])
}

const part = (name: string, xml: string): Entry => ({
  name,
  bytes: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
})

const font = (bold: boolean) => `<font>${bold ? '<b/>' : ''}<sz val="11"/><name val="Calibri"/></font>`
const format = (number: number, fontId: number, fill: number) =>
  `<xf numFmtId="${number}" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1"/>`

// Fill 1 is reserved; number format 3 is the built-in one of whole numbers with their thousands apart.
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2">${font(false)}${font(true)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F0F2"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">${format(0, 0, 0)}${format(0, 1, 2)}${format(164, 0, 0)}${format(3, 0, 0)}</cellXfs></styleSheet>`

function worksheet({ columns, rows }: Table): string {
  const widths = columns.map(({ header }, index) =>
    Math.min(
      50,
      Math.max(10, ...[header, ...rows.slice(0, 50).map((row) => row[index] ?? null)].map(widthOf)),
    ),
  )
  const cols = widths
    .map(
      (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width + 2}" customWidth="1"/>`,
    )
    .join('')
  const header = columns.map((column) => textCell(column.header, style.header)).join('')
  const body = rows.map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('')
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols}</cols><sheetData><row>${header}</row>${body}</sheetData></worksheet>`
}

const widthOf = (cell: Cell): number => (typeof cell === 'string' ? cell.length : 0)

function cellXml(cell: Cell): string {
  if (cell === null || cell === '') return '<c/>'
  switch (typeof cell) {
    case 'number':
      return `<c${Number.isInteger(cell) ? ` s="${style.number}"` : ''}><v>${cell}</v></c>`
    case 'boolean':
      return `<c t="b"><v>${cell ? 1 : 0}</v></c>`
    case 'string':
      return textCell(cell, 0)
    default:
      return `<c s="${style.day}"><v>${serialOf(cell.day)}</v></c>`
  }
}

/** The days since 30 December 1899, as spreadsheets count them. */
const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569

/** `_x000D_` stands for a character in a workbook: a text that says so itself has its first underscore written that way. */
const textCell = (text: string, index: number): string =>
  `<c t="inlineStr"${index === 0 ? '' : ` s="${index}"`}><is><t xml:space="preserve">${xmlText(
    fitting(text.replace(/\r\n?/g, '\n')).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'),
  )}</t></is></c>`

function fitting(text: string): string {
  if (text.length <= longestText) return text
  // Half of a pair at the end is left out with what XML cannot hold.
  return text.slice(0, longestText - cut.length) + cut
}
