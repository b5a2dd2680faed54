import { strFromU8, strToU8, zipSync, zlibSync } from 'fflate'
import { crc32 } from '../../src/archive/crc.ts'

export const bytesOf = (...parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? strToU8(part, true) : part)]))

/** The bytes as text, a character each. */
export const textOf = (bytes: Uint8Array): string => strFromU8(bytes, true)

const short = (value: number) => new Uint8Array([value >> 8, value])
const long = (value: number) => new Uint8Array([value >> 24, value >> 16, value >> 8, value])

/** Red on the left, blue on the right: 16 by 8, as Chromium makes it. */
const plain = Uint8Array.from(
  atob(
    [
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19i',
      'Z2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj',
      'Y2NjY2NjY2P/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/E',
      'ABQBAQAAAAAAAAAAAAAAAAAAAAX/xAAZEQACAwEAAAAAAAAAAAAAAAAABUKBwUP/2gAMAwEAAhEDEQA/AM6mAQSdK0UcQvD/2Q==',
    ].join(''),
  ),
  (character) => character.charCodeAt(0),
)

/** A segment of a JPEG file. */
export const segment = (marker: number, content: Uint8Array) =>
  bytesOf(new Uint8Array([0xff, marker]), short(content.length + 2), content)

/** The camera, how it was held, and 14° 41′ 34″ N, 17° 26′ 48″ W, in either byte order (TIFF 6.0, EXIF 2.32). */
export function geotag({ little = false, turn = 6 } = {}): Uint8Array<ArrayBuffer> {
  const tiff = new Uint8Array(240)
  const view = new DataView(tiff.buffer)
  const directory = (at: number, entries: readonly (readonly [number, number, number, number])[]) => {
    view.setUint16(at, entries.length, little)
    for (const [index, [tag, type, count, value]] of entries.entries()) {
      const start = at + 2 + 12 * index
      view.setUint16(start, tag, little)
      view.setUint16(start + 2, type, little)
      view.setUint32(start + 4, count, little)
      if (type === 3) view.setUint16(start + 8, value, little)
      else if (type === 2 && count <= 4) view.setUint8(start + 8, value)
      else view.setUint32(start + 8, value, little)
    }
  }
  tiff.set(strToU8(little ? 'II' : 'MM'))
  view.setUint16(2, 42, little)
  view.setUint32(4, 8, little)
  directory(8, [
    [0x010f, 2, 14, 60],
    [0x0112, 3, 1, turn],
    [0x8825, 4, 1, 80],
  ])
  tiff.set(strToU8('Camera exemple'), 60)
  directory(80, [
    [1, 2, 2, 0x4e],
    [2, 5, 3, 140],
    [3, 2, 2, 0x57],
    [4, 5, 3, 164],
  ])
  for (const [index, part] of [14, 41, 34, 17, 26, 48].entries()) {
    view.setUint32(140 + 8 * index, part, little)
    view.setUint32(144 + 8 * index, 1, little)
  }
  return tiff
}

export const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  '<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="14,41.57N">' +
  '<exif:GPSLongitude>17,26.80W</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta>'

/** What a photo says of where it was taken, in each of the ways there are. */
export const told = {
  exif: segment(0xe1, bytesOf('Exif\0\0', geotag())),
  xmp: segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0', xmp)),
  extended: segment(0xe1, bytesOf('http://ns.adobe.com/xmp/extension/\0', '0'.repeat(40), xmp)),
  iptc: segment(
    0xed,
    bytesOf('Photoshop 3.0\0', '8BIM\u0004\u0004\0\0\0\0\0\u000a\u001c\u0002\u005a\0\u0005Dakar'),
  ),
}

/** EXIF's coordinates in either byte order, the tag that leads to them, and whatever is told in words. */
const telling = [
  '\u000e\0\0\0\u0001\0\0\0\u0029',
  '\0\0\0\u000e\0\0\0\u0001',
  '\u0088\u0025\0\u0004',
  '\u0025\u0088\u0004\0',
  ...['Camera', 'Dakar', '14,41', '17,26', '14/1'],
]

/** Whether bytes say where a photo was taken, or with what. */
export const tells = (bytes: Uint8Array): boolean => telling.some((text) => textOf(bytes).includes(text))

/** A JPEG photo with these segments before all others. */
export const jpeg = (...segments: readonly Uint8Array[]) =>
  bytesOf(plain.subarray(0, 2), ...segments, plain.subarray(2))

export const chunk = (type: string, data: Uint8Array) => {
  const named = bytesOf(type, data)
  return bytesOf(long(data.length), named, long(crc32(named)))
}

/** A PNG picture, red and blue, with these chunks before its data. */
export const png = (...chunks: readonly Uint8Array[]) =>
  bytesOf(
    '\u0089PNG\r\n\u001a\n',
    chunk('IHDR', bytesOf(long(2), long(1), new Uint8Array([8, 2, 0, 0, 0]))),
    ...chunks,
    chunk('IDAT', zlibSync(new Uint8Array([0, 200, 0, 0, 0, 0, 200]))),
    chunk('IEND', new Uint8Array()),
  )

/** A page with a photo on it. */
export function pdf(photo: Uint8Array, further = ''): Uint8Array<ArrayBuffer> {
  const draw = 'q 160 0 0 80 20 20 cm /P Do Q'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 120]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>',
    `<</Length ${draw.length}>>stream\n${draw}\nendstream`,
    bytesOf(
      `<</Type/XObject/Subtype/Image/Width 16/Height 8/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${photo.length}>>stream\n`,
      photo,
      '\nendstream',
    ),
    `<</Type/Metadata/Subtype/XML/Length ${xmp.length}>>stream\n${xmp}\nendstream`,
  ]
  let file = bytesOf('%PDF-1.7\n')
  const starts = objects.map((object, index) => {
    const start = file.length
    file = bytesOf(file, `${index + 1} 0 obj\n`, object, '\nendobj\n')
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return bytesOf(
    file,
    further,
    `xref\n0 7\n0000000000 65535 f \n${table}trailer<</Size 7/Root 1 0 R>>\nstartxref\n${file.length + further.length}\n%%EOF\n`,
  )
}

type Level = 0 | 6

/** A Word document with these files in it, beside its text. */
export const docx = (files: Readonly<Record<string, Uint8Array>>, level: Level = 6) =>
  zipSync(
    {
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8('<w:document/>'),
      ...files,
    },
    { level, mtime: '2018-07-24' },
  )

const bombLength = 30_000_000

/**
 * A Word document whose photo is thirty megabytes of nothing, packed a thousand times smaller.
 * @param says how long it says that is
 */
export function bomb(says = bombLength): Uint8Array<ArrayBuffer> {
  const bytes = docx({ 'word/media/image1.jpg': new Uint8Array(bombLength) })
  const view = new DataView(bytes.buffer)
  for (let at = view.getUint32(bytes.length - 6, true); at + 28 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === bombLength)
      view.setUint32(at + 24, says, true)
  return bytes
}
