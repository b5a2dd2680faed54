import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayDue, monthsAfter, standingOf } from '../../src/record/campaign/cycle.ts'

const day = 24 * 3600 * 1000
const begin = Date.UTC(2018, 10, 5, 9)

describe('where a member stands', () => {
  const asked = { invitedAt: begin, openedAt: null, answeredAt: null } as Parameters<typeof standingOf>[0]

  test('an answer of before it was asked is none; one after it lasts six months', () => {
    expect(standingOf(asked, 6, begin)).toEqual({ state: 'unopened', askedAt: begin })
    expect(standingOf({ ...asked, openedAt: begin + 1 }, 6, begin + 2).state).toBe('opened')
    expect(standingOf({ ...asked, answeredAt: begin - 1 }, 6, begin).state).toBe('unopened')
    const answered = { ...asked, answeredAt: Date.UTC(2018, 10, 30, 10) }
    expect(standingOf(answered, 6, Date.UTC(2019, 4, 30, 9, 59))).toEqual({
      state: 'answered',
      askedAt: null,
    })
    expect(standingOf(answered, 6, Date.UTC(2019, 4, 30, 10)).state).toBe('again')
  })

  test('one that the directory counts no more has answered, or nothing is awaited of it', () => {
    const retired = { ...asked, retired: true }
    expect(standingOf(retired, 6, begin)).toEqual({ state: 'retired', askedAt: null })
    const answered = { ...retired, answeredAt: begin + 1 }
    expect(standingOf(answered, 6, Date.UTC(2020, 0, 1))).toEqual({ state: 'answered', askedAt: null })
  })

  test('six months after the end of August is the end of February', () => {
    expect(new Date(monthsAfter(Date.UTC(2018, 7, 31, 8), 6)).toISOString()).toBe('2019-02-28T08:00:00.000Z')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 24 }), (at, months) => {
        const after = new Date(monthsAfter(at, months))
        const before = new Date(at)
        const passed =
          (after.getUTCFullYear() - before.getUTCFullYear()) * 12 + after.getUTCMonth() - before.getUTCMonth()
        expect(passed).toBe(months)
        expect(after.getUTCDate()).toBeLessThanOrEqual(before.getUTCDate())
      }),
    )
  })

  test('nobody is asked for the first time once the campaign is closed or over', () => {
    const round = { open: true, closing: '2018-11-20', reminders: [7, 14] }
    const standing = { state: 'unopened', askedAt: begin } as const
    expect(dayDue(round, standing, begin)).toBe(0)
    expect(dayDue(round, standing, begin + 7 * day - 1)).toBe(0)
    expect(dayDue(round, standing, begin + 7 * day)).toBe(7)
    expect(dayDue(round, standing, begin + 14 * day)).toBe(14)
    expect(dayDue({ ...round, open: false }, standing, begin)).toBe(null)
    expect(dayDue(round, standing, Date.UTC(2018, 10, 21))).toBe(null)
  })
})
