/** A message as someone who gets it reads it. */
export type Mail = {
  /** Each header unfolded and its encoded words decoded, by its name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The parts in order, decoded; one when it has no parts. */
  readonly parts: readonly { readonly type: string; readonly text: string }[]
}

/** Reads a message (RFC 5322, RFC 2045 to 2047) as it came over the wire. It shares nothing with the writer. */
export function readMail(raw: string): Mail {
  const { headers, body } = cut(raw)
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return { headers, parts: [readPart(headers, body)] }
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1)
  if (!pieces.pop()?.startsWith('--')) throw new Error('the last part has no end')
  const parts = pieces.map((piece) => {
    const part = cut(piece.replace(/^\r\n/, ''))
    return readPart(part.headers, part.body)
  })
  return { headers, parts }
}

function cut(raw: string): { readonly headers: Record<string, string>; readonly body: string } {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n([ \t])/g, '$1')
    .split('\r\n')
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error(`no header: ${line}`)
    if (name.toLowerCase() in headers && name.toLowerCase() !== 'received')
      throw new Error(`twice there: ${name}`)
    headers[name.toLowerCase()] = decodeWords(value)
  }
  return { headers, body: raw.slice(end + 4) }
}

const decodeWords = (value: string): string =>
  value
    .replaceAll(/(=\?[^?]+\?[BbQq]\?[^?]*\?=)\s+(?==\?)/g, '$1')
    .replaceAll(/=\?utf-8\?([BbQq])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
      encoding.toUpperCase() === 'B'
        ? utf8(Uint8Array.fromBase64(text))
        : utf8(fromQuoted(text.replaceAll('_', ' '))),
    )

function readPart(headers: Readonly<Record<string, string>>, body: string) {
  const type = headers['content-type'] ?? 'text/plain'
  switch (headers['content-transfer-encoding']?.toLowerCase()) {
    case 'quoted-printable':
      return { type, text: utf8(fromQuoted(body)) }
    case 'base64':
      return { type, text: utf8(Uint8Array.fromBase64(body)) }
    default:
      return { type, text: body }
  }
}

function fromQuoted(text: string): Uint8Array {
  const bytes: number[] = []
  const joined = text.replaceAll(/=\r\n/g, '')
  for (let index = 0; index < joined.length; index++) {
    if (joined[index] === '=') {
      bytes.push(Number.parseInt(joined.slice(index + 1, index + 3), 16))
      index += 2
    } else bytes.push(joined.charCodeAt(index))
  }
  return Uint8Array.from(bytes)
}

const utf8 = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
