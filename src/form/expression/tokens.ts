import { expressionError } from './error.ts'

const kinds = ['number', 'quoted', 'reference', 'name', 'symbol'] as const

/** `text` is the content alone, without quotes or `${}`; `position` counts from 1 and is where the token starts. */
export type Token = {
  readonly kind: (typeof kinds)[number] | 'end'
  readonly text: string
  readonly position: number
}

const shape = new RegExp(
  [
    /\s+/,
    /(?<number>\d+(?:\.\d*)?|\.\d+)/,
    // No escapes, as in XPath: a text with one kind of quote in it is written between the other.
    /(?<quoted>'[^']*'|"[^"]*")/,
    // A name is XPath's NCName, so that `a-b` is one name and `a - b` a subtraction.
    /(?<reference>\$\{[\p{L}_][\p{L}\p{M}\p{N}_.-]*\})/u,
    /(?<name>[\p{L}_][\p{L}\p{M}\p{N}_.-]*)/u,
    /(?<symbol>\.\.|[!<>]=|[-+*=<>(),.])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'guy',
)

/** The tokens of a source, closed by one of kind `end`. Throws an ExpressionError at what is no token. */
export function tokenize(source: string): readonly [...Token[], Token] {
  const tokens: Token[] = []
  let end = 0
  for (const match of source.matchAll(shape)) {
    const [text] = match
    const kind = kinds.find((kind) => match.groups?.[kind] !== undefined)
    if (kind !== undefined) tokens.push({ kind, text: content(kind, text), position: match.index + 1 })
    end = match.index + text.length
  }
  if (end < source.length) throw expressionError(end + 1, complaint(source.slice(end)))
  return [...tokens, { kind: 'end', text: '', position: end + 1 }]
}

function content(kind: Token['kind'], text: string): string {
  if (kind === 'quoted') return text.slice(1, -1)
  return kind === 'reference' ? text.slice(2, -1) : text
}

function complaint(rest: string): string {
  if (/^['"]/.test(rest)) return 'this quote is never closed'
  if (rest.startsWith('$')) return 'a reference is $ and a name in braces'
  return `unexpected ${String.fromCodePoint(rest.codePointAt(0) ?? 0)}`
}
