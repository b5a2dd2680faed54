import { endsAsArchive, readArchive } from '../archive/unzip.ts'

export type FileKind = { readonly type: string; readonly extension: 'pdf' | 'docx' }

const pdf: FileKind = { type: 'application/pdf', extension: 'pdf' }
const docx: FileKind = {
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
}

/**
 * What a file is by its content, whatever its name says: a PDF (ISO 32000, 7.5.2), a Word document (a ZIP archive with
 * word/document.xml in it), or null for all else. What is two things at once is neither: a PDF with an archive behind
 * it, an archive with something before it or behind it, a document that is a Java program or has macros in it. Nothing
 * is unpacked: the archive's list of names is read, and no content.
 */
export function kindOf(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, '%PDF-')) return endsAsArchive(bytes) ? null : pdf
  if (!startsWith(bytes, 'PK\u0003\u0004')) return null
  const decoder = new TextDecoder()
  const names = readArchive(bytes).map(({ title }) => decoder.decode(title))
  return names.includes('word/document.xml') && !names.some(isProgram) ? docx : null
}

/** Names in an archive of what runs: Java's manifest, Word's macros. */
const isProgram = (name: string): boolean => /(?:^META-INF\/|\/vbaProject\.bin$)/i.test(name)

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((character, index) => bytes[index] === character.charCodeAt(0))
