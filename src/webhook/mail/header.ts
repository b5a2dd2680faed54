const encoder = new TextEncoder()

/** Bytes of UTF-8 in one encoded word: with the word's frame and "Subject: " before it, a line of 76 at most. */
const WORD = 39

/** What a line of 76 holds beside the longest field name here. */
const PLAIN = 60

/**
 * A header's free text on as many lines as it needs: itself when it is short printable ASCII, else encoded words
 * (RFC 2047, base64). Whatever would end the line becomes a space: nothing written by people begins a header. Pure.
 */
export function headerText(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  if (line.length <= PLAIN && /^[ -~]*$/.test(line) && !line.includes('=?')) return line
  return words(line)
    .map((word) => `=?utf-8?B?${encoder.encode(word).toBase64()}?=`)
    .join('\r\n ')
}

/** A text cut into pieces of WORD bytes at most, between characters. */
function words(text: string): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of text) {
    if (encoder.encode(piece + character).length > WORD) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A moment (milliseconds since 1970, UTC) as RFC 5322 §3.3 writes it. Pure. */
export function headerDate(time: number): string {
  const date = new Date(time)
  const clock = date.toISOString().slice(11, 19)
  const month = months[date.getUTCMonth()]
  return `${days[date.getUTCDay()]}, ${date.getUTCDate()} ${month} ${date.getUTCFullYear()} ${clock} +0000`
}
