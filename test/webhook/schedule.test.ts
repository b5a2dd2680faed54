import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Outcome, type Reply, readOutcome } from '../../src/webhook/outcome.ts'
import {
  delayAfter,
  failedTooLong,
  OVERLOAD_PAUSE,
  readRetryAfter,
  SCHEDULE,
} from '../../src/webhook/schedule.ts'

const now = Date.UTC(2018, 9, 24, 9, 30)
const DAY = 24 * 3_600_000
const attempts = fc.integer({ min: 1, max: 9 })
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('the schedule', () => {
  test('is ten attempts over 75 h 35 min, the example of Standard Webhooks', () => {
    expect(SCHEDULE.map((delay) => delay / 1_000)).toEqual([
      0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
    ])
    expect(SCHEDULE.reduce((sum, delay) => sum + delay)).toBe((75 * 3_600 + 35 * 60 + 5) * 1_000)
    expect(delayAfter(10, 0, null, 0.5)).toBeNull()
    expect(delayAfter(11, 0, null, 0.5)).toBeNull()
  })

  test('is spread by 20 % at most either way, in whole milliseconds', () => {
    fc.assert(
      fc.property(attempts, random, (made, chance) => {
        const delay = delayAfter(made, 0, null, chance) ?? Number.NaN
        const base = SCHEDULE[made] ?? Number.NaN
        expect(Number.isInteger(delay)).toBe(true)
        expect(delay).toBeGreaterThanOrEqual(0.8 * base)
        expect(delay).toBeLessThanOrEqual(1.2 * base)
      }),
    )
    expect(delayAfter(3, 0, null, 0)).not.toBe(delayAfter(3, 0, null, 0.9))
  })

  test('follows Retry-After between once and twice its own delay, and never below a pause', () => {
    fc.assert(
      fc.property(attempts, random, fc.integer({ min: 0, max: 400 * DAY }), (made, chance, asked) => {
        const delay = delayAfter(made, OVERLOAD_PAUSE, asked, chance) ?? Number.NaN
        const base = Math.max(SCHEDULE[made] ?? Number.NaN, OVERLOAD_PAUSE)
        expect(delay).toBeGreaterThanOrEqual(base)
        expect(delay).toBeLessThanOrEqual(2 * base)
        expect(delay).toBeLessThanOrEqual(DAY)
        if (asked >= base && asked <= Math.min(2 * base, DAY)) expect(delay).toBe(asked)
      }),
    )
  })

  test('leaves an overloaded receiver alone for a minute at least', () => {
    fc.assert(
      fc.property(attempts, random, (made, chance) => {
        expect(delayAfter(made, OVERLOAD_PAUSE, null, chance)).toBeGreaterThanOrEqual(60_000)
      }),
    )
  })
})

test.each([
  ['120', 120_000],
  ['1.5', 1_500],
  ['0', 0],
  [' 7 ', 7_000],
  ['Wed, 24 Oct 2018 09:32:00 GMT', 120_000],
  ['Wed, 24 Oct 2018 09:00:00 GMT', 0],
  ['-5', null],
  ['soon', null],
  ['2018', 2_018_000],
  ['2018-10-24', null],
  ['99999999999999999999', null],
  ['', null],
  [null, null],
])('Retry-After: %s asks for %s ms', (header, milliseconds) => {
  expect(readRetryAfter(header, now)).toBe(milliseconds)
})

test('failures are too many after five days, not a millisecond before', () => {
  expect(failedTooLong(now - 5 * DAY, now)).toBe(true)
  expect(failedTooLong(now - 5 * DAY + 1, now)).toBe(false)
})

describe('an answer', () => {
  const answered = (status: number, retryAfter: string | null = null): Reply => ({
    kind: 'answered',
    status,
    retryAfter,
    body: '',
    ambiguous: false,
  })
  const retry = (pause: number, retryAfter: number | null = null): Outcome => ({
    kind: 'retry',
    pause,
    retryAfter,
  })

  test.each([200, 201, 202, 204, 299])('%i means delivered', (status) => {
    expect(readOutcome(answered(status), now)).toEqual({ kind: 'delivered' })
  })
  test('410 means never again', () => {
    expect(readOutcome(answered(410), now)).toEqual({ kind: 'gone' })
  })
  test.each([301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 415, 500, 501, 503])(
    '%i means try again',
    (status) => {
      expect(readOutcome(answered(status), now)).toEqual(retry(0))
    },
  )
  test.each([429, 502, 504])('%i means try again, later', (status) => {
    expect(readOutcome(answered(status), now)).toEqual(retry(OVERLOAD_PAUSE))
  })
  test('with Retry-After means try again then', () => {
    expect(readOutcome(answered(503, '120'), now)).toEqual(retry(OVERLOAD_PAUSE, 120_000))
  })
  test('that did not come means try again, later if time ran out', () => {
    const unanswered = { kind: 'unanswered', body: '', ambiguous: false } as const
    expect(readOutcome({ ...unanswered, error: 'timeout' }, now)).toEqual(retry(OVERLOAD_PAUSE))
    expect(readOutcome({ ...unanswered, error: 'unreachable' }, now)).toEqual(retry(0))
  })
  test('that leaves open what happened means that a person decides', () => {
    expect(readOutcome({ ...answered(200), ambiguous: true } as Reply, now)).toEqual({ kind: 'held' })
  })
})
