export type FileKind = { readonly type: string; readonly extension: string }

const pdf: FileKind = { type: 'application/pdf', extension: 'pdf' }
const docx: FileKind = {
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
}

/**
 * What a file is by its content, whatever its name says: a PDF (ISO 32000, 7.5.2), a Word document (a ZIP archive with
 * word/document.xml in it), or null for all else.
 */
export function kindOf(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, '%PDF-')) return pdf
  if (startsWith(bytes, 'PK\u0003\u0004') && names(bytes).includes('word/document.xml')) return docx
  return null
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((character, index) => bytes[index] === character.charCodeAt(0))

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/** The names in a ZIP archive's central directory (PKWARE's APPNOTE, 4.3.12 and 4.3.16); none when there is none. */
function names(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: string[] = []
  const end = endAt(view)
  if (end === null) return found
  const decoder = new TextDecoder()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return found
    const length = view.getUint16(at + 28, true)
    found.push(decoder.decode(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return found
}

/** Where the end of the central directory is: at the very end, but for a comment of up to 65,535 bytes. */
function endAt(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === endOfDirectory) return at
  return null
}
