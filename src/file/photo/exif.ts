const orientation = 0x0112
const gps = 0x8825
const entryLength = 12
/** A header, a count, one entry and the end of the list. */
const leastLength = 26

/** What is looked for in EXIF: how the picture is to be turned (1 to 8), and whether it says where it was taken. */
type Exif = { readonly turn: number; readonly place: boolean }

/** Reads the first directory of EXIF (TIFF 6.0, section 2); what cannot be read may say where. */
export function readExif(tiff: Uint8Array): Exif {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  let turn = 1
  let place = false
  if (tiff.length < 10) return { turn, place: true }
  const little = view.getUint16(0) === 0x4949
  const start = view.getUint32(4, little)
  if (view.getUint16(2, little) !== 42 || start + 2 > tiff.length) return { turn, place: true }
  let at = start + 2
  for (let left = view.getUint16(start, little); left > 0; left--, at += entryLength) {
    if (at + entryLength > tiff.length) return { turn, place: true }
    const tag = view.getUint16(at, little)
    if (tag === gps) place = true
    if (tag === orientation) turn = turnAt(view, at + 8, little)
  }
  return { turn, place }
}

function turnAt(view: DataView, at: number, little: boolean): number {
  const turn = view.getUint16(at, little)
  return turn <= 8 ? turn : 1
}

/** EXIF of a length that says how the picture is to be turned and nothing else; null when nothing is to be said. */
export function turnAlone(length: number, turn: number): Uint8Array | null {
  if (turn <= 1 || length < leastLength) return null
  const tiff = new Uint8Array(length)
  const view = new DataView(tiff.buffer)
  view.setUint32(0, 0x4d4d002a)
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, orientation)
  view.setUint16(12, 3)
  view.setUint32(14, 1)
  view.setUint16(18, turn)
  return tiff
}
