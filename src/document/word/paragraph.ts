import { xmlText } from '../../archive/xml.ts'
import { flag, value, w, type Xml } from './xml.ts'

/** How a paragraph looks. The elements stand in the order that ECMA-376 part 1 gives them (CT_PPr): Word insists on it. */
export type ParagraphLook = {
  readonly style?: 'Title' | 'Heading1' | 'Heading2'
  readonly keepNext?: boolean
  /** An item of a list of word/numbering.xml, by the id of the list. */
  readonly list?: number
  /** Twentieths of a point. */
  readonly after?: number
  readonly isCentred?: boolean
  /** The properties of the section that ends with the paragraph. */
  readonly section?: Xml
}

export function paragraph(look: ParagraphLook, ...runs: readonly Xml[]): Xml {
  const { style, keepNext = false, list, after, isCentred = false, section = '' } = look
  const properties = [
    style === undefined ? '' : value('pStyle', style),
    flag('keepNext', keepNext),
    list === undefined ? '' : w('numPr', {}, value('ilvl', 0), value('numId', list)),
    after === undefined ? '' : w('spacing', { after }),
    isCentred ? value('jc', 'center') : '',
    section,
  ].join('')
  return w('p', {}, properties === '' ? '' : w('pPr', {}, properties), ...runs)
}

/** How a run of letters looks. */
export type RunLook = {
  readonly isBold?: boolean
  readonly isLink?: boolean
  /** Half points. */
  readonly size?: number
}

export const ink = '1F4E5F'

/** A run of text (order of its properties: CT_RPr); a line feed in it breaks the line. */
export function run(text: string, { isBold = false, isLink = false, size }: RunLook = {}): Xml {
  const properties = [
    flag('b', isBold),
    isLink ? value('color', ink) : '',
    size === undefined ? '' : value('sz', size) + value('szCs', size),
    isLink ? value('u', 'single') : '',
  ].join('')
  const lines = text
    .split('\n')
    .map((line) => (line === '' ? '' : `<w:t xml:space="preserve">${xmlText(line)}</w:t>`))
  return w('r', {}, properties === '' ? '' : w('rPr', {}, properties), lines.join(w('br', {})))
}

/** A field that Word fills in, such as the number of the page. */
export const field = (instruction: string, look: RunLook): Xml =>
  w('fldSimple', { instr: instruction }, run('1', look))
