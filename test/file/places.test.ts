import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { crc32 } from '../../src/archive/crc.ts'
import { readArchive, unpack } from '../../src/archive/unzip.ts'
import { kindOf } from '../../src/file/kind.ts'
import { withoutPlaces } from '../../src/file/places.ts'
import { bomb, bytesOf, docx, jpeg, pdf, png, segment, tells, textOf, told } from '../support/photo.ts'

const everything = jpeg(...Object.values(told))
const camera = jpeg(segment(0xe1, bytesOf('Exif\0\0MM\0*\0\0\0\b\0\0')))

async function cleaned(bytes: Uint8Array): Promise<Uint8Array> {
  const kind = kindOf(bytes)
  if (kind === null) throw new Error('neither a PDF nor a Word document')
  return withoutPlaces(kind, bytes.slice())
}

const reasonFor = (bytes: Uint8Array) =>
  cleaned(bytes).then(
    () => null,
    (cause) => cause.errors[0].message.fr as string,
  )

describe('a PDF', () => {
  test('has photos that do not say where they were taken, and is otherwise what it was', async () => {
    const before = pdf(everything)
    const after = await cleaned(before)
    expect(tells(before)).toBe(true)
    expect(tells(after)).toBe(false)
    expect(after).toHaveLength(before.length)
    expect(textOf(after)).toContain(textOf(jpeg().subarray(2)))
    expect(textOf(after).replaceAll(/exif:GPS\w+(="| *>)[^<"]*/g, '')).toContain('</x:xmpmeta>\nendstream')
  })

  test('without such photos is the same bytes, signed or not', async () => {
    const clean = await cleaned(pdf(jpeg()))
    expect(await cleaned(clean)).toEqual(clean)
    const signed = await cleaned(pdf(everything))
    const again = bytesOf(signed, '%/ByteRange[0 1 2 3]\n%%EOF\n')
    expect(await cleaned(again)).toEqual(again)
  })

  const field = '<</Type/Sig/ByteRange[0 840 960 240]>>\n'

  test('that is signed is refused when it says where, and says why', async () => {
    expect(await reasonFor(pdf(everything, field))).toMatch(/^Ce document est signé/)
  })

  test('that is signed is kept, byte for byte, when it says with which camera alone', async () => {
    const signed = pdf(camera, field)
    const quiet = signed.subarray()
    for (const part of ['14,41.57N', '17,26.80W'])
      quiet.fill(0x20, textOf(quiet).indexOf(part), textOf(quiet).indexOf(part) + 9)
    expect(await cleaned(quiet)).toEqual(quiet)
  })
})

describe('a Word document', () => {
  const photos = {
    'word/media/image1.jpeg': everything,
    'word/media/image2.PNG': png(),
    'word/media/image3.jpg': jpeg(),
  }

  test.each([0, 6] as const)(
    'has photos that do not say where they were taken, and all else that it had (%s)',
    async (level) => {
      const before = docx(photos, level)
      const after = await cleaned(before)
      const [had, has] = [unzipSync(before), unzipSync(after)]
      expect(Object.keys(has)).toEqual(Object.keys(had))
      for (const name of Object.keys(had).filter((name) => name !== 'word/media/image1.jpeg'))
        expect(has[name]).toEqual(had[name])
      const photo = has['word/media/image1.jpeg'] ?? new Uint8Array()
      expect(tells(photo)).toBe(false)
      expect(photo).toHaveLength(everything.length)
      expect(kindOf(after)?.extension).toBe('docx')
      for (const entry of readArchive(after))
        expect(crc32((await unpack(entry)) ?? new Uint8Array()) >>> 0).toBe(entry.crc)
      expect(await cleaned(before)).toEqual(after)
      expect(await cleaned(after)).toEqual(after)
    },
  )

  test('whose sizes stand behind its files, as a stream writes them, is read too', async () => {
    const after = unzipSync(await cleaned(streamed(docx(photos))))
    expect(tells(after['word/media/image1.jpeg'] ?? new Uint8Array())).toBe(false)
    expect(after['word/document.xml']).toEqual(strToU8('<w:document/>'))
  })

  test('without such photos is the same bytes', async () => {
    const clean = docx({ 'word/media/image1.jpeg': jpeg(), 'word/media/image2.png': png() })
    expect(await cleaned(clean)).toEqual(clean)
  })

  test('that is signed is refused when it says where, and kept when it does not', async () => {
    const signature = { '_xmlsignatures/sig1.xml': strToU8('<Signature/>') }
    expect(await reasonFor(docx({ ...photos, ...signature }))).toMatch(/^Ce document est signé/)
    const quiet = docx({ 'word/media/image1.jpeg': camera, ...signature })
    expect(await cleaned(quiet)).toEqual(quiet)
  })

  test('with a photo that cannot be unpacked is refused, and says why', async () => {
    const damaged = docx(photos)
    const at = textOf(damaged).indexOf('image1.jpeg') + 'image1.jpeg'.length
    damaged.fill(0xff, at, at + 20)
    expect(await reasonFor(damaged)).toMatch(/^Une image de ce document Word ne peut pas être lue/)
  })

  test('with photos that are more than they seem is refused before they fill the memory', async () => {
    expect(bomb().length).toBeLessThan(100_000)
    expect(await reasonFor(bomb())).toMatch(/dépassent 20 Mo une fois décompressées/)
    expect(await reasonFor(bomb(1000))).toMatch(/ne peut pas être lue/)
  })

  test('with files that lie over each other is none', () => {
    const over = zipSync(
      { 'word/document.xml': strToU8('<w:document/>'), 'a.png': png(), 'b.png': png() },
      { level: 0 },
    )
    const view = new DataView(over.buffer)
    const directory = view.getUint32(over.length - 6, true)
    // All three begin where the first does, and take all there is.
    for (let at = directory; at + 4 < over.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 42, 0, true)
        view.setUint32(at + 20, directory - 47, true)
      }
    expect(kindOf(over)).toBe(null)
  })
})

/** The archive as one writes it who does not know sizes beforehand: behind each file, with flag 3 (APPNOTE, 4.3.9). */
function streamed(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer)
  const end = archive.length - 22
  let at = view.getUint32(end + 16, true)
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const header = view.getUint32(at + 42, true)
    const content = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
    const known = archive.slice(at + 16, at + 28)
    const local = archive.slice(header, content)
    local[6] = 8
    local.fill(0, 14, 26)
    const length = view.getUint32(at + 20, true)
    const file = bytesOf(local, archive.slice(content, content + length), 'PK\u0007\b', known)
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const entry = archive.slice(at, next)
    entry[8] = 8
    new DataView(entry.buffer).setUint32(42, offset, true)
    files.push(file)
    directory.push(entry)
    offset += file.length
    at = next
  }
  const last = archive.slice(end)
  new DataView(last.buffer).setUint32(16, offset, true)
  return bytesOf(...files, ...directory, last)
}
