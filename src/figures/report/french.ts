import type { Block, Table } from '../../document/index.ts'
import { printed } from '../../document/index.ts'
import { formatNumber } from '../../form/numbers.ts'

/** What a sentence says of none, of one and of many; `{n}` is the number. */
export type Said = { readonly none: string; readonly one: string; readonly many: string }

/** The sentence for so many: "Aucun projet n’est publié.", "1 projet est publié.", "12 projets sont publiés." */
export const saidOf = (n: number, { none, one, many }: Said): string =>
  (n === 0 ? none : n === 1 ? one : many).replace('{n}', formatNumber(n, 'fr'))

/** "24 septembre 2018", "1er septembre 2018", "octobre 2018". */
export function inFull(date: string): string {
  const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const options = date.length > 7 ? ({ ...month, day: 'numeric' } as const) : month
  return new Intl.DateTimeFormat('fr', options).format(Date.parse(date)).replace(/^1 /, '1er ')
}

/** "Thiès et Ziguinchor". */
export const listed = (names: readonly string[]): string => new Intl.ListFormat('fr').format(names)

export const heading = (text: string, level: 2 | 3 = 2): Block => ({
  type: 'heading',
  level,
  text: printed(text),
})

export const paragraph = (text: string, label: string | null = null): Block => ({
  type: 'paragraph',
  label: label === null ? null : printed(label),
  text: printed(text),
})

/** Sentences one after the other as a paragraph; nothing when there are none. */
export function sentences(...all: readonly string[]): readonly Block[] {
  const said = all.filter((one) => one !== '')
  return said.length === 0 ? [] : [paragraph(said.join(' '))]
}

/** A table under its title; nothing without rows. */
export function titled(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  if (rows.length === 0) return []
  const table: Table = {
    type: 'table',
    caption: printed(title),
    questions: [],
    columns: columns.map(printed),
    rows: rows.map((row) => row.map((cell) => [printed(cell)])),
    isWide: false,
  }
  return [heading(title, 3), table]
}
