import { expect } from 'vitest'
import { columnIdOf, type Tab } from '../../../src/sheet/layout.ts'
import type { Rig } from './rig.ts'

/** Where a managed column is, by its tag. */
export function indexOf(rig: Rig, tab: Tab, key: string): number {
  const column = tab.columns.find((one) => one.key === key)
  const id = column && columnIdOf(tab, column)
  return (
    rig.sheet.book.metadata().find(({ metadataId }) => metadataId === id)?.location.dimensionRange
      ?.startIndex ?? -1
  )
}

export const titleOf = (rig: Rig, tab: Tab): string | undefined =>
  rig.sheet.book.tabs().find((title) => rig.sheet.book.sheet(title).properties.sheetId === tab.sheetId)

/** Rows of a tab that have a reference, in the order of the sheet. */
export function rowsOf(rig: Rig, tab: Tab) {
  const title = titleOf(rig, tab)
  if (title === undefined) return []
  const id = indexOf(rig, tab, '#reference')
  return rig.sheet.book.values(title).flatMap((cells, row) => {
    const reference = String(cells[id] ?? '')
    return /^ES-\d{4}(\/\d+)?$/.test(reference) ? [{ reference, cells, row }] : []
  })
}

/** The coordinator's own columns: each filled cell names the record it stands beside. */
export function createOwnColumns(rig: Rig) {
  const kept = new Map<string, Set<string>>()
  const tab = () => {
    const [first] = rig.tabs()
    return first && titleOf(rig, first) !== undefined ? first : null
  }
  const places = (title: string) =>
    (rig.sheet.book.values(title)[0] ?? []).flatMap((label, index) =>
      /^Perso/.test(String(label)) ? [{ label: String(label), index }] : [],
    )
  return {
    tab,
    add(at: number) {
      const own = tab()
      const title = own && titleOf(rig, own)
      if (!own || !title) return
      const label = `Perso ${kept.size}`
      rig.sheet.book.insertColumns(
        title,
        Math.min(at, rig.sheet.book.sheet(title).properties.gridProperties.columnCount - 1),
      )
      rig.sheet.book.edit(title, 0, at, label)
      const rows = rowsOf(rig, own)
      for (const { reference, row } of rows) rig.sheet.book.edit(title, row, at, `p:${reference}`)
      kept.set(label, new Set(rows.map(({ reference }) => reference)))
    },
    rowDeleted(reference: string) {
      for (const references of kept.values()) references.delete(reference)
    },
    tabDeleted: () => kept.clear(),
    check() {
      const own = tab()
      const title = own && titleOf(rig, own)
      if (!own || !title) return
      const values = rig.sheet.book.values(title)
      const id = indexOf(rig, own, '#reference')
      const found = new Map<string, Set<string>>()
      for (const { label, index } of places(title)) {
        const filled = values.slice(1).filter((cells) => (cells[index] ?? '') !== '')
        for (const cells of filled) expect(cells[index]).toBe(`p:${cells[id]}`)
        found.set(label, new Set(filled.map((cells) => String(cells[id]))))
      }
      expect(found).toEqual(kept)
    },
  }
}

export type OwnColumns = ReturnType<typeof createOwnColumns>
