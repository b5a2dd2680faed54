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

/**
 * A text's digest of 53 bits, for telling whether it is still the same: two FNV-1a hashes side by side, each with
 * MurmurHash3's last step.
 */
export function digest(text: string): number {
  let one = 0x811c9dc5
  let other = 0x9e3779b9
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x85ebca6b)
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ (other >>> 13)
  other = Math.imul(other ^ (other >>> 16), 0xc2b2ae35) ^ (one >>> 13)
  return (other & 0x1fffff) * 2 ** 32 + (one >>> 0)
}
