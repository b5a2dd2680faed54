/** A file of an archive; its name has no folder that does not exist otherwise. */
export type Entry = { readonly name: string; readonly bytes: Uint8Array }

/** 1 January 1980, the format's first day: the same files are always the same archive. */
const date = 0x0021
/** Names are UTF-8. */
const flags = 0x0800
/** What a reader must know: version 2.0, for deflate. */
const version = 20

/** The files as a ZIP archive (APPNOTE.TXT 6.3), in this order. */
export async function zip(entries: readonly Entry[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const title = new TextEncoder().encode(name)
    const deflated = await deflate(bytes)
    // What is compressed already, as a workbook in a pack, is stored.
    const [method, content] = deflated.length < bytes.length ? [8, deflated] : [0, bytes]
    const described = [
      ...[version, flags, method, 0, date].map(short),
      ...[crc32(bytes), content.length, bytes.length].map(long),
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

let table: Uint32Array | undefined

/** CRC-32 as ZIP and Ethernet have it. */
function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return ~crc
}
