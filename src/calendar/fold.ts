/** The octets of a line, the break not counted (RFC 5545, 3.1). */
const longest = 75

/** Octets of a character in UTF-8. */
const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/**
 * A content line cut into lines of at most 75 octets, each but the first begun by a space (RFC 5545, 3.1). A character
 * is never cut: the RFC allows it, and readers that unfold after decoding break on it.
 */
export function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > longest) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

// Tabs and line feeds are the only control characters a TEXT may stand for (RFC 5545, 3.1 and 3.3.11).
const control = /[\p{Cc}--[\t\n]]/gv

/** A text as the value of a property: backslash, semicolon, comma and line break escaped (RFC 5545, 3.3.11). */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(control, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
