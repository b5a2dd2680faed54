import type { Coordinator } from '../../../dev/sheet/index.ts'
import { type Edit, labels } from './log.ts'

/** A text she wrote: beside which record, or on a line of her own. */
export type Written = { readonly text: string; readonly reference: string | null }

export type Desk = {
  readonly act: (edit: Edit) => void
  readonly title: () => string
  /** What she wrote; what she could not, since the record or her column was not to be found, is not in it. */
  readonly written: () => readonly Written[]
  /** The headings of her own columns. */
  readonly headings: () => readonly string[]
}

const ownColumn = 'Note'

/** The coordinator at one sheet: the tab of this id. She keeps a column of her own right of the tool's. */
export function createDesk(book: Coordinator, sheetId: number): Desk {
  const written: Written[] = []
  const headings: string[] = []
  const title = () => {
    const found = book.tabs().find((name) => book.sheet(name).properties.sheetId === sheetId)
    if (found === undefined) throw new Error(`no tab ${sheetId}`)
    return found
  }
  const header = () => (book.values(title())[0] ?? []).map(String)
  const columnOf = (label: string) => header().indexOf(label)
  const frozen = () => book.sheet(title()).properties.gridProperties.frozenRowCount ?? 0
  const addColumn = (label: string, at: number) => {
    book.insertColumns(title(), at)
    book.edit(title(), 0, at, label)
    headings.push(label)
  }
  const write = (row: number, label: string, note: Written) => {
    const column = columnOf(label)
    if (row < 0 || column < 0) return
    book.edit(title(), row, column, note.text)
    written.push(note)
  }
  const rowOf = (reference: string) => book.values(title()).findIndex((cells) => cells.includes(reference))

  addColumn(ownColumn, header().length)
  return {
    title,
    written: () => written,
    headings: () => headings,
    act(edit) {
      switch (edit.act) {
        case 'sort': {
          const column = columnOf(edit.label)
          if (column >= 0) book.sort(title(), column, edit.order)
          return
        }
        case 'note':
          return write(rowOf(edit.reference), ownColumn, edit)
        case 'own column': {
          addColumn(edit.label, columnOf(edit.after) + 1)
          for (const reference of referencesIn(book, title())) {
            write(rowOf(reference), edit.label, { reference, text: `Avis sur ${reference}` })
          }
          return
        }
        case 'own row': {
          const at = frozen() + 5
          book.insertRows(title(), at)
          return write(at, ownColumn, { text: edit.text, reference: null })
        }
        case 'filter': {
          const column = columnOf(edit.label)
          const values = book.values(title()).slice(frozen())
          const hidden = values.map((cells) => String(cells[column] ?? '')).filter((_, row) => row % 3 === 0)
          if (column >= 0) book.filter(title(), column, hidden)
          return
        }
        case 'show all':
          return book.clearFilter(title())
        case 'hide column': {
          const column = columnOf(edit.label)
          if (column >= 0) book.hideColumn(title(), column)
          return
        }
        case 'rename tab':
          return book.renameTab(title(), edit.title)
        default:
          edit satisfies never
      }
    },
  }
}

/** The references that the tab shows, wherever they stand. */
function referencesIn(book: Coordinator, title: string): ReadonlySet<string> {
  const cells = book.values(title).flat()
  return new Set(cells.map(String).filter((text) => /^ES-\d{4}$/.test(text)))
}

/** The header row that each pattern is given to start with; the coordinator freezes it, so that it stays on top. */
export const header = ['ID', ...Object.values(labels)]
