import { readExif, turnAlone } from './exif.ts'
import type { Found } from './patch.ts'
import { namesPlace } from './text.ts'

const exif = 'Exif\0\0'

/** The EXIF of a JPEG file whose mark stands here: how the picture is to be turned stays of it. */
export function exifAt(bytes: Uint8Array, at: number): Found | null {
  const end = segmentEnd(bytes, at, 0xe1)
  if (end === null) return null
  const tiff = bytes.subarray(at + exif.length, end)
  const { turn, place } = readExif(tiff)
  const kept = turnAlone(tiff.length, turn)
  if (kept === null) return blank(at, end, place)
  const patch = { at: at + exif.length, bytes: kept, place }
  return { end, patches: kept.every((byte, index) => byte === tiff[index]) ? [] : [patch] }
}

/** Without "http:", which files are full of. */
export const xmpMark = '//ns.adobe.com/x'

/** The XMP of a JPEG file, in one segment or in several (XMP, part 3, 1.1.3). */
export function xmpAt(bytes: Uint8Array, mark: number): Found | null {
  const at = mark - 'http:'.length
  const end = segmentEnd(bytes, at, 0xe1)
  return end === null ? null : blank(at, end, namesPlace(bytes.subarray(at, end)))
}

/** What Photoshop and the press say of a picture: IPTC's city and country, and XMP's twin. */
export function iptcAt(bytes: Uint8Array, at: number): Found | null {
  const end = segmentEnd(bytes, at, 0xed)
  return end === null ? null : blank(at, end, namesCity(bytes.subarray(at, end)))
}

/**
 * Where the segment ends whose content begins here; null when there is none. Behind one that is whole stands the next
 * marker (ISO/IEC 10918-1, B.1.1.4); what only looks like one is left alone, whatever it may be part of.
 */
function segmentEnd(bytes: Uint8Array, content: number, marker: number): number | null {
  if (bytes[content - 4] !== 0xff || bytes[content - 3] !== marker) return null
  const end = content - 2 + (((bytes[content - 2] ?? 0) << 8) | (bytes[content - 1] ?? 0))
  return end > content && bytes[end] === 0xff ? end : null
}

const blank = (at: number, end: number, place: boolean): Found => ({
  end,
  patches: [{ at, bytes: new Uint8Array(end - at), place }],
})

/** IPTC's data sets of places (IIM 4.2): content location, city, sublocation, province, country. */
const places = new Set([26, 27, 90, 92, 95, 100, 101])

function namesCity(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte === 0x1c && bytes[at + 1] === 0x02 && places.has(bytes[at + 2] ?? 0))
}
