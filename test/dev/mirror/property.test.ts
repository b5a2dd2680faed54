import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameCell } from '../../../src/sheet/cells.ts'
import { columnIdOf, type Tab } from '../../../src/sheet/layout.ts'
import { desiredRows } from '../../../src/sheet/rows.ts'
import { lists } from '../../sheet/fixture.ts'
import { type Rig, startRig } from './rig.ts'

const words = { lists, names: new Map([['membre', new Map([['ME-0001', 'OEA']])]]) }

/** Where a managed column is, by its tag. */
function indexOf(rig: Rig, tab: Tab, key: string): number {
  const column = tab.columns.find((one) => one.key === key)
  const id = column && columnIdOf(tab, column)
  return (
    rig.sheet.book.metadata().find(({ metadataId }) => metadataId === id)?.location.dimensionRange
      ?.startIndex ?? -1
  )
}

const titleOf = (rig: Rig, tab: Tab): string | undefined =>
  rig.sheet.book.tabs().find((title) => rig.sheet.book.sheet(title).properties.sheetId === tab.sheetId)

/** Rows of a tab that have a reference, in the order of the sheet. */
function rowsOf(rig: Rig, tab: Tab) {
  const title = titleOf(rig, tab)
  if (title === undefined) return []
  const id = indexOf(rig, tab, '#reference')
  return rig.sheet.book.values(title).flatMap((cells, row) => {
    const reference = String(cells[id] ?? '')
    return /^ES-\d{4}(\/\d+)?$/.test(reference) ? [{ reference, cells, row }] : []
  })
}

/** The coordinator's own columns: each filled cell names the record it stands beside. */
function createOwnColumns(rig: Rig) {
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

type Step = (rig: Rig, own: ReturnType<typeof createOwnColumns>) => void | Promise<void>

/** What the coordinator does to the structure of the tab, if it is there. */
const onTab =
  (act: (rig: Rig, title: string, width: number, own: ReturnType<typeof createOwnColumns>) => void): Step =>
  (rig, own) => {
    const tab = own.tab()
    const title = tab && titleOf(rig, tab)
    if (title) act(rig, title, rig.sheet.book.sheet(title).properties.gridProperties.columnCount, own)
  }

const sortBy = (column: number, down: boolean) =>
  onTab(({ sheet }, title, width) =>
    sheet.book.sort(title, column % width, down ? 'descending' : 'ascending'),
  )

const insertRow = (at: number) => onTab(({ sheet }, title) => sheet.book.insertRows(title, 2 + at))

const deleteRecordRow = (which: number) =>
  onTab((rig, title, _, own) => {
    const tab = own.tab()
    const rows = tab ? rowsOf(rig, tab) : []
    const row = rows[which % Math.max(1, rows.length)]
    if (!row) return
    rig.sheet.book.deleteRows(title, row.row)
    own.rowDeleted(row.reference)
  })

const answers = fc.record({
  nom: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }).map((text) => `=${text}`),
  tel: fc.constantFrom('0770', '+221', '1e3'),
  nombre: fc.integer({ min: -5, max: 5 }),
  zones: fc.array(fc.record({ zone: fc.constantFrom('Dakar', 'Pikine', 'Kolda') }), { maxLength: 3 }),
})
const numbers = fc.integer({ min: 1, max: 8 })
const small = fc.nat(20)

const send = fc
  .tuple(numbers, answers, fc.constantFrom('recue', 'validee'))
  .map(([number, sent, status]): [string, Step] => [
    `send ${number} ${JSON.stringify(sent)} ${status}`,
    (rig) => {
      const before = [...rig.records.all.values()].find((record) => record.number === number)
      if (before === undefined || before.erasedAt === null) rig.send(number, sent, { status })
    },
  ])

const racing = fc.oneof(
  fc
    .tuple(small, fc.boolean())
    .map(([column, down]): [string, Step] => [`sort ${column} ${down}`, sortBy(column, down)]),
  small.map((at): [string, Step] => [`insert row ${at}`, insertRow(at)]),
  small.map((which): [string, Step] => [`delete row ${which}`, deleteRecordRow(which)]),
  small.map((name): [string, Step] => [
    `rename tab ${name}`,
    onTab(({ sheet }, title) => sheet.book.renameTab(title, `Onglet ${name}`)),
  ]),
  fc.constant<[string, Step]>([
    'delete tab',
    onTab(({ sheet }, title, _, own) => {
      sheet.book.deleteTab(title)
      own.tabDeleted()
    }),
  ]),
)

