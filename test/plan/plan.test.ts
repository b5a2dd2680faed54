import { describe, expect, test } from 'vitest'
import { action } from '../../forms/action.ts'
import { plan2018 } from '../../forms/plan-2018.ts'
import type { Answers } from '../../src/form/answers.ts'
import {
  checkRhythm,
  compareItems,
  countCriteria,
  elapsedOf,
  monthCounts,
  type PlanItem,
  spanOf,
  unplacedSoon,
  yearOf,
} from '../../src/plan/index.ts'

const { plan } = action
if (!plan?.criteria) throw new Error('the group’s plan has criteria')
const { criteria } = plan

const source: readonly PlanItem[] = plan2018.map(({ answers }) => ({
  status: 'prevue',
  answers: answers as Answers,
}))
const year = { first: '2018-09', last: '2019-08' }
const meeting = (date: string, changes: Partial<Answers> = {}, status = 'prevue'): PlanItem => ({
  status,
  answers: { type: 'rencontre_thematique', date, ...changes },
})

describe('the order of a plan', () => {
  test('is its own, then by date: a month before its days, what has no date last', () => {
    const items = [
      meeting('2018-10-01', { ordre: 2 }),
      meeting('2018-10', { ordre: 2 }),
      { status: 'prevue', answers: { ordre: 2 } },
      meeting('2018-09-24', { ordre: 3 }),
      meeting('2018-12'),
      meeting('2018-11', { ordre: 1 }),
    ]
    expect(items.sort((one, other) => compareItems(action, plan, one, other))).toMatchObject([
      { answers: { date: '2018-11' } },
      { answers: { date: '2018-10' } },
      { answers: { date: '2018-10-01' } },
      { answers: { ordre: 2 } },
      { answers: { date: '2018-09-24' } },
      { answers: { date: '2018-12' } },
    ])
  })
})

describe('the year of a plan', () => {
  test('is the twelve months from that of its first meeting on', () => {
    expect(yearOf(action, source, '2018-07-24')).toEqual(year)
    expect(yearOf(action, source, '2026-11-26')).toEqual(year)
    expect(spanOf(year)).toEqual({ from: '2018-09-01', until: '2019-08-31' })
  })

  test('stays when its first meeting is put off, and has none without a dated meeting', () => {
    expect(yearOf(action, [meeting('2018-09', {}, 'reportee'), meeting('2018-10')], '2018-10-01')).toEqual(
      year,
    )
    expect(
      yearOf(action, [{ status: 'prevue', answers: { type: 'plaidoyer', date: '2018-09' } }], '2018-10-01'),
    ).toBe(null)
  })

  test('is followed by the next one, from its own first meeting on and once that month has come', () => {
    const both = [...source, meeting('2019-10'), meeting('2020-02-03')]
    expect(yearOf(action, both, '2019-09-30')).toEqual(year)
    expect(yearOf(action, both, '2019-10-01')).toEqual({ first: '2019-10', last: '2020-09' })
  })

  test('counts its days, today included, none before it and all after', () => {
    expect(elapsedOf(year, '2018-08-31')).toEqual({ value: 0, total: 365 })
    expect(elapsedOf(year, '2018-09-01')).toEqual({ value: 1, total: 365 })
    expect(elapsedOf(year, '2019-08-31')).toEqual({ value: 365, total: 365 })
    expect(elapsedOf(year, '2026-11-26')).toEqual({ value: 365, total: 365 })
    expect(elapsedOf({ first: '2019-10', last: '2020-09' }, '2019-10-02')).toEqual({ value: 2, total: 366 })
  })
})

describe('the rhythm of a plan', () => {
  test('of 2018 is kept: one or two meetings in each of ten months, and none planned after them', () => {
    expect(monthCounts(action, source, year).map(({ meetings }) => meetings)).toEqual([
      1, 2, 1, 2, 1, 2, 1, 2, 1, 1, 0, 0,
    ])
    expect(checkRhythm(action, source, year)).toEqual({ unusual: [], free: ['2019-07', '2019-08'] })
  })

  test('is broken by a month between meetings that has none, and by one that has three', () => {
    const items = ['2018-09', '2018-11', '2018-11-12', '2018-11-30'].map((date) => meeting(date))
    expect(checkRhythm(action, items, year).unusual).toEqual([
      { month: '2018-10', meetings: 0 },
      { month: '2018-11', meetings: 3 },
    ])
  })

  test.each(['reportee', 'annulee'])('does not count a meeting that is %s', (status) => {
    const items = [meeting('2018-09'), meeting('2018-10', {}, status), meeting('2018-11')]
    expect(checkRhythm(action, items, year).unusual).toEqual([{ month: '2018-10', meetings: 0 }])
  })

  test('counts the series that are meetings, and those alone', () => {
    const items = ['rencontre_thematique', 'atelier_cartographie', 'plaidoyer', 'autre'].map((type) =>
      meeting('2018-09', { type }),
    )
    expect(monthCounts(action, items, year)[0]).toEqual({ month: '2018-09', meetings: 2 })
  })
})

describe('a place to find within 30 days', () => {
  const soon = (item: PlanItem, today: string) => unplacedSoon(action, [item], today).length === 1

  test('is that of a meeting on a day, from the thirtieth day before it to the day itself', () => {
    const item = meeting('2018-12-15')
    expect(
      ['2018-11-14', '2018-11-15', '2018-12-15', '2018-12-16'].map((today) => soon(item, today)),
    ).toEqual([false, true, true, false])
  })

  test('of a meeting in a month, from 30 days before its first day to its last', () => {
    const item = meeting('2018-12')
    expect(
      ['2018-10-31', '2018-11-01', '2018-12-31', '2019-01-01'].map((today) => soon(item, today)),
    ).toEqual([false, true, true, false])
  })

  test('is not looked for once there is an area or a venue, nor of a meeting held, put off or given up', () => {
    const found = [
      meeting('2018-12', { zones: 'Dakar' }),
      meeting('2018-12', { lieu_precis: 'Siège de l’ONG Exemple A' }),
      meeting('2018-12', {}, 'tenue'),
      meeting('2018-12', {}, 'reportee'),
      meeting('2018-12', {}, 'annulee'),
    ]
    expect(unplacedSoon(action, found, '2018-12-01')).toEqual([])
  })

  test('comes first for the meeting that comes first', () => {
    const items = [meeting('2018-12-20'), meeting('2018-12'), meeting('2018-12-03')]
    expect(unplacedSoon(action, items, '2018-12-01').map(({ answers }) => answers.date)).toEqual([
      '2018-12',
      '2018-12-03',
      '2018-12-20',
    ])
  })
})

describe('criteria', () => {
  test('of 2018 are 23, none assessed', () => {
    expect(countCriteria(criteria, source)).toEqual({
      met: 0,
      partly: 0,
      unmet: 0,
      early: 0,
      open: 23,
      total: 23,
    })
  })

  test('are counted by what their assessment means', () => {
    const rows = ['atteint', 'atteint', 'en_partie', 'non', 'trop_tot'].map((evaluation) => ({
      critere: 'Exemple',
      evaluation,
    }))
    const items = [meeting('2018-09', { criteres: [...rows, { critere: 'Exemple' }] })]
    expect(countCriteria(criteria, items)).toEqual({
      met: 2,
      partly: 1,
      unmet: 1,
      early: 1,
      open: 1,
      total: 6,
    })
  })
})
