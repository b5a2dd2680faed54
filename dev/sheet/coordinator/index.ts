import { wholeArea } from '../book/a1.ts'
import { cellAt } from '../book/cells.ts'
import { type DataFilter, findMetadata } from '../book/metadata.ts'
import { applyRequests } from '../book/requests/index.ts'
import { draftOf } from '../book/sheets.ts'
import type { Book, Cell, Json, JsonObject, Metadata, Sheet } from '../book/types.ts'
import { parseMessage } from '../book/validate.ts'
import { readValues } from '../book/values.ts'
import type { State } from '../state.ts'
import { type Action, tabOf } from './action.ts'
import { applyAction, coordinator } from './apply.ts'

export type { Action } from './action.ts'

/** The spreadsheet in the hands of its owner. Rows and columns count from 0; a tab is named by its title. */
export type Coordinator = {
  /** Grows with each change. */
  readonly version: () => number
  readonly tabs: () => readonly string[]
  /** The tab's cells as numbers, texts and booleans; trailing empty cells and rows are left out. */
  readonly values: (tab: string) => readonly (readonly Json[])[]
  readonly cell: (tab: string, row: number, column: number) => Cell
  readonly sheet: (tab: string) => Readonly<Sheet>
  readonly metadata: () => readonly Metadata[]
  /** Types a text in a cell. */
  readonly edit: (tab: string, row: number, column: number, text: string) => void
  readonly paste: (tab: string, row: number, column: number, text: string) => void
  /** Selects a block and presses Delete: formats, notes and dropdowns stay. */
  readonly clearCells: (tab: string, row: number, column: number, height: number, width: number) => void
  /** Sorts the rows below the frozen ones. */
  readonly sort: (tab: string, column: number, order?: 'ascending' | 'descending') => void
  readonly insertRows: (tab: string, at: number, count?: number) => void
  readonly deleteRows: (tab: string, at: number, count?: number) => void
  readonly insertColumns: (tab: string, at: number, count?: number) => void
  readonly deleteColumns: (tab: string, at: number, count?: number) => void
  /** `to` is the place the row or column takes. */
  readonly moveRow: (tab: string, from: number, to: number) => void
  readonly moveColumn: (tab: string, from: number, to: number) => void
  readonly hideRow: (tab: string, row: number, hidden?: boolean) => void
  readonly hideColumn: (tab: string, column: number, hidden?: boolean) => void
  readonly filter: (tab: string, column: number, hiddenValues: readonly string[]) => void
  readonly clearFilter: (tab: string) => void
  readonly renameTab: (tab: string, title: string) => void
  readonly addTab: (title: string) => void
  readonly deleteTab: (tab: string) => void
  readonly duplicateTab: (tab: string, title?: string) => void
  /** Any action of the grid. */
  readonly act: (action: Action) => void
  /** Any sub-request of batchUpdate, made as the owner: protections, formats… */
  readonly request: (request: JsonObject) => void
  readonly removeMetadata: (filter: DataFilter) => number
  /** Shares the spreadsheet with an address as editor; the service account's by default. */
  readonly share: (email?: string) => void
  readonly unshare: (email?: string) => void
  /**
   * Puts the spreadsheet in the bin. Drive says that others cannot view what is in the owner's bin; that the API
   * answers them 404, as for a file deleted for good, was not seen on Google.
   */
  readonly trash: () => void
  readonly restore: () => void
  /** Makes the spreadsheet an .xlsx file, which the API refuses; false makes it Google's again. */
  readonly makeOffice: (isOffice?: boolean) => void
}

export type Store = {
  readonly state: State
  readonly version: () => number
  readonly commit: (book: Book) => void
}

export function createCoordinator(store: Store): Coordinator {
  const book = () => store.state.book
  const act = (action: Action) => store.commit(applyAction(book(), action))
  const account = store.state.account.email
  return {
    version: store.version,
    tabs: () => book().sheets.map((sheet) => sheet.properties.title),
    values: (tab) => {
      const sheet = tabOf(book(), tab)
      const options = {
        majorDimension: 'ROWS',
        render: 'UNFORMATTED_VALUE',
        dateTime: 'SERIAL_NUMBER',
      } as const
      return (readValues(book(), sheet, wholeArea(sheet), options).values ?? []) as Json[][]
    },
    cell: (tab, row, column) => cellAt(tabOf(book(), tab), row, column) ?? {},
    sheet: (tab) => tabOf(book(), tab),
    metadata: () => book().metadata,
    edit: (tab, row, column, value) => act({ type: 'edit', tab, row, column, value }),
    paste: (tab, row, column, text) => act({ type: 'paste', tab, row, column, text }),
    clearCells: (tab, row, column, height, width) =>
      act({ type: 'clearCells', tab, row, column, height, width }),
    sort: (tab, column, order = 'ascending') =>
      act({ type: 'sort', tab, column, descending: order === 'descending' }),
    insertRows: (tab, at, count = 1) => act({ type: 'insertRows', tab, at, count }),
    deleteRows: (tab, at, count = 1) => act({ type: 'deleteRows', tab, at, count }),
    insertColumns: (tab, at, count = 1) => act({ type: 'insertColumns', tab, at, count }),
    deleteColumns: (tab, at, count = 1) => act({ type: 'deleteColumns', tab, at, count }),
    moveRow: (tab, from, to) => act({ type: 'moveRow', tab, from, to }),
    moveColumn: (tab, from, to) => act({ type: 'moveColumn', tab, from, to }),
    hideRow: (tab, at, hidden = true) => act({ type: 'hideRow', tab, at, hidden }),
    hideColumn: (tab, at, hidden = true) => act({ type: 'hideColumn', tab, at, hidden }),
    filter: (tab, column, hiddenValues) => act({ type: 'filter', tab, column, hiddenValues }),
    clearFilter: (tab) => act({ type: 'clearFilter', tab }),
    renameTab: (tab, title) => act({ type: 'renameTab', tab, title }),
    addTab: (title) => act({ type: 'addTab', title }),
    deleteTab: (tab) => act({ type: 'deleteTab', tab }),
    duplicateTab: (tab, title) => act({ type: 'duplicateTab', tab, ...(title !== undefined && { title }) }),
    act,
    request: (request) => {
      const { requests } = parseMessage('BatchUpdateSpreadsheetRequest', { requests: [request] })
      store.commit(applyRequests(book(), requests as JsonObject[], coordinator).book)
    },
    removeMetadata: (filter) => {
      const found = new Set(findMetadata(book(), filter))
      const draft = draftOf(book())
      draft.metadata = draft.metadata.filter((item) => !found.has(item))
      store.commit(draft)
      return found.size
    },
    share: (email = account) => {
      store.state.sharedWith = [...new Set([...store.state.sharedWith, email])]
      store.commit(book())
    },
    unshare: (email = account) => {
      store.state.sharedWith = store.state.sharedWith.filter((item) => item !== email)
      store.commit(book())
    },
    trash: () => {
      store.state.isTrashed = true
      store.commit(book())
    },
    restore: () => {
      store.state.isTrashed = false
      store.commit(book())
    },
    makeOffice: (isOffice = true) => {
      store.state.isOffice = isOffice
      store.commit(book())
    },
  }
}
