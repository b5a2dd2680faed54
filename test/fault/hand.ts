import { columnIdOf, type Tab as Layout } from '../../src/sheet/layout.ts'
import type { Rig } from '../dev/mirror/rig.ts'
import type { Gesture, Tab, Value } from './step.ts'

/** A word that the coordinator typed in a record's row: whose it is, unless rows were being confused at that time. */
export type Word = {
  readonly word: string
  /** The cell: its row's reference and its column. */
  readonly cell: string
  /** The record whose reference the row bore. */
  readonly beside: string
  readonly record: string | null
  /** She took it away again herself. */
  isUndone: boolean
}

const keys: Readonly<Record<Tab, string>> = { essai: 'essai', zones: 'essai/zones', membre: 'membre' }
const reference = /^(ES|ME)-\d{4}(\/\d+)?$/

/** The coordinator's hand in the local sheet. What she types, and what becomes of it by her own doing, is followed. */
export function createHand(rig: Rig) {
  const { book } = rig.sheet
  const words: Word[] = []
  /** Her own columns: each filled cell names the record it stands beside. */
  const own = new Map<string, Set<string>>()
  let count = 0
  let isConfused = false
  /** The tab was cleared, its titles too: there is no row for a title of hers. */
  let isHeadless = false

  const layoutOf = (tab: Tab): Layout | undefined => rig.tabs().find(({ key }) => key === keys[tab])
  const titleOf = (layout: Layout): string | undefined =>
    book.tabs().find((title) => book.sheet(title).properties.sheetId === layout.sheetId)

  function indexOf(layout: Layout, key: string): number {
    const column = layout.columns.find((one) => one.key === key)
    const id = column && columnIdOf(layout, column)
    return (
      book.metadata().find(({ metadataId }) => metadataId === id)?.location.dimensionRange?.startIndex ?? -1
    )
  }

  /** Rows of a tab that bear a reference, in the order of the sheet. */
  function rowsOf(layout: Layout) {
    const title = titleOf(layout)
    const id = indexOf(layout, '#reference')
    if (title === undefined || id < 0) return []
    return book.values(title).flatMap((cells, at) => {
      const text = String(cells[id] ?? '')
      return reference.test(text) ? [{ reference: text, cells, at }] : []
    })
  }

  const visible = () =>
    new Set(
      book
        .tabs()
        .flatMap((title) => book.values(title).flatMap((cells) => cells.map(String)))
        .filter((text) => /^c\d+$/.test(text)),
    )

  function textOf(value: Value, key: string): string {
    switch (value) {
      case 'word':
        return `c${count++}`
      case 'number':
        return String(count++ % 100)
      case 'label':
        return (
          {
            '#status': ['Reçue', 'VERIFIEE', 'validée', 'Inactif'][count++ % 4],
            region: 'dakar',
            jour: '24/09/2018',
          }[key] ?? '7'
        )
      case 'bad':
        return 'n’importe quoi'
      case 'nothing':
        return ''
      case 'error':
        return '=NA()'
    }
  }

  /** The shape of a tab as she sees it, or nothing when it is not there. */
  function seen(tab: Tab) {
    const layout = layoutOf(tab)
    const title = layout && titleOf(layout)
    if (!layout || title === undefined) return null
    return {
      layout,
      title,
      width: book.sheet(title).properties.gridProperties.columnCount,
      rows: rowsOf(layout),
    }
  }

  /** What she types or pastes over is over, whether or not it is still to be seen. */
  function typeOver(isOver: (cell: string) => boolean) {
    for (const one of words) if (isOver(one.cell)) one.isUndone = true
  }

  function typeCell(gesture: Extract<Gesture, { do: 'type' }>) {
    const tab = seen(gesture.tab)
    const row = tab?.rows[gesture.row % Math.max(1, tab.rows.length)]
    const column = tab ? indexOf(tab.layout, gesture.column) : -1
    if (!tab || !row || column < 0) return
    const text = textOf(gesture.value, gesture.column)
    book.edit(tab.title, row.at, column, text)
    const cell = `${row.reference} ${gesture.column}`
    typeOver((one) => one === cell)
    if (gesture.value !== 'word') return
    const copies = tab.rows.filter((one) => one.reference === row.reference).length
    const beside = row.reference.replace(/\/\d+$/, '')
    words.push({
      word: text,
      cell,
      beside,
      record: isConfused || copies > 1 ? null : beside,
      isUndone: false,
    })
  }

  function act(gesture: Gesture): void {
    switch (gesture.do) {
      case 'type':
        typeCell(gesture)
        return
      case 'sort': {
        const tab = seen(gesture.tab)
        if (tab) book.sort(tab.title, gesture.column % tab.width, gesture.down ? 'descending' : 'ascending')
        return
      }
      case 'insert row': {
        const tab = seen(gesture.tab)
        if (tab) book.insertRows(tab.title, 2 + gesture.row)
        return
      }
      case 'delete row': {
        const tab = seen(gesture.tab)
        const row = tab?.rows[gesture.row % Math.max(1, tab.rows.length)]
        if (!tab || !row) return
        book.deleteRows(tab.title, row.at)
        if (gesture.tab === 'essai') for (const kept of own.values()) kept.delete(row.reference)
        return
      }
      case 'copy row': {
        const tab = seen(gesture.tab)
        const row = tab?.rows[gesture.row % Math.max(1, tab.rows.length)]
        if (!tab || !row) return
        isConfused = true
        own.clear()
        book.paste(tab.title, book.values(tab.title).length, 0, row.cells.map(String).join('\t'))
        return
      }
      case 'paste row': {
        const tab = seen('essai')
        const row = tab?.rows[gesture.row % Math.max(1, tab.rows.length)]
        const over = tab?.rows[gesture.over % Math.max(1, tab.rows.length)]
        if (!tab || !row || !over || row === over) return
        isConfused = true
        own.clear()
        for (const one of words) if (row.cells.includes(one.word)) Object.assign(one, { record: null })
        typeOver((cell) => cell.startsWith(`${over.reference} `))
        book.paste(tab.title, over.at, 1, row.cells.slice(1).map(String).join('\t'))
        return
      }
      case 'type reference': {
        const tab = seen('essai')
        const row = tab?.rows[gesture.row % Math.max(1, tab.rows.length)]
        const id = tab ? indexOf(tab.layout, '#reference') : -1
        if (!tab || !row || id < 0) return
        isConfused = true
        own.clear()
        const another = tab.rows[(gesture.row + 1) % tab.rows.length]?.reference ?? 'ES-0001'
        book.edit(tab.title, row.at, id, { nothing: '', words: 'brouillon', another }[gesture.value])
        return
      }
      case 'move column': {
        const tab = seen('essai')
        if (tab) book.moveColumn(tab.title, gesture.from % tab.width, gesture.to % tab.width)
        return
      }
      case 'swap columns': {
        const tab = seen('essai')
        const places = tab ? [gesture.one, gesture.other].map((key) => indexOf(tab.layout, key)) : []
        const [left = -1, right = -1] = places.sort((one, other) => one - other)
        if (!tab || left < 0 || left === right) return
        book.moveColumn(tab.title, left, right)
        book.moveColumn(tab.title, right - 1, left)
        return
      }
      case 'own column': {
        const tab = isHeadless ? null : seen('essai')
        if (!tab) return
        const at = Math.min(gesture.at, tab.width - 1)
        const label = `Perso ${own.size} ${count++}`
        book.insertColumns(tab.title, at)
        book.edit(tab.title, 0, at, label)
        const rows = rowsOf(tab.layout)
        if (new Set(rows.map((row) => row.reference)).size < rows.length) return
        for (const row of rows) book.edit(tab.title, row.at, at, `p:${row.reference}`)
        if (!isConfused) own.set(label, new Set(rows.map((row) => row.reference)))
        return
      }
      case 'delete column': {
        const tab = seen('essai')
        const column = tab ? indexOf(tab.layout, gesture.column) : -1
        if (tab && column >= 0) book.deleteColumns(tab.title, column)
        return
      }
      case 'rename tab': {
        const tab = seen(gesture.tab)
        const free = `${gesture.tab} ${gesture.name}`
        if (tab && !book.tabs().includes(free)) book.renameTab(tab.title, free)
        return
      }
      case 'rename title': {
        const tab = seen('essai')
        const column = tab ? indexOf(tab.layout, gesture.column) : -1
        if (tab && column >= 0) book.edit(tab.title, 0, column, `Titre ${count++}`)
        return
      }
      case 'title row': {
        const tab = seen('essai')
        if (!tab) return
        book.insertRows(tab.title, 0)
        book.edit(tab.title, 0, 0, 'GT MIGRATION')
        return
      }
      case 'delete tab': {
        const tab = seen('essai')
        if (!tab) return
        book.deleteTab(tab.title)
        own.clear()
        return
      }
      case 'copy tab': {
        const tab = seen('essai')
        if (tab) book.duplicateTab(tab.title, `Copie ${count++}`)
        return
      }
      case 'clear tab': {
        const tab = seen('essai')
        if (!tab) return
        book.clearCells(tab.title, 0, 0, book.values(tab.title).length, tab.width)
        own.clear()
        isHeadless = true
        return
      }
      case 'lose tags':
        book.removeMetadata({ developerMetadataLookup: { metadataKey: 'recueil' } })
        return
      case 'filter': {
        const tab = seen('essai')
        const row = tab?.rows[0]
        if (tab && row) book.filter(tab.title, 0, [row.reference])
        return
      }
      case 'type record': {
        const tab = seen('membre')
        if (!tab) return
        const at = Math.max(2, book.values(tab.title).length)
        for (const [key, value] of [
          ['sigle', `s${count++}`],
          ['ville', gesture.complete ? `v${count++}` : ''],
        ] as const) {
          const column = indexOf(tab.layout, key)
          if (column >= 0 && value !== '') book.edit(tab.title, at, column, value)
        }
        return
      }
      default:
        gesture satisfies never
    }
  }

  /** Types a word beside one record. */
  function typeBeside(reference: string, column: string) {
    const row = seen('essai')?.rows.findIndex((one) => one.reference === reference) ?? -1
    if (row >= 0) make({ do: 'type', tab: 'essai', row, column, value: 'word' })
  }

  /** Does it; words that are no more to be seen because of it are her own doing. */
  function make(gesture: Gesture): void {
    const before = visible()
    try {
      act(gesture)
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
    const after = visible()
    for (const one of words) if (before.has(one.word) && !after.has(one.word)) one.isUndone = true
  }

  return {
    words,
    own,
    rowsOf,
    titleOf,
    indexOf,
    isConfused: () => isConfused,
    visible,
    make,
    typeBeside,
  }
}

/** What the sheet itself refuses a person (the last column deleted, a row beyond the grid) did not happen. */
const isRefusal = (error: unknown): boolean => error instanceof Error && 'api' in error

export type Hand = ReturnType<typeof createHand>
