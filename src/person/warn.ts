import { apart, type Finder, type Span, spansOf } from './match.ts'

/** What in a text that is about to be published may tell more of a person than they agreed to. Pure. */
export type Warning = { readonly kind: 'phone' | 'email' | 'name'; readonly text: string }

/** Who may be named and who may not, as far as anything says so. */
export type Known = { readonly agreed: Finder; readonly others: Finder }

/**
 * Finds numbers of phones, addresses, people who did not agree to be named, and people whom a title announces and of
 * whom nothing is known, in the order of the text. Dates, amounts, numbers of laws and codes are none of them.
 */
export function warningsIn(text: string, { agreed, others }: Known): readonly Warning[] {
  const may = agreed(text)
  const isAgreed = ([from, to]: Span) => may.some(([start, end]) => start < to && from < end)
  const named = apart([...others(text), ...titledIn(text)]).filter((span) => !isAgreed(span))
  const found = [
    ...spansOf(text, email).map((span) => ({ kind: 'email' as const, span })),
    ...spansOf(text, phone)
      .filter((span) => isPhone(text, span))
      .map((span) => ({ kind: 'phone' as const, span })),
    ...named.map((span) => ({ kind: 'name' as const, span })),
  ]
  return found
    .toSorted((one, other) => one.span[0] - other.span[0])
    .map(({ kind, span: [from, to] }) => ({ kind, text: text.slice(from, to) }))
}

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu

const gap = '(?:\\s{1,2}|[.\\u2010\\u2011\\u2013-])?'
// A number of Senegal (artp.sn: nine digits that begin with 70, 75 to 78 or 33), or one with its country's code.
const number =
  `(?:(?:(?:\\+|00)${gap})?221\\)?${gap})?(?:7[05678]|33)\\)?(?:${gap}\\d){7}(?!\\d)` +
  '|(?:\\+|00)[1-9](?:[\\s.()-]{0,2}\\d){6,14}(?!\\d)'
/** Of several one after the other, each is where another one ends. */
const phone = new RegExp(
  `(?:(?<![\\p{L}\\p{N}/,-]|(?<!\\p{L})\\.|\\p{N} )|(?<=(?:${number})\\s?[/,-]?\\s?))` +
    `(?:${number})(?![\\p{L}\\p{N}]|[/,](?!${number})\\d)`,
  'gu',
)

/** Amounts have their digits by three, or a unit behind them. */
function isPhone(text: string, [from, to]: Span): boolean {
  const number = text.slice(from, to)
  if (/^\+|^00/.test(number)) return true
  const isAmount = /^\d{1,3}(?:[\s.]\d{3})+$/.test(number) && /0{3}$/.test(number)
  const unit =
    /^\s*(?:F\b|FCFA|CFA|XOF|€|\$|%|euros?\b|francs?\b|dollars?\b|personnes?\b|habitants?\b|m[²2]\b|km\b)/iu
  const isLabelled = /^\d+$/.test(number) && /n[°o]\s*$/iu.test(text.slice(0, from))
  return !isAmount && !isLabelled && !unit.test(text.slice(to))
}

const capitalised = "\\p{Lu}[\\p{L}'’-]+"
const particle = "(?:(?:de\\s+la|du|des|de|el|al|ben|bint|van\\s+de[nr]?|von|van)\\s+|de\\s+l['’]|d['’])"
const name = `(?:\\p{Lu}\\.\\s*){0,4}${particle}?${capitalised}(?:[ \\u00a0]${particle}?${capitalised}){0,3}`
const titles =
  '(?:MM?\\.|Mr\\.)\\s*|(?:Mr|Mmes?|Mlles?|Dr\\.?|Pr\\.?|Me|Maître|Madame|Monsieur|Mademoiselle|Docteure?|' +
  'Professeure?|Imam|Serigne|El Hadji?)\\s+'
/** One person, or after a plural several. */
const titled = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${titles})((?:(?<=(?:MM\\.|Mmes|Mlles)\\s*)${name}(?:(?:,\\s|\\set\\s)${name})*)|${name})`,
  'gu',
)
/** Words that a title stands before and that are no names. */
const functions =
  /^(?:Le|La|Les|Président|Présidente|Ministre|Maire|Coordinateur|Coordinatrice|Directeur|Directrice|Secrétaire|Préfet|Gouverneur|Ambassadeur|Ambassadrice|Représentante?|Chef|Cheffe)(?![\p{L}])/u

function titledIn(text: string): readonly Span[] {
  return [...text.matchAll(titled)].flatMap(({ 0: { length }, 1: list = '', index }) =>
    spansOf(list, new RegExp(name, 'gu'))
      .filter(([from]) => !functions.test(list.slice(from)))
      .map(([from, to]): Span => [index + length - list.length + from, index + length - list.length + to]),
  )
}
