import fc from 'fast-check'
import { unzlibSync, zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { crc32 } from '../../../src/archive/crc.ts'
import { apply, placesIn } from '../../../src/file/photo/index.ts'
import { bytesOf, chunk, geotag, jpeg, png, segment, tells, textOf, told, xmp } from '../../support/photo.ts'

function cleaned(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  apply(copy, placesIn(copy))
  return copy
}
const minimal = (turn: number) =>
  bytesOf('MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0', new Uint8Array([turn]))

describe('a JPEG photo says no more where it was taken', () => {
  test.each(Object.entries(told))('in its %s', (_, said) => {
    const photo = jpeg(said)
    expect(tells(photo)).toBe(true)
    expect(placesIn(photo).map(({ place }) => place)).toEqual([true])
    const after = cleaned(photo)
    expect(tells(after)).toBe(false)
    expect(after).toHaveLength(photo.length)
    // Its data and every other segment, byte for byte.
    expect(after.subarray(2 + said.length)).toEqual(jpeg().subarray(2))
    expect(after.subarray(0, 6)).toEqual(photo.subarray(0, 6))
    expect(cleaned(after)).toEqual(after)
  })

  test.each([true, false])('whichever byte order its EXIF has, and is turned as before', (little) => {
    for (const turn of [2, 3, 4, 5, 6, 7, 8]) {
      const after = cleaned(jpeg(segment(0xe1, bytesOf('Exif\0\0', geotag({ little, turn })))))
      expect(tells(after)).toBe(false)
      expect(after.subarray(6, 12)).toEqual(bytesOf('Exif\0\0'))
      expect(after.subarray(12, 32)).toEqual(minimal(turn))
      expect(after.subarray(32, 6 + 6 + 240).some(Boolean)).toBe(false)
    }
  })

  test('nor do the smaller ones inside it or behind it', () => {
    const thumbnail = segment(0xe1, bytesOf('Exif\0\0', geotag(), jpeg(told.exif)))
    expect(tells(cleaned(bytesOf(jpeg(thumbnail, told.xmp), jpeg(told.exif, told.iptc))))).toBe(false)
  })

  test('in EXIF that cannot be read', () => {
    for (const damaged of [
      '',
      'II*',
      'XX\0*\0\0\0\b',
      'MM\0*\u00ff\u00ff\u00ff\u00ff Dakar',
      'MM\0*\0\0\0\b\u00ff\u00ff Dakar',
    ]) {
      const said = segment(0xe1, bytesOf('Exif\0\0', damaged))
      expect(placesIn(jpeg(said)).map(({ place }) => place)).toEqual([true])
      expect(tells(cleaned(jpeg(said)))).toBe(false)
    }
  })

  test('and one that never did is left as it is', () => {
    const photo = jpeg(segment(0xfe, bytesOf('Exif\0\0 in a comment')), segment(0xe2, bytesOf('MPF\0')))
    expect(placesIn(photo)).toEqual([])
  })

  test('and its camera alone is no place', () => {
    const camera = geotag({ turn: 1 })
    camera[9] = 2
    expect(placesIn(jpeg(segment(0xe1, bytesOf('Exif\0\0', camera)))).map(({ place }) => place)).toEqual([
      false,
    ])
  })
})

describe('a PNG picture says no more where it was taken', () => {
  const packed = (text: string) => zlibSync(bytesOf(text))
  test.each<[string, Uint8Array]>([
    ['its EXIF', chunk('eXIf', geotag())],
    ['its EXIF, upright', chunk('eXIf', geotag({ turn: 1 }))],
    ['EXIF of three bytes', chunk('eXIf', bytesOf('14,41'))],
    ['its XMP', chunk('iTXt', bytesOf('XML:com.adobe.xmp\0\0\0\0\0', xmp))],
    ['its XMP, compressed', chunk('iTXt', bytesOf('XML:com.adobe.xmp\0\u0001\0\0\0', packed(xmp)))],
    ['what ImageMagick keeps', chunk('zTXt', bytesOf('Raw profile type exif\0\0', packed('x')))],
    ['what ImageMagick says', chunk('tEXt', bytesOf('exif:GPSLatitude\0', '14/1, 41/1'))],
  ])('in %s', (_, said) => {
    const picture = png(said)
    const after = cleaned(picture)
    expect(tells(after)).toBe(false)
    expect(after).toHaveLength(picture.length)
    const chunks = chunksOf(after)
    expect(chunks.map(({ isWhole }) => isWhole)).toEqual(chunks.map(() => true))
    expect(chunks.filter(({ type }) => type !== 'tEXt' && type !== 'eXIf')).toEqual(chunksOf(png()))
    expect(cleaned(after)).toEqual(after)
    expect(placesIn(picture).map(({ place }) => place)).toEqual([true])
  })

  test('however much it says, and without a wait', () => {
    const text = bytesOf('XML:com.adobe.xmp\0')
    const said = new Uint8Array(3_000_000)
    said.set(text)
    const picture = png(chunk('tEXt', said))
    expect(chunksOf(cleaned(picture))[1]?.data.subarray(0, 8)).toEqual(bytesOf('Comment\0'))
  })

  test('and is turned as before', () => {
    const [, exif] = chunksOf(cleaned(png(chunk('eXIf', geotag({ little: true, turn: 8 })))))
    expect(exif?.type).toBe('eXIf')
    expect(exif?.data.subarray(0, 20)).toEqual(minimal(8))
  })

  test('and keeps its title, and its data unpack', () => {
    const title = chunk('tEXt', bytesOf('Title\0Une carte'))
    const after = cleaned(png(title, chunk('eXIf', geotag())))
    expect(textOf(after)).toContain('Title\0Une carte')
    const data = chunksOf(after).find(({ type }) => type === 'IDAT')?.data ?? new Uint8Array()
    expect([...unzlibSync(data)]).toEqual([0, 200, 0, 0, 0, 0, 200])
  })
})

describe('whatever the bytes', () => {
  const marks = [
    'Exif\0\0',
    'http://ns.adobe.com/xap/1.0/\0',
    'Photoshop 3.0\0',
    'exif:GPSX="1"',
    'exif:GPSY>2</',
    'MM\0*',
    'II*\0',
  ]
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom(...marks).map((mark) => bytesOf(mark)),
    fc
      .tuple(fc.constantFrom(0xe1, 0xed), fc.constantFrom(...marks), fc.uint8Array({ maxLength: 60 }))
      .map(([marker, mark, bytes]) => segment(marker, bytesOf(mark, bytes))),
    fc.constantFrom(...Object.values(told)),
    fc
      .tuple(fc.constantFrom('eXIf', 'iTXt', 'tEXt'), fc.uint8Array({ maxLength: 60 }))
      .map(([type, data]) => png(chunk(type, data))),
    fc.constantFrom(jpeg(told.exif), png(chunk('eXIf', geotag()))),
  )
  const damaged = fc
    .tuple(
      fc.array(piece, { maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      fc.nat(400),
    )
    .map(([pieces, changes, cut]) => {
      const bytes = bytesOf(...pieces)
      for (const [at, value] of changes) bytes[at % Math.max(1, bytes.length)] = value
      return cut < 100 ? bytes.subarray(0, Math.floor((bytes.length * cut) / 100)) : bytes
    })

  test('they keep their length, change nowhere but where it is said, and only once', () => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        const patches = placesIn(bytes)
        const after = cleaned(bytes)
        expect(after).toHaveLength(bytes.length)
        const elsewhere = after.slice()
        for (const patch of patches)
          elsewhere.set(bytes.subarray(patch.at, patch.at + patch.bytes.length), patch.at)
        expect(elsewhere).toEqual(bytes)
        expect(cleaned(after)).toEqual(after)
      }),
      { numRuns: 1000 },
    )
  }, 60_000)
})

/** The chunks of a PNG picture, by the specification. */
function chunksOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: { readonly type: string; readonly data: Uint8Array; readonly isWhole: boolean }[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at)
    const named = bytes.subarray(at + 4, at + 8 + length)
    chunks.push({
      type: textOf(named.subarray(0, 4)),
      data: named.subarray(4),
      isWhole: crc32(named) === view.getInt32(at + 8 + length),
    })
    at += 12 + length
  }
  return chunks
}
