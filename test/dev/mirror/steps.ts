import * as fc from 'fast-check'
import { indexOf, type OwnColumns, rowsOf, titleOf } from './own-columns.ts'
import type { Rig } from './rig.ts'

type Step = (rig: Rig, own: OwnColumns) => void | Promise<void>

/** What the coordinator does to the structure of the tab, if it is there. */
const onTab =
  (act: (rig: Rig, title: string, width: number, own: OwnColumns) => void): Step =>
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

/** One thing that the members, the coordinator, the network or the platform may do, with its name. */
export const step = fc.oneof(
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
      (rig, own) => rig.beforeNextWrite(() => act(rig, own)),
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
    arbitrary: fc
      .constantFrom('tel', 'nombre', '#updated', '#status', 'commentaire')
      .map((key): [string, Step] => [
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
  {
    weight: 1,
    arbitrary: fc.constant<[string, Step]>(['minutes pass', (rig) => rig.wait(300_000)]),
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
