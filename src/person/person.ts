import { folded } from '../form/characters.ts'

/** What is known of a person who is looked for: each a way of writing them, none of them empty. */
export type Person = {
  readonly names: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
}

/** What was typed to look for a person, in the three boxes of the page. */
export type TypedPerson = { readonly name: string; readonly email: string; readonly phone: string }

/** The fewest letters of a name and digits of a number: less would find half of everything. */
const fewestLetters = 3
const fewestDigits = 7
/** The most ways of writing a person; a reader needs two or three. */
const most = 6

/** Reads what was typed: several are parted by semicolons; what is too short to look for is left out. */
export function readPerson({ name, email, phone }: TypedPerson): Person {
  return {
    names: parts(name).filter((one) => folded(one).replace(/[^\p{L}\p{N}]/gu, '').length >= fewestLetters),
    emails: parts(email).filter((one) => one.includes('@')),
    phones: parts(phone).filter((one) => digitsOf(one).length >= fewestDigits),
  }
}

export const nobody: Person = { names: [], emails: [], phones: [] }

export const isNobody = ({ names, emails, phones }: Person): boolean =>
  names.length + emails.length + phones.length === 0

/** A person with further ways of writing them. */
export const alsoKnownAs = (one: Person, other: Person): Person => ({
  names: [...new Set([...one.names, ...other.names])],
  emails: [...new Set([...one.emails, ...other.emails])],
  phones: [...new Set([...one.phones, ...other.phones])],
})

/**
 * The digits of a number by which its ways of being written are the same: 77 123 45 67, +221 77 123 45 67 and
 * 00221771234567 are 771234567 (artp.sn, national numbering plan: nine digits after 221).
 */
export function digitsOf(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '')
  return digits.length === 12 && digits.startsWith('221') ? digits.slice(3) : digits
}

/**
 * What people, Word and phones put between the digits of a number, and what shows nothing; beside them, finders take any
 * white space.
 */
export const betweenDigits = [
  ...[...' \t\n\u00a0\u2007\u2009\u202f'],
  ...[...'.,·()/_-\u2010\u2011\u2013\u00ad\u200b'],
] as const

const parts = (typed: string): readonly string[] =>
  typed
    .normalize('NFC')
    .split(/[;\n]/)
    .map((one) => one.trim().slice(0, 254))
    .filter((one) => one !== '')
    .slice(0, most)
