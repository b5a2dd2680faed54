import { expect } from 'vitest'
import { isErrorCell } from '../../src/sheet/cell-answer.ts'
import { sameCell } from '../../src/sheet/cells.ts'
import { unsureReason } from '../../src/sheet/remark.ts'
import { desiredRows } from '../../src/sheet/rows.ts'
import type { Rig } from '../dev/mirror/rig.ts'
import { lists } from './catalogue.ts'
import type { Hand } from './hand.ts'

/** What must hold once everything is quiet, whatever happened before. */
export function checkInvariants(rig: Rig, hand: Hand): void {
  checkRows(rig, hand)
  checkWords(rig, hand)
  checkAuthors(rig, hand)
  checkOwnColumns(rig, hand)
  checkQuota(rig)
}

/** Every live record has exactly one row, and D1 and the sheet say the same; of an erased record nothing is left. */
function checkRows(rig: Rig, hand: Hand): void {
  const records = [...rig.records.all.values()]
  for (const tab of rig.tabs()) {
    const rows = hand.rowsOf(tab)
    const words = { lists, names: new Map() }
    const wanted = records.flatMap((record) =>
      record.form === tab.form.id ? desiredRows([tab], record, words) : [],
    )
    for (const { reference, cells } of wanted) {
      const same = rows.filter((row) => row.reference === reference)
      const remark = hand.indexOf(tab, '#remark')
      const followed = same.filter((row) => !String(row.cells[remark] ?? '').startsWith('Ligne en double'))
      expect(followed, `rows of ${tab.key} ${reference}`).toHaveLength(1)
      for (const [key, value] of cells) {
        const shown = (followed[0]?.cells[hand.indexOf(tab, key)] ?? '') as string
        if (key === '#remark' || isErrorCell(shown)) continue
        expect(sameCell(value, shown), `${tab.key} ${reference} ${key}: ${shown} for ${value}`).toBe(true)
      }
    }
    const live = new Set(wanted.map(({ reference }) => reference))
    for (const { reference, cells } of rows.filter((row) => !live.has(row.reference))) {
      const ours = tab.columns.filter(({ key, owner }) => !key.startsWith('#') && owner !== 'coordinator')
      for (const { key } of ours) expect(cells[hand.indexOf(tab, key)] ?? '', `${reference} ${key}`).toBe('')
    }
  }
}

/** Every word the coordinator typed is in D1 with the record she typed it beside, or in the log of that record. */
function checkWords(rig: Rig, hand: Hand): void {
  const erased = new Set(
    [...rig.records.all.values()]
      .filter(({ erasedAt }) => erasedAt !== null)
      .map(({ reference }) => reference),
  )
  const places = rig.records.mentions(hand.words.map(({ word }) => word))
  const visible = hand.visible()
  for (const { word, beside, record, isUndone } of hand.words) {
    const found = places.get(word) ?? new Set()
    if (erased.has(beside)) continue
    const isKept = found.size > 0 || isUndone || visible.has(word)
    expect(isKept, `${word} typed beside ${beside} is nowhere`).toBe(true)
    if (record === null) continue
    expect(
      [...found].filter((other) => other !== record),
      `${word} typed beside ${record}`,
    ).toEqual([])
  }
}

const wordsOfOthers = (value: unknown): readonly string[] =>
  JSON.stringify(value ?? '').match(/\bm\d+\b/g) ?? []

/** Nothing that a member or the console wrote is taken for an edit of the coordinator's, unless she copied it. */
function checkAuthors(rig: Rig, hand: Hand): void {
  if (hand.isConfused()) return
  for (const { detail, actor } of rig.records.events('record.revised')) {
    if (actor.source !== 'sheet') continue
    const before = new Set(wordsOfOthers(detail.before))
    const brought = wordsOfOthers(detail.after).filter((word) => !before.has(word))
    expect(brought, `given to a record by the sheet: ${JSON.stringify(detail)}`).toEqual([])
  }
  for (const { detail } of rig.records.events('sheet.refused')) {
    // That a value is put back since nobody can say whose it is, is said of ours too.
    if (detail.reason === unsureReason) continue
    expect(wordsOfOthers(detail.sheet), `refused: ${JSON.stringify(detail)}`).toEqual([])
  }
}

/** No cell of the coordinator's own columns ever changed, and each still stands beside its record. */
function checkOwnColumns(rig: Rig, hand: Hand): void {
  const tab = rig.tabs().find(({ key }) => key === 'essai')
  if (!tab || hand.isConfused()) return
  for (const [label, references] of hand.own) {
    // A tab in which nothing tells the columns any more is left to her, as it is, and made anew beside it.
    const title = rig.sheet.book.tabs().find((one) => placeOf(rig, one, label) >= 0) ?? ''
    const index = placeOf(rig, title, label)
    expect(index, label).toBeGreaterThanOrEqual(0)
    const filled = rig.sheet.book.values(title).filter((cells) => String(cells[index] ?? '').startsWith('p:'))
    expect(new Set(filled.map((cells) => String(cells[index]).slice(2))), label).toEqual(references)
    if (title !== hand.titleOf(tab)) continue
    const id = hand.indexOf(tab, '#reference')
    for (const cells of filled) expect(cells[index]).toBe(`p:${cells[id]}`)
  }
}

const placeOf = (rig: Rig, title: string, label: string): number =>
  rig.sheet.book.tabs().includes(title)
    ? Math.max(
        -1,
        ...rig.sheet.book
          .values(title)
          .slice(0, 20)
          .map((cells) => cells.indexOf(label)),
      )
    : -1

/** No minute held more calls than Google allows: developers.google.com/workspace/sheets/api/limits */
function checkQuota(rig: Rig): void {
  for (const kind of ['read', 'write']) {
    const times = rig.sheet.calls.list.filter((call) => call.kind === kind).map(({ at }) => at)
    for (const [index, at] of times.entries()) {
      const later = times[index + 60]
      expect(later === undefined || later - at >= 60_000, `${kind}s in a minute`).toBe(true)
    }
  }
}
