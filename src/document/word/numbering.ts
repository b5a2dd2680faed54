import { part } from './part.ts'
import { value, w, type Xml } from './xml.ts'

/** The id of the list of bullets, and that of the first ordered list; each ordered list has one of its own. */
export const bulletList = 1
export const firstOrderedList = 2

/** word/numbering.xml: bullets, and as many ordered lists as there are, each counting from 1. */
export function numberingPart(orderedLists: number): Xml {
  const ordered = Array.from({ length: orderedLists }, (_, index) =>
    w(
      'num',
      { numId: firstOrderedList + index },
      value('abstractNumId', 1),
      w('lvlOverride', { ilvl: 0 }, value('startOverride', 1)),
    ),
  )
  return part(
    'numbering',
    abstractList(0, 'bullet', '•'),
    abstractList(1, 'decimal', '%1.'),
    w('num', { numId: bulletList }, value('abstractNumId', 0)),
    ...ordered,
  )
}

const abstractList = (id: number, format: string, text: string): Xml =>
  w(
    'abstractNum',
    { abstractNumId: id },
    value('multiLevelType', 'singleLevel'),
    w(
      'lvl',
      { ilvl: 0 },
      value('start', 1),
      value('numFmt', format),
      value('lvlText', text),
      value('lvlJc', 'left'),
      w('pPr', {}, w('ind', { left: 567, hanging: 283 })),
    ),
  )
