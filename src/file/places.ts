import { readArchive, unpack } from '../archive/unzip.ts'
import { archive, type Packed, store } from '../archive/zip.ts'
import type { FileKind } from './kind.ts'
import { finder } from './photo/find.ts'
import { apply, type Patch, placesIn } from './photo/index.ts'
import { refusal } from './refusal.ts'

/**
 * The file without what its photos say of where and with what they were taken. What is signed stays byte for byte as it
 * is: a signature says that somebody saw these bytes.
 * @param bytes are changed in place: each copy of ten megabytes would take as long again as the search
 * @throws problem 'invalid' when it is signed and says where, or when its photos cannot be unpacked
 */
export async function withoutPlaces({ extension }: FileKind, bytes: Uint8Array): Promise<Uint8Array> {
  switch (extension) {
    case 'pdf':
      return pdfWithoutPlaces(bytes)
    case 'docx':
      return docxWithoutPlaces(bytes)
  }
}

/** Photos lie in a PDF as they are (DCTDecode); lengths stay, and with them every offset. */
function pdfWithoutPlaces(bytes: Uint8Array): Uint8Array {
  const patches = placesIn(bytes)
  if (patches.length > 0 && nextSignature(bytes, 0) < bytes.length) return asSigned(bytes, patches)
  apply(bytes, patches)
  return bytes
}

/** Every signature of a PDF says which bytes it is of (ISO 32000, 12.8.1). */
const nextSignature = finder(['/ByteRange'])

/** The most that photos of a Word document may take, unpacked. They are compressed already: no document has twice as much. */
const mostUnpackedBytes = 20 * 1024 * 1024

/**
 * A Word document is made anew around the photos that change; all else of it stays packed as it was, and a document
 * without such photos is not touched. Photos are stored without compression, which would shorten them by a hundredth.
 */
async function docxWithoutPlaces(bytes: Uint8Array): Promise<Uint8Array> {
  const entries = readArchive(bytes)
  const photos = await photosIn(entries)
  if (photos.size === 0) return bytes
  if (entries.some(isSignature))
    return asSigned(
      bytes,
      [...photos.values()].flatMap(({ patches }) => patches),
    )
  return archive(
    entries.map((entry) => {
      const found = photos.get(entry)
      if (!found) return entry
      apply(found.photo, found.patches)
      return store(entry, found.photo)
    }),
  )
}

type Photo = { readonly photo: Uint8Array; readonly patches: readonly Patch[] }

/** The photos of a Word document that are to be changed, unpacked. */
async function photosIn(entries: readonly Packed[]): Promise<ReadonlyMap<Packed, Photo>> {
  const found = new Map<Packed, Photo>()
  let left = mostUnpackedBytes
  for (const entry of entries.filter(isPhoto)) {
    left -= entry.size
    if (left < 0) throw refusal('tooLongUnpacked')
    const photo = await unpack(entry)
    if (photo === null) throw refusal('damaged')
    const patches = placesIn(photo)
    if (patches.length > 0) found.set(entry, { photo, patches })
  }
  return found
}

const nameOf = ({ title }: Packed): string => new TextDecoder().decode(title)
const isPhoto = (entry: Packed): boolean => /\.(?:jpe?g|jpe|jfif|png)$/i.test(nameOf(entry))
const isSignature = (entry: Packed): boolean => nameOf(entry).startsWith('_xmlsignatures/')

/** @throws problem 'invalid' when what is signed says where */
function asSigned(bytes: Uint8Array, patches: readonly Patch[]): Uint8Array {
  if (patches.some(({ place }) => place)) throw refusal('signed')
  return bytes
}
