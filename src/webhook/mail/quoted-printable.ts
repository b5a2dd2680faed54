const encoder = new TextEncoder()

/** Octets a line is filled to, of the 76 there may be: room for what its two ends may have to become. */
const FILL = 71

/**
 * A text as quoted-printable (RFC 2045 §6.7), its lines ended by CRLF, none over 76 octets and no character cut in two.
 * No line begins with a dot or with "From ", which some that pass mail on would change. "=_" is nowhere in it. Pure.
 */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap(encodeLine)
    .join('\r\n')
}

function encodeLine(line: string): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of line) {
    const encoded = encodeCharacter(character)
    if (piece.length + encoded.length > FILL) {
      pieces.push(guardStart(`${piece}=`))
      piece = ''
    }
    piece += encoded
  }
  const last = piece.replace(/[ \t]$/, (space) => (space === ' ' ? '=20' : '=09'))
  return [...pieces, guardStart(last)]
}

const guardStart = (piece: string): string => piece.replace(/^\./, '=2E').replace(/^From /, '=46rom ')

function encodeCharacter(character: string): string {
  if (/^[\t -<>-~]$/.test(character)) return character
  return [...encoder.encode(character)]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
}
