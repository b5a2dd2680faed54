/**
 * A positive 31-bit number that is always the same for the same words (FNV-1a, then the last mixing step of
 * MurmurHash3). Google takes such ids from the client for tabs, column tags and protections, so that making
 * the same thing twice is refused by Google rather than done twice. Pure.
 */
export function identifier(...words: readonly string[]): number {
  let hash = 0x811c9dc5
  for (const character of words.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & 0x7fffffff || 1
}
