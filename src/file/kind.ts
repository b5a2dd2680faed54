export type FileKind = { readonly type: string; readonly extension: string }

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
  const names = namesInArchive(bytes)
  return names.includes('word/document.xml') && !names.some(isProgram) ? docx : null
}

/** Names in an archive of what runs: Java's manifest, Word's macros. */
const isProgram = (name: string): boolean => /(?:^META-INF\/|\/vbaProject\.bin$)/i.test(name)

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((character, index) => bytes[index] === character.charCodeAt(0))

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
/** The length of the end of central directory, without the comment that may follow it. */
const endLength = 22

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Whether programs that look for an archive from the end of a file would find one (APPNOTE, 4.3.16). */
function endsAsArchive(bytes: Uint8Array): boolean {
  const view = viewOf(bytes)
  const last = bytes.length - endLength
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (view.getUint32(at, true) === endOfDirectory && view.getUint16(at + 20, true) === last - at)
      return true
  return false
}

/**
 * The names in a ZIP archive's central directory (APPNOTE, 4.3.12); none when the bytes do not end with a directory that
 * is whole, begins where it says, and has no comment behind it: no word processor writes one.
 */
function namesInArchive(bytes: Uint8Array): readonly string[] {
  const view = viewOf(bytes)
  const end = bytes.length - endLength
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) return []
  const decoder = new TextDecoder()
  const found: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryEntry) return []
    const length = view.getUint16(at + 28, true)
    found.push(decoder.decode(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return at === end ? found : []
}
