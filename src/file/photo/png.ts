import { crc32 } from '../../archive/crc.ts'
import { readExif, turnAlone } from './exif.ts'
import { type Found, latin1, type Patch } from './patch.ts'
import { namesPlace } from './text.ts'

export const signature = '\u0089PNG\r\n\u001a\n'
/** The length of a chunk beside its data: length, type and CRC. */
const around = 12

/** The chunks of a PNG picture (PNG, third edition, 5) that begins here: EXIF, and texts that are XMP, EXIF or IPTC. */
export function pngAt(bytes: Uint8Array, at: number): Found {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const patches: Patch[] = []
  let start = at + signature.length
  while (start + around <= bytes.length) {
    const end = start + around + view.getUint32(start)
    if (end > bytes.length) break
    patches.push(...chunkPatches(bytes, start + 4, end - 4))
    start = end
  }
  return { end: start, patches }
}

/** Texts of ImageMagick and of XMP that hold what was said of a photo. */
const told = /^(?:XML:com\.adobe\.xmp|Raw profile type |exif:|xmp:|iptc:)/i

/** What is to be changed of a chunk, from its type to its CRC. */
function chunkPatches(bytes: Uint8Array, start: number, end: number): readonly Patch[] {
  const data = bytes.subarray(start + 4, end)
  switch (latin1(bytes.subarray(start, start + 4))) {
    case 'eXIf': {
      const { turn, place } = readExif(data)
      const kept = turnAlone(data.length, turn)
      if (kept === null) return [chunk(start, 'tEXt', nothing(data.length), place)]
      return kept.every((byte, index) => byte === data[index]) ? [] : [chunk(start, 'eXIf', kept, place)]
    }
    case 'tEXt':
      return told.test(latin1(data.subarray(0, 79)))
        ? [chunk(start, 'tEXt', nothing(data.length), namesPlace(data))]
        : []
    case 'iTXt':
    case 'zTXt':
      // What is compressed is not read: it may say where.
      return told.test(latin1(data.subarray(0, 79))) ? [chunk(start, 'tEXt', nothing(data.length), true)] : []
    default:
      return []
  }
}

const keyword = new TextEncoder().encode('Comment\0')

/** A text that says nothing, in any length. */
function nothing(length: number): Uint8Array {
  const text = new Uint8Array(length).fill(0x20)
  text.set(keyword.subarray(0, length))
  return text
}

function chunk(at: number, type: string, data: Uint8Array, place: boolean): Patch {
  const bytes = new Uint8Array(data.length + 8)
  bytes.set(new TextEncoder().encode(type))
  bytes.set(data, 4)
  new DataView(bytes.buffer).setUint32(data.length + 4, crc32(bytes.subarray(0, -4)))
  return { at, bytes, place }
}
