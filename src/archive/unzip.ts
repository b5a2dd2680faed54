import { method, type Packed } from './zip.ts'

const localHeader = 0x04034b50
const directoryEntry = 0x02014b50
const endOfDirectory = 0x06054b50
/** The length of the end of central directory, without the comment that may follow it. */
const endLength = 22
/** The flag of sizes that stand behind the content, where a header could not know them. */
const sizesBehind = 0x0008

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Whether programs that look for an archive from the end of a file would find one (APPNOTE, 4.3.16). */
export function endsAsArchive(bytes: Uint8Array): boolean {
  const view = viewOf(bytes)
  const last = bytes.length - endLength
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (view.getUint32(at, true) === endOfDirectory && view.getUint16(at + 20, true) === last - at)
      return true
  return false
}

/**
 * What a ZIP archive holds, by its central directory (APPNOTE, 4.3.12), still packed. Nothing when it does not end with
 * a directory that is whole, begins where it says, and has no comment behind it (no word processor writes one), or when
 * an entry is not where it says, or all of them together take more than there is.
 */
export function readArchive(bytes: Uint8Array): readonly Packed[] {
  const view = viewOf(bytes)
  const end = bytes.length - endLength
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) return []
  const directory = view.getUint32(end + 16, true)
  const found: Packed[] = []
  let at = directory
  let length = 0
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryEntry) return []
    const behind = at + 46 + view.getUint16(at + 28, true)
    const content = contentAt(
      bytes.subarray(0, directory),
      view.getUint32(at + 42, true),
      view.getUint32(at + 20, true),
    )
    if (content === null) return []
    length += content.length
    found.push({
      title: bytes.subarray(at + 46, behind),
      flags: view.getUint16(at + 8, true) & ~sizesBehind,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      content,
    })
    at = behind + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return at === end && length <= directory ? found : []
}

/** What stands behind the header of an entry; null when it is not all there. */
function contentAt(bytes: Uint8Array, header: number, length: number): Uint8Array | null {
  const view = viewOf(bytes)
  if (header + 30 > bytes.length || view.getUint32(header, true) !== localHeader) return null
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  return start + length > bytes.length ? null : bytes.subarray(start, start + length)
}

/** Given to the platform at once: it may keep a thousand times as much, unpacked, before it can be stopped. */
const sliceLength = 16_384

/** The content of an entry; null when it cannot be unpacked, or is longer or shorter than the archive says. */
export async function unpack({ method: by, size, content }: Packed): Promise<Uint8Array | null> {
  if (by === method.stored) return content.length === size ? content : null
  if (by !== method.deflated) return null
  const whole = new Uint8Array(size)
  let length = 0
  try {
    for await (const part of slices(content).pipeThrough(new DecompressionStream('deflate-raw'))) {
      if (length + part.length > size) return null
      whole.set(part, length)
      length += part.length
    }
  } catch {
    return null
  }
  return length === size ? whole : null
}

function slices(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + sliceLength))
      else controller.close()
      at += sliceLength
    },
  })
}
