import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createServiceAccount, type ServiceAccount } from './auth.ts'
import { emptySheet } from './book/sheets.ts'
import type { Book, Cell, Dimension, Sheet } from './book/types.ts'

/** Everything that outlives the process. `book` is replaced as a whole by each change. */
export type State = {
  book: Book
  /** Addresses the spreadsheet is shared with, as editors. */
  sharedWith: readonly string[]
  /** In the bin of the coordinator. */
  isTrashed: boolean
  /** Replaced by an .xlsx file of the same id. */
  isOffice: boolean
  readonly account: ServiceAccount
}

const format = 1

/** A spreadsheet as the coordinator finds it when she creates it. */
function freshBook(): Book {
  return {
    spreadsheetId: '1recueil-feuille-locale-de-suivi',
    properties: {
      title: 'GT MIGRATION — tableau de suivi',
      locale: 'fr_FR',
      timeZone: 'Africa/Dakar',
      autoRecalc: 'ON_CHANGE',
    },
    sheets: [
      emptySheet({
        sheetId: 0,
        title: 'Feuille 1',
        sheetType: 'GRID',
        gridProperties: { rowCount: 1000, columnCount: 26 },
      }),
    ],
    metadata: [],
    namedRanges: [],
    lastId: 1_000_000,
  }
}

function freshState(): State {
  const account = createServiceAccount()
  return {
    book: freshBook(),
    sharedWith: [account.email],
    isTrashed: false,
    isOffice: false,
    account,
  }
}

const fileIn = (folder: string): string => join(folder, 'sheet.json')

/**
 * @param folder where sheet.json is; null for a state that is not kept
 * @throws Error naming the file when it is there but cannot be read
 */
export async function loadState(folder: string | null): Promise<State> {
  if (folder === null) return freshState()
  const file = fileIn(folder)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return freshState()
    throw new Error(`The local sheet's state cannot be read: ${file} (${String(error)})`)
  }
  try {
    return parseState(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The local sheet's state is broken: ${file} (${reason}). Restore it, or delete it to start afresh.`,
    )
  }
}

type Stored = State & { readonly format: number }

function parseState(text: string): State {
  const stored = JSON.parse(text) as Partial<Stored> | null
  if (stored?.format !== format) throw new Error(`format ${stored?.format} instead of ${format}`)
  const { book, account, sharedWith } = stored
  if (!Array.isArray(book?.sheets) || !Array.isArray(book.metadata) || book.sheets.length === 0) {
    throw new Error('no tabs')
  }
  if (typeof account?.privateKey !== 'string' || !Array.isArray(sharedWith)) throw new Error('no account')
  return {
    account,
    sharedWith,
    isTrashed: stored.isTrashed === true,
    isOffice: stored.isOffice === true,
    book: { ...book, sheets: book.sheets.map(restoreSheet) },
  }
}

/** JSON has no undefined: an empty cell was written as null. */
function restoreSheet(sheet: Sheet): Sheet {
  if (!Array.isArray(sheet.rows) || typeof sheet.properties?.title !== 'string') throw new Error('broken tab')
  const present = <T>(item: T | null | undefined): T | undefined => item ?? undefined
  return {
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => present<Cell>(cell))),
    rowDimensions: sheet.rowDimensions.map((item) => present<Dimension>(item)),
    columnDimensions: sheet.columnDimensions.map((item) => present<Dimension>(item)),
  }
}

export type Saver = {
  /** Asks for a save soon; many changes make one save. */
  readonly schedule: () => void
  /** Saves what waits, and tells when it is on the disk. */
  readonly flush: () => Promise<void>
}

const shortestDelay = 100

export function createSaver(folder: string | null, state: State): Saver {
  if (folder === null) return { schedule: () => {}, flush: async () => {} }
  let timer: NodeJS.Timeout | null = null
  let saving = Promise.resolve()
  let delay = shortestDelay
  let isDirty = false
  const save = async () => {
    if (!isDirty) return
    isDirty = false
    const start = performance.now()
    await mkdir(folder, { recursive: true })
    const stored: Stored = { format, ...state }
    const draft = `${fileIn(folder)}.new`
    await writeFile(draft, JSON.stringify(stored), { mode: 0o600 })
    await rename(draft, fileIn(folder))
    delay = Math.max(shortestDelay, 10 * (performance.now() - start))
  }
  const enqueue = () => {
    timer = null
    saving = saving.then(save).catch((error: unknown) => {
      isDirty = true
      console.error(`The local sheet's state could not be saved in ${folder}: ${String(error)}`)
    })
    return saving
  }
  return {
    schedule() {
      isDirty = true
      timer ??= setTimeout(enqueue, delay)
    },
    async flush() {
      if (timer !== null) clearTimeout(timer)
      await enqueue()
    },
  }
}
