import { type Entry, zip } from '../../archive/zip.ts'
import type { MinutesDocument } from '../model.ts'
import { bodyOf } from './body.ts'
import { numberingPart } from './numbering.ts'
import {
  contentTypesPart,
  corePart,
  documentRelationships,
  footerPart,
  packageRelationships,
} from './package.ts'
import { part } from './part.ts'
import { stylesPart } from './styles.ts'
import type { Xml } from './xml.ts'

/**
 * The document as a Word file (.docx), for the coordinator's own layout: real headings, lists and tables, header rows
 * that repeat, rows that are not cut, wide tables on pages of their own on their side. The same document is the same
 * bytes. WordprocessingML: ECMA-376 part 1, clause 17.
 */
export function writeDocx(document: MinutesDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { xml, orderedLists, links } = bodyOf(document)
  return zip([
    entry('[Content_Types].xml', contentTypesPart()),
    entry('_rels/.rels', packageRelationships()),
    entry('docProps/core.xml', corePart(document)),
    entry('word/document.xml', part('document', xml)),
    entry('word/_rels/document.xml.rels', documentRelationships(links)),
    entry('word/styles.xml', stylesPart()),
    entry('word/numbering.xml', numberingPart(orderedLists)),
    entry('word/footer1.xml', footerPart()),
  ])
}

const entry = (name: string, xml: Xml): Entry => ({ name, bytes: new TextEncoder().encode(xml) })