const fault = fc.constantFrom(
  { kind: 'status', status: 429 } as const,
  { kind: 'status', status: 503, applied: true } as const,
  { kind: 'reset', applied: true } as const,
  { kind: 'status', status: 500 } as const,
)

const step = fc.oneof(
  { weight: 6, arbitrary: send },
  {
    weight: 4,
    arbitrary: fc.constant<[string, Step]>([
      'pass',
      async (rig) => {
        await rig.run()
      },
    ]),
  },
  { weight: 3, arbitrary: racing },
  {
    weight: 2,
    arbitrary: racing.map(([name, act]): [string, Step] => [
      `at the next write: ${name}`,
      (rig, own) => {
        const stop = rig.sheet.faults.onCall(async ({ kind }) => {
          if (kind !== 'write') return
          stop()
          await act(rig, own)
        })
      },
    ]),
  },
  {
    weight: 2,
    arbitrary: fault.map((one): [string, Step] => [
      `fault ${JSON.stringify(one)}`,
      (rig) => rig.sheet.faults.next(one),
    ]),
  },
  { weight: 1, arbitrary: small.map((at): [string, Step] => [`own column ${at}`, (_, own) => own.add(at)]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(small, small)
      .map(([from, to]): [string, Step] => [
        `move column ${from} ${to}`,
        onTab(({ sheet }, title, width) => sheet.book.moveColumn(title, from % width, to % width)),
      ]),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('tel', 'nombre', '#updated').map((key): [string, Step] => [
      `delete column ${key}`,
      onTab((rig, title, _, own) => {
        const tab = own.tab()
        const index = tab ? indexOf(rig, tab, key) : -1
        if (index >= 0) rig.sheet.book.deleteColumns(title, index)
      }),
    ]),
  },
  {
    weight: 1,
    arbitrary: numbers.map((number): [string, Step] => [
      `erase ${number}`,
      (rig) => {
        if ([...rig.records.all.values()].some((record) => record.number === number))
          rig.send(number, {}, { erasedAt: 1 })
      },
    ]),
  },
  { weight: 1, arbitrary: fc.constant<[string, Step]>(['restart', (rig) => rig.restart()]) },
  { weight: 1, arbitrary: fc.constant<[string, Step]>(['forget', (rig) => rig.forget()]) },
  {
    weight: 1,
    arbitrary: fc.constant<[string, Step]>([
      'lose the tags',
      (rig) => {
        rig.sheet.book.removeMetadata({ developerMetadataLookup: { metadataKey: 'recueil' } })
      },
    ]),
  },
)

/** One row for each row of each live record, every cell of it right; of an erased record nothing is left. */
function check(rig: Rig) {
  for (const tab of rig.tabs().filter(({ form }) => form.id === 'essai')) {
    const rows = rowsOf(rig, tab)
    const references = rows.map(({ reference }) => reference)
    expect(references.length).toBe(new Set(references).size)
    const wanted = [...rig.records.all.values()].flatMap((record) => desiredRows([tab], record, words))
    for (const { reference, cells } of wanted) {
      const row = rows.find((one) => one.reference === reference)
      expect(row, reference).toBeDefined()
      for (const [key, value] of cells) {
        const shown = row?.cells[indexOf(rig, tab, key)] ?? ''
        expect(sameCell(value, shown as string), `${reference} ${key}: ${shown} for ${value}`).toBe(true)
      }
    }
    const live = new Set(wanted.map(({ reference }) => reference))
    for (const { reference, cells } of rows.filter((row) => !live.has(row.reference))) {
      const ours = tab.columns.filter(({ key }) => !['#reference', '#remark'].includes(key))
      for (const { key } of ours) expect(cells[indexOf(rig, tab, key)] ?? '', `${reference} ${key}`).toBe('')
    }
  }
}

test('whatever the coordinator does between and during passes, once quiet each record has its row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      const rig = await startRig()
      const own = createOwnColumns(rig)
      try {
        await rig.settle()
        for (const [, act] of steps) await act(rig, own)
        await rig.settle()
        own.check()
        rig.sheet.faults.clear()
        await rig.run(true)
        await rig.records.port.markAll(['essai'])
        await rig.settle()
        check(rig)
        own.check()
        expect(await rig.state()).toMatchObject({ pending: 0, lastError: null, quarantined: [] })
        const before = rig.sheet.book.version()
        await rig.run(true)
        expect(rig.sheet.book.version()).toBe(before)
      } finally {
        await rig.sheet.close()
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)
