import { crc32 } from './crc.ts'

/** A file of an archive; its name has no folder that does not exist otherwise. */
export type Entry = { readonly name: string; readonly bytes: Uint8Array }

/** A file as it lies in an archive, compressed or not. */
export type Packed = {
  /** The bytes of its name: in UTF-8 when the flags say so. */
  readonly title: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc: number
  /** How long it is once unpacked, or so the archive says. */
  readonly size: number
  readonly content: Uint8Array
}

/** Compression methods: none, and deflate. */
export const method = { stored: 0, deflated: 8 }

/** 1 January 1980, the format's first day: the same files are always the same archive. */
const date = 0x0021
/** Names are UTF-8. */
const utf8 = 0x0800
/** What a reader must know: version 2.0, for deflate. */
const version = 20

/** The files as a ZIP archive (APPNOTE.TXT 6.3), in this order. */
export async function zip(entries: readonly Entry[]): Promise<Uint8Array<ArrayBuffer>> {
  const packed: Packed[] = []
  for (const { name, bytes } of entries) {
    const entry = store({ title: new TextEncoder().encode(name), flags: utf8 }, bytes)
    const content = await deflate(bytes)
    // What is compressed already, as a workbook in a pack, is stored.
    packed.push(content.length < bytes.length ? { ...entry, method: method.deflated, content } : entry)
  }
  return archive(packed)
}

/** A file that is to lie in an archive as it is. */
export const store = ({ title, flags }: Pick<Packed, 'title' | 'flags'>, content: Uint8Array): Packed => ({
  title,
  flags,
  method: method.stored,
  crc: crc32(content),
  size: content.length,
  content,
})

/** The archive that holds these files as they were packed, and nothing else: no date, comment or further field. */
export function archive(entries: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const { title, content } = entry
    const described = [
      ...[version, entry.flags, entry.method, 0, date].map(short),
      ...[entry.crc, content.length, entry.size].map(long),
      ...[title.length, 0].map(short),
    ]
    const header = join([long(0x04034b50), ...described, title])
    parts.push(header, content)
    directory.push(
      join([
        long(0x02014b50),
        short(version),
        ...described,
        ...[0, 0, 0].map(short),
        long(0),
        long(offset),
        title,
      ]),
    )
    offset += header.length + content.length
  }
  const index = join(directory)
  const end = [
    long(0x06054b50),
    ...[0, 0, entries.length, entries.length].map(short),
    ...[index.length, offset].map(long),
    short(0),
  ]
  return join([...parts, index, ...end])
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const short = (value: number) => new Uint8Array([value, value >> 8])
const long = (value: number) => new Uint8Array([value, value >> 8, value >> 16, value >> 24])

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
