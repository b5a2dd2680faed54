import { ordersOf, wordsOf } from './match.ts'
import { digitsOf, type Person } from './person.ts'

/**
 * What the database is asked to look for: a pattern of LIKE, in the text or in the text without what stands between
 * digits. It finds every text that names the person, and some that do not: those are judged by `finderOf` after.
 */
export type Needle = { readonly pattern: string; readonly inDigits: boolean }

/** D1 takes patterns of 50 bytes at most (developers.cloudflare.com/d1/platform/limits). */
const longest = 48

/** The needles of a person. SQLite folds A to Z alone, so that a letter that may bear an accent stands for any one. */
export const needlesOf = ({ names, emails, phones }: Person): readonly Needle[] => [
  ...names.flatMap((name) =>
    ordersOf(wordsOf(name)).map((words) => ({ pattern: likely(words.map(masked)), inDigits: false })),
  ),
  ...emails.map((email) => ({ pattern: likely([maskedEmail(email)]), inDigits: false })),
  ...phones.map((phone) => ({ pattern: `%${digitsOf(phone)}%`, inDigits: true })),
]

const masked = (word: string): string => word.replace(/oe|ae/g, '%').replace(/[acdeinosuyz]|[^a-z0-9%]/g, '_')

const maskedEmail = (email: string): string => email.toLowerCase().replace(/[^a-z0-9@.-]/g, '_')

/** A pattern of as many of the words as there is room for. */
function likely(words: readonly string[]): string {
  let pattern = '%'
  for (const word of words) {
    const next = `${pattern}${word.slice(0, longest - 2)}%`
    if (next.length > longest) break
    pattern = next
  }
  return pattern
}
