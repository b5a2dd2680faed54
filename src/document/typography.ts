const narrow = '\u202f'
const wide = '\u00a0'

/** What typography leaves alone: addresses of pages and of people. */
const untouched = /(?:https?:\/\/|www\.)[^\s<>«»]*[^\s<>«».,;:!?)]|[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/gi

/**
 * A French text as it is printed: a narrow no-break space before ; ! ? and between thousands, a no-break space before :
 * and %, inside « », after n° and M., in hours (14 h 30) and between an amount and FCFA; typographic apostrophes and
 * ellipses (Lexique des règles typographiques en usage à l'Imprimerie nationale). Addresses are left as they are. Doing
 * it twice changes nothing. For what is shown; what is stored stays as it was typed.
 */
export function printed(text: string): string {
  let result = ''
  let from = 0
  for (const match of text.matchAll(untouched)) {
    result += setPart(text.slice(from, match.index)) + match[0]
    from = match.index + match[0].length
  }
  return setEdges(result, text.slice(from))
}

/** Punctuation after an address still takes its space. */
const setEdges = (before: string, rest: string): string => before + setPart(rest)

/** The same without narrow spaces, for fonts and programs that lack them. */
export const withoutNarrow = (text: string): string => text.replaceAll(narrow, wide)

const setPart = (text: string): string =>
  text
    .replace(/\.{3}/g, '…')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/\b(\d{1,2}) ?h ?(\d{2})\b/g, `$1${wide}h${wide}$2`)
    .replace(/(?<=h\u00a0\d{2}) (?=[–-])/g, wide)
    .replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/g, (number) => number.replaceAll(' ', narrow))
    .replace(/(?<=\d) (?=(?:F ?CFA|FCFA|€|%))/g, wide)
    .replace(/«[ \u00a0\u202f]*/g, `«${wide}`)
    .replace(/[ \u00a0\u202f]*»/g, `${wide}»`)
    .replace(/(?<=[\p{L}\p{N}»)"”…%])[ \u00a0\u202f]*([;!?]+)(?=\s|$|[)»"”])/gu, `${narrow}$1`)
    .replace(/^[ \u00a0\u202f]+(?=[;!?])/, narrow)
    .replace(/[ \u00a0\u202f]+(?=:(?:\s|$))/g, wide)
    .replace(/\b(M\.|MM\.) (?=\p{Lu})/gu, `$1${wide}`)
    .replace(/\b([Nn]°) ?(?=\d)/g, `$1${wide}`)
