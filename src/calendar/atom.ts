import type { Locale } from '../form/text.ts'

/** A feed of what was published, for readers that fetch it again and again. */
export type AtomFeed = {
  readonly title: string
  readonly locale: Locale
  /** Where it is fetched, and the page that shows the same to people. */
  readonly source: string
  readonly page: string
  readonly author: string
  readonly entries: readonly AtomEntry[]
}

export type AtomEntry = {
  /** A UUID: the same for all versions, so that a reader shows a correction as an update. */
  readonly id: string
  readonly title: string
  readonly page: string
  readonly summary: string
  /** Milliseconds since 1970, UTC. */
  readonly published: number
  readonly updated: number
}

/** The feed as Atom (RFC 4287), newest first; the same entries always make the same bytes. */
export function writeAtom({ title, locale, source, page, author, entries }: AtomFeed): string {
  const newest = entries.toSorted((one, other) => other.updated - one.updated)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<id>${escaped(source)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(source)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    `<updated>${iso(newest[0]?.updated ?? 0)}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    ...newest.map(entryOf),
    '</feed>',
    '',
  ].join('\n')
}

const entryOf = ({ id, title, page, summary, published, updated }: AtomEntry): string =>
  [
    '<entry>',
    `<id>urn:uuid:${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    `<published>${iso(published)}</published>`,
    `<updated>${iso(updated)}</updated>`,
    `<summary>${escaped(summary)}</summary>`,
    '</entry>',
  ].join('\n')

const iso = (at: number): string => new Date(at).toISOString()

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text as XML 1.0 has it: markup escaped, and characters that XML cannot carry at all left out. */
function escaped(text: string): string {
  const carried = [...text.toWellFormed()].filter((character) => {
    const code = character.codePointAt(0) ?? 0
    return code >= 0x20 || code === 0x9 || code === 0xa || code === 0xd
  })
  return carried.join('').replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
