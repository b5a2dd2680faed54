import { finder } from './find.ts'
import { exifAt, iptcAt, xmpAt, xmpMark } from './jpeg.ts'
import { type Found, type Patch, standsAt } from './patch.ts'
import { pngAt, signature } from './png.ts'
import { coordinatesAt } from './text.ts'

export { apply, type Patch } from './patch.ts'

type Reader = (bytes: Uint8Array, at: number) => Found | null

/** What begins with which mark. */
const readers: readonly (readonly [mark: string, Reader])[] = [
  ['Exif\0\0', exifAt],
  [xmpMark, xmpAt],
  ['Photoshop 3.0\0', iptcAt],
  [signature, pngAt],
  ['exif:GPS', coordinatesAt],
]

const next = finder(readers.map(([mark]) => mark))

/**
 * What is to be changed so that JPEG and PNG pictures say neither where nor with what they were taken, each change as
 * long as what was there. The bytes may be a picture, or a file in which pictures lie as they are. What shows a picture
 * stays: its data, its colours, how it is to be turned.
 */
export function placesIn(bytes: Uint8Array): readonly Patch[] {
  const patches: Patch[] = []
  for (let at = next(bytes, 0); at < bytes.length; ) {
    const [, read] = readers.find(([mark]) => standsAt(bytes, at, mark)) ?? []
    const found = read?.(bytes, at)
    for (const patch of found?.patches ?? []) patches.push(patch)
    at = next(bytes, found?.end ?? at + 1)
  }
  return patches
}
