/** As many bytes of each mark as are looked at; the more there are, the more of a file is passed over. */
const width = 6

/**
 * A search for whichever of these marks comes first (Horspool's, for several): it looks at about every fifth byte. Of a
 * mark, six characters long at least, the first six count.
 * @returns where the next one is, or the length of the bytes
 */
export function finder(marks: readonly string[]): (bytes: Uint8Array, from: number) => number {
  const words = marks.map((mark) => [...mark.slice(0, width)].map((character) => character.charCodeAt(0)))
  const steps = new Uint8Array(256).fill(width)
  const beginnings = new Uint8Array(256)
  for (const word of words) {
    beginnings[word[0] ?? 0] = 1
    for (const [index, byte] of word.entries())
      steps[byte] = Math.min(steps[byte] ?? width, width - 1 - index)
  }
  return (bytes, from) => {
    const last = bytes.length - width
    for (let at = from; at <= last; ) {
      const step = steps[bytes[at + width - 1] ?? 0] ?? width
      // Asked first: where texts are long, many of their bytes end a mark, and few begin one.
      if (step === 0 && beginnings[bytes[at] ?? 0] === 1 && words.some((word) => isAt(bytes, at, word)))
        return at
      at += step || 1
    }
    return bytes.length
  }
}

const isAt = (bytes: Uint8Array, at: number, word: readonly number[]): boolean =>
  word.every((byte, index) => bytes[at + index] === byte)
