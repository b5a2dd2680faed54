import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthFigures } from '../../src/figures/index.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const today = '2019-08-15'
const nothing = { received: [], published: [], minutes: [] }

describe('figures over time', () => {
  test('tell at least a year, up to this month', () => {
    const months = monthFigures(nothing, today).map(({ month }) => month)
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2018-09', '2019-08'])
  })

  test('go back to the first thing that happened, two years at most', () => {
    const first = (day: string) => monthFigures({ ...nothing, minutes: [at(day)] }, today)[0]?.month
    expect(first('2018-03-01')).toBe('2018-03')
    expect(first('2016-03-01')).toBe('2017-09')
  })

  test('count in the month of Dakar, and what came before in the totals', () => {
    const months = monthFigures(
      {
        received: [],
        published: [at('2015-01-01'), Date.parse('2019-07-31T23:59:59Z')],
        minutes: [at('2019-08-01')],
      },
      today,
    )
    expect(months.at(-2)).toEqual({
      month: '2019-07',
      received: 0,
      published: 1,
      publishedInAll: 2,
      minutes: 0,
      minutesInAll: 0,
    })
    expect(months.at(-1)).toMatchObject({ published: 0, publishedInAll: 2, minutes: 1, minutesInAll: 1 })
  })

  test('add up: each total is the one before and what came since', () => {
    const moments = fc.array(fc.integer({ min: at('2016-01-01'), max: at('2019-08-15') }))
    fc.assert(
      fc.property(moments, moments, (published, minutes) => {
        const months = monthFigures({ received: published, published, minutes }, today)
        months.forEach((month, index) => {
          const before = months[index - 1]
          if (!before) return
          expect(month.publishedInAll).toBe(before.publishedInAll + month.published)
          expect(month.minutesInAll).toBe(before.minutesInAll + month.minutes)
        })
        expect(months.at(-1)?.publishedInAll).toBe(published.length)
        expect(months.at(-1)?.minutesInAll).toBe(minutes.length)
      }),
    )
  })
})
