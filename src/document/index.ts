import type { MinutesDocument } from './model.ts'

export { type Annex, withAnnex } from './annex.ts'
export { type Change, compareDocuments } from './compare.ts'
export { type DocumentSource, documentOf } from './minutes.ts'
export type { Block, MinutesDocument, Table } from './model.ts'
export { printed, withoutNarrow } from './typography.ts'

/** The document as a Word file (.docx). The library that makes it is only made ready when it is first needed. */
export async function documentDocx(document: MinutesDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { writeDocx } = await import('./docx.ts')
  return writeDocx(document)
}
