/**
 * A document as what it says, apart from how it looks: one model for the page, the Word file and the comparison of two
 * versions. Its texts are French and printed (see `printed`).
 */
export type MinutesDocument = {
  /** "Compte-rendu", the group, and the meeting's date as the group writes it (24/07/2018). */
  readonly title: string
  readonly group: string
  readonly date: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** `label` leads the paragraph in bold: "Contexte : …". */
  | { readonly type: 'paragraph'; readonly label: string | null; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  /** A list of what can be read elsewhere, each under an address that is whole (https://…). */
  | { readonly type: 'links'; readonly items: readonly { readonly text: string; readonly address: string }[] }
  | Table

export type Table = {
  readonly type: 'table'
  readonly caption: string
  /** Questions above the columns, each over so many; none when the columns stand alone. */
  readonly questions: readonly { readonly text: string; readonly columns: number }[]
  readonly columns: readonly string[]
  /** A cell is its paragraphs; the first cell of a row names it. */
  readonly rows: readonly (readonly Cell[])[]
  /** Too wide for an upright page. */
  readonly isWide: boolean
}

export type Cell = readonly string[]
