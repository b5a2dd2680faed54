import { formatNumber } from '../../form/numbers.ts'
import type { Locale } from '../../form/text.ts'
import { type Word, word } from '../words.ts'

/** The words that have a form of their own for one: nought is one too in French ("0 projet"), and many in English. */
type CountedWord = { [Key in Word]: `${Key}.one` extends Word ? Key : never }[Word]

/** A word or sentence about so many, in the singular or the plural; `{n}` is the number. */
export const counted = (
  locale: Locale,
  key: CountedWord,
  n: number,
  values: Readonly<Record<string, string>> = {},
): string =>
  word(locale, new Intl.PluralRules(locale).select(n) === 'one' ? `${key}.one` : key, {
    n: formatNumber(n, locale),
    ...values,
  })
