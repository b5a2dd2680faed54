import { xmlText } from '../../archive/xml.ts'
import type { Block, MinutesDocument } from '../model.ts'
import { bulletList, firstOrderedList } from './numbering.ts'
import { paragraph, run } from './paragraph.ts'
import { tableXml } from './table.ts'
import { w, type Xml } from './xml.ts'

/** What word/document.xml says, and what it refers to elsewhere. */
export type Body = {
  readonly xml: Xml
  /** How many ordered lists there are: each counts from 1. */
  readonly orderedLists: number
  /** The addresses of its links; the nth has the relationship `link` and n, from 0. */
  readonly links: readonly string[]
}

/** A4 in twentieths of a point (ISO 216: 210 × 297 mm), with margins of 2 cm. */
const page = { width: 11_906, height: 16_838, margin: 1_134 } as const

type Section = { readonly isWide: boolean; readonly blocks: readonly Block[] }

/** The document: its front, its blocks, wide tables in sections of their own on their side. */
export function bodyOf(document: MinutesDocument): Body {
  const links: string[] = []
  let orderedLists = 0
  const pieces: Xml[] = [front(document)]
  const sections = sectionsOf(document.blocks)
  sections.forEach(({ isWide, blocks }, index) => {
    for (const block of blocks) pieces.push(wordsOf(block, isWide))
    // The last section's properties stand at the end of the body, the others' in a paragraph that ends them.
    const properties = sectionProperties(isWide)
    pieces.push(index < sections.length - 1 ? paragraph({ after: 0, section: properties }) : properties)
  })
  return { xml: w('body', {}, ...pieces), orderedLists, links }

  function wordsOf(block: Block, isWide: boolean): Xml {
    switch (block.type) {
      case 'heading':
        return heading(block.level === 2 ? 'Heading1' : 'Heading2', block.text)
      case 'paragraph': {
        const label = block.label === null ? '' : run(`${block.label}\u00a0: `, { isBold: true })
        return paragraph({ keepNext: block.text === '' }, label, run(block.text))
      }
      case 'list': {
        const list = block.ordered ? firstOrderedList + orderedLists++ : bulletList
        return block.items.map((text) => paragraph({ list }, run(text))).join('')
      }
      case 'links':
        return block.items.map(({ text, address }) => link(text, links.push(address) - 1)).join('')
      case 'table': {
        const width = (isWide ? page.height : page.width) - 2 * page.margin
        return [
          block.isWide ? heading('Heading2', block.caption) : '',
          tableXml(block, width),
          paragraph({}),
        ].join('')
      }
    }
  }
}

const front = ({ title, group, date }: MinutesDocument): Xml =>
  [
    paragraph({ style: 'Title' }, run(title)),
    ...[group, date].map((text) => paragraph({ isCentred: true }, run(text, { isBold: true, size: 28 }))),
  ].join('')

const heading = (style: 'Heading1' | 'Heading2', text: string): Xml => paragraph({ style }, run(text))

const link = (text: string, index: number): Xml =>
  paragraph(
    { list: bulletList },
    `<w:hyperlink r:id="${xmlText(`link${index}`)}">${run(text, { isLink: true })}</w:hyperlink>`,
  )

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

/** A section's page and footer (order of the elements: CT_SectPr). */
function sectionProperties(isWide: boolean): Xml {
  const { width, height, margin } = page
  const size = isWide ? { w: height, h: width, orient: 'landscape' } : { w: width, h: height }
  const around = {
    top: margin,
    right: margin,
    bottom: margin,
    left: margin,
    header: 708,
    footer: 708,
    gutter: 0,
  }
  return w(
    'sectPr',
    {},
    '<w:footerReference w:type="default" r:id="footer"/>',
    w('pgSz', size),
    w('pgMar', around),
  )
}
