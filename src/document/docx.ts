import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type IPropertiesOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  Table as WordTable,
} from 'docx'
import type { Block, Cell, MinutesDocument, Table } from './model.ts'

type Section = { readonly isWide: boolean; readonly blocks: readonly Block[] }

const font = 'Calibri'
const ink = '1F4E5F'
const tint = 'E8F0F2'
/** A4 in twentieths of a point (ISO 216: 210 × 297 mm), with margins of 2 cm. */
const page = { width: 11_906, height: 16_838, margin: 1_134 } as const

/**
 * The document as a Word file (.docx), for the coordinator's own layout: real headings, lists and tables, header rows
 * that repeat, rows that are not cut, wide tables on pages of their own on their side.
 */
export async function writeDocx(document: MinutesDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await Packer.toArrayBuffer(new Document(optionsOf(document))))
}

function optionsOf(document: MinutesDocument): IPropertiesOptions {
  const { title, group, date } = document
  return {
    title: `${title} – ${group} – ${date}`,
    creator: group,
    styles: {
      default: {
        document: {
          run: { font, size: 22, language: { value: 'fr-FR' } },
          paragraph: { spacing: { after: 120 } },
        },
        title: {
          run: { font, size: 40, bold: true, color: ink },
          paragraph: { alignment: AlignmentType.CENTER },
        },
        heading1: headingStyle(28),
        heading2: headingStyle(24),
      },
    },
    numbering: {
      config: [
        {
          reference: 'ordered',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 567, hanging: 283 } } },
            },
          ],
        },
      ],
    },
    sections: sectionsOf(document.blocks).map(({ isWide, blocks }, index) => ({
      properties: {
        page: {
          size: {
            width: page.width,
            height: page.height,
            orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
        },
      },
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [
                new TextRun({
                  size: 18,
                  children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                }),
              ],
            }),
          ],
        }),
      },
      children: [
        ...(index === 0 ? frontOf(document) : []),
        ...blocks.flatMap((block) => wordsOf(block, isWide)),
      ],
    })),
  }
}

const headingStyle = (size: number) => ({
  run: { font, size, bold: true, color: ink },
  paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
})

function frontOf({ title, group, date }: MinutesDocument): readonly Paragraph[] {
  const centred = (text: string) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text, size: 28, bold: true })],
    })
  return [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), centred(group), centred(date)]
}

/** Wide tables take their own pages, and the heading right before them comes along. */
function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const isWide = (block: Block | undefined) => block?.type === 'table' && block.isWide
  const sections: { isWide: boolean; blocks: Block[] }[] = []
  blocks.forEach((block, at) => {
    const wide = isWide(block) || (block.type === 'heading' && isWide(blocks[at + 1]))
    const last = sections.at(-1)
    if (last?.isWide === wide) last.blocks.push(block)
    else sections.push({ isWide: wide, blocks: [block] })
  })
  // A document begins upright, with its title.
  const [first] = sections
  return first === undefined || first.isWide ? [{ isWide: false, blocks: [] }, ...sections] : sections
}

function wordsOf(block: Block, isWide: boolean): readonly (Paragraph | WordTable)[] {
  switch (block.type) {
    case 'heading': {
      const heading = block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return [new Paragraph({ text: block.text, heading })]
    }
    case 'paragraph': {
      const label = block.label === null ? [] : [new TextRun({ text: `${block.label}\u00a0: `, bold: true })]
      const lines = block.text
        .split('\n')
        .map((text, at) => new TextRun({ text, ...(at > 0 && { break: 1 }) }))
      return [new Paragraph({ children: [...label, ...lines], keepNext: block.text === '' })]
    }
    case 'list':
      return block.items.map(
        (text) =>
          new Paragraph({
            text,
            ...(block.ordered ? { numbering: { reference: 'ordered', level: 0 } } : { bullet: { level: 0 } }),
          }),
      )
    case 'links':
      return block.items.map(
        ({ text, address }) =>
          new Paragraph({
            bullet: { level: 0 },
            children: [
              new ExternalHyperlink({
                link: address,
                children: [new TextRun({ text, color: ink, underline: {} })],
              }),
            ],
          }),
      )
    case 'table':
      return [
        ...(block.isWide ? [new Paragraph({ text: block.caption, heading: HeadingLevel.HEADING_2 })] : []),
        tableOf(block, isWide),
        new Paragraph({ text: '' }),
      ]
  }
}

function tableOf(table: Table, isWide: boolean): WordTable {
  const { questions, columns, rows } = table
  const width = (isWide ? page.height : page.width) - 2 * page.margin
  const widths = widthsOf(table, width)
  const each = Math.floor(width / columns.length)
  const headers = [
    ...(questions.length === 0
      ? []
      : [
          questions.map(({ text, columns }) =>
            cellOf([text], each * columns, { columnSpan: columns, isHead: true }),
          ),
        ]),
    columns.map((column, at) => cellOf([column], widths[at] ?? each, { columnSpan: 1, isHead: true })),
  ]
  return new WordTable({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      ...headers.map((children) => new TableRow({ children, tableHeader: true, cantSplit: true })),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((cell, at) =>
              cellOf(cell, widths[at] ?? each, { columnSpan: 1, isHead: false }),
            ),
          }),
      ),
    ],
  })
}

/** As much width as its texts want of each column; all the same where questions stand over several of them. */
function widthsOf({ questions, columns, rows }: Table, width: number): number[] {
  const wanted = columns.map((column, at) => {
    if (questions.length > 0) return 1
    const longest = Math.max(column.length, ...rows.map((row) => Math.max(0, ...lengthsOf(row[at]))))
    return Math.min(mostWanted, Math.max(leastWanted, longest))
  })
  const all = wanted.reduce((sum, one) => sum + one, 0)
  return wanted.map((one) => Math.floor((width * one) / all))
}

/** In letters: what a column of numbers or dates takes, and where a line may as well be cut. */
const [leastWanted, mostWanted] = [18, 44]

const lengthsOf = (cell: Cell | undefined): readonly number[] => (cell ?? []).map(({ length }) => length)

type CellLook = { readonly columnSpan: number; readonly isHead: boolean }

function cellOf(cell: Cell, width: number, { columnSpan, isHead }: CellLook) {
  return new TableCell({
    columnSpan,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    ...(isHead && { shading: { type: ShadingType.CLEAR, fill: tint } }),
    children: cell.map(
      (text) =>
        new Paragraph({
          spacing: { after: 40 },
          children: [new TextRun({ text, size: 19, bold: isHead })],
        }),
    ),
  })
}
