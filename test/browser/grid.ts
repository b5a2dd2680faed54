import type { Started } from './recueil.ts'

type GridData = {
  readonly tab: {
    readonly title: string
    readonly frozenRows: number
    readonly next: number | null
    readonly rows: readonly { readonly index: number; readonly cells: readonly { readonly text: string }[] }[]
  } | null
}

type Rows = readonly Readonly<Record<string, string>>[]

/** The rows of a tab as the local grid shows them, each by its headers; rows without an ID are left out. */
export const gridRows = (recueil: Started, tab: string): Promise<Rows> => keyedRows(recueil, tab, 'ID')

/** The same of a tab of figures, whose rows have a key. */
export const boardRows = (recueil: Started, tab: string): Promise<Rows> => keyedRows(recueil, tab, 'Clé')

async function keyedRows(recueil: Started, tab: string, key: string): Promise<Rows> {
  const rows: Readonly<Record<string, string>>[] = []
  let from: number | null = 0
  while (from !== null) {
    const query: string = new URLSearchParams({ onglet: tab, depuis: String(from) }).toString()
    const data = (await (await fetch(`${recueil.sheetUrl}/grid/data?${query}`)).json()) as GridData
    if (data.tab?.title !== tab) return []
    const { frozenRows, next } = data.tab
    // The last frozen row is the technical one; a plan's questions may stand above the header.
    const headers = data.tab.rows[frozenRows - 2]?.cells.map(({ text }) => text) ?? []
    for (const { index, cells } of data.tab.rows) {
      if (index < frozenRows) continue
      const row = Object.fromEntries(headers.map((header, column) => [header, cells[column]?.text ?? '']))
      if (row[key]) rows.push(row)
    }
    from = next
  }
  return rows
}
