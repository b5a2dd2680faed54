import { invalid } from '../error.ts'

export type Search = {
  readonly find: string
  readonly replacement: string
  readonly matchCase?: boolean
  readonly matchEntireCell?: boolean
  readonly searchByRegex?: boolean
}

/** Gives the text with every occurrence replaced, and how many there were; null without any. */
export type Replace = (text: string) => { readonly text: string; readonly occurrences: number } | null

/**
 * A plain search takes its replacement as it is; a regular expression has Java's replacement: `$1`, `${name}`, and `\`
 * before a character that is meant as such. The expression itself is JavaScript's, which Java's mostly is.
 * @throws ApiError 400 for an expression that cannot be read
 */
export function replacer(search: Search): Replace {
  const isRegex = search.searchByRegex === true
  const source = isRegex ? search.find : search.find.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  const pattern = compile(
    search.matchEntireCell === true ? `^(?:${source})$` : source,
    search.matchCase === true,
  )
  return (text) => {
    let occurrences = 0
    const replaced = text.replace(pattern, (...given: unknown[]) => {
      occurrences += 1
      return isRegex ? expand(search.replacement, given) : search.replacement
    })
    return occurrences === 0 ? null : { text: replaced, occurrences }
  }
}

function compile(source: string, matchCase: boolean): RegExp {
  const flags = matchCase ? 'g' : 'gi'
  try {
    return new RegExp(source, `${flags}u`)
  } catch {
    // Java, unlike this mode, lets a character that needs no escape be escaped.
    try {
      return new RegExp(source, flags)
    } catch {
      throw invalid(`Invalid regular expression: ${source}`)
    }
  }
}

/** @param given what `String.replace` tells of a match: itself, its groups, its place, the text, the named groups */
function expand(replacement: string, given: readonly unknown[]): string {
  const last = given.at(-1)
  const named =
    typeof last === 'object' && last !== null ? (last as Record<string, string | undefined>) : null
  const groups = given.slice(0, given.length - (named === null ? 2 : 3)) as (string | undefined)[]
  return replacement.replace(/\\(.)|\$(?:(\d+)|\{(\w+)\})?|\\$/gs, (mark, escaped, digits, name) => {
    if (escaped !== undefined) return escaped
    if (name !== undefined && named !== null && Object.hasOwn(named, name)) return named[name] ?? ''
    // As many digits as there are groups for: $12 is the first group and a 2 when there is no twelfth.
    for (let length = digits?.length ?? 0; length > 0; length -= 1) {
      const number = Number(digits.slice(0, length))
      if (number < groups.length) return (groups[number] ?? '') + digits.slice(length)
    }
    throw invalid(`Invalid replacement: ${mark} refers to no group of the regular expression.`)
  })
}
