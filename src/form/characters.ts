/**
 * What a text may hold. Letters of every script pass as they are; what has no place in an answer (control
 * characters, halves of characters, marks that turn the writing direction round) is refused.
 */

// C0 and C1 controls but tab and line feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const controlCharacter = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/
// Embeddings, overrides and isolates: they can make a text read as what it is not (unicode.org/reports/tr36, 3.4).
export const bidiControl = /[\u202a-\u202e\u2066-\u2069]/
// White space and characters that show nothing.
const onlyBlank = /^[\s\u00ad\u200b-\u200f\u2060\ufeff]*$/

/** Whether a text of several lines holds only what a text may hold. */
export const isClean = (text: string): boolean =>
  text.isWellFormed() && !controlCharacter.test(text.replaceAll('\r\n', '\n')) && !bidiControl.test(text)

/** Whether a text shows nothing: then it is no answer. */
export const isBlank = (text: string): boolean => onlyBlank.test(text)

/** A text without spaces around it, its line ends "\n"; on one line when the field has one line. */
export function tidy(text: string, multiline: boolean): string {
  const lines = text.replace(/\r\n?/g, '\n').trim()
  return multiline ? lines : lines.replace(/[ \t]*[\n\t][\n\t ]*/g, ' ')
}

/** A text as search and likeness compare it: folded, and "œ" is "oe". */
export const simplified = (text: string): string => folded(text).replaceAll('œ', 'oe').replaceAll('æ', 'ae')

/** For comparing words: without accents, upper case or double spaces. */
export const folded = (text: string): string =>
  text.trim().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase()
