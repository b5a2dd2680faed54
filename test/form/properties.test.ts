import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../src/form/answers.ts'
import { examine, readAnswers, settle } from '../../src/form/index.ts'
import { everything, lists, now } from './sample.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const words = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('Ŋaari', 'ñ', 'مرحبا', 'À définir', ' a ', 'a\u202eb'),
)
const code = fc.constantFrom('red', 'green', 'blue', 'none', 'north', 'south', 'n1', 's1', 'pink')

const row = fc.record(
  { region: code, town: maybe(code), households: maybe(fc.nat(50)), contact: maybe(words) },
  { requiredKeys: [] },
)
/** Answers of the right shape and, mostly, the right types. */
const likely = fc.record(
  {
    title: words,
    story: words,
    people: fc.integer({ min: -5, max: 2_000_000 }),
    budget: fc.double({ noNaN: true }),
    day: fc.constantFrom('2018-09-24', '2018-02-30'),
    month: fc.constantFrom('2018-10', 'à definir'),
    hour: fc.constantFrom('14:30', '25:00'),
    colour: code,
    colours: fc.array(code, { maxLength: 4 }),
    other: words,
    place: fc.record({ lat: fc.double({ min: 11, max: 18 }), lon: fc.double({ min: -19, max: -10 }) }),
    partners: fc.array(words, { maxLength: 6 }),
    zones: fc.array(row, { maxLength: 5 }),
    total: fc.anything(),
    agreed: fc.boolean(),
  },
  { requiredKeys: [] },
)
const calculated = ['total', 'share']

/** The same answers as they would be sent: without what the form calculates. */
const sendable = (answers: object): unknown =>
  JSON.parse(JSON.stringify(answers, (key, value) => (calculated.includes(key) ? undefined : value)))

/** Whether a pointer is of RFC 6901 and its parts lead somewhere in what was sent, or to a field not answered. */
function leadsInto(input: unknown, pointer: string): boolean {
  if (pointer === '') return true
  if (!/^(\/([^~/]|~[01])*)*$/.test(pointer)) return false
  const parts = pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const holder = parts.slice(0, -1).reduce<unknown>((value, part) => {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, part)
      ? (value as Record<string, unknown>)[part]
      : undefined
  }, input)
  return parts.length === 1 || (typeof holder === 'object' && holder !== null)
}

describe('whatever is sent', () => {
  test('nothing throws, and every issue points into what was sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), likely, fc.anything()), (input) => {
        const reading = readAnswers(everything, input)
        if (reading.ok) return
        expect(reading.issues.length).toBeGreaterThan(0)
        for (const { pointer, message } of reading.issues) {
          expect(leadsInto(input, pointer)).toBe(true)
          expect(message.fr && message.en).toBeTruthy()
        }
      }),
      { numRuns: 400 },
    )
  })

  test('examining it never throws, and never keeps an answer its question does not ask', () => {
    fc.assert(
      fc.property(fc.oneof(likely, fc.jsonValue()), (input) => {
        const { answers, irrelevant, issues } = examine(everything, lists, input, { now })
        const pointers = issues.map(({ pointer }) => pointer)
        for (const pointer of irrelevant) {
          expect(pointers).not.toContain(pointer)
          if (!pointer.slice(1).includes('/')) expect(Object.hasOwn(answers, pointer.slice(1))).toBe(false)
        }
        expect(new Set(pointers).size).toBe(pointers.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what was read', () => {
  const readable = likely.map((input): Answers => {
    const reading = readAnswers(everything, input)
    return reading.ok ? reading.answers : reading.rest
  })

  test('is read again unchanged', () => {
    fc.assert(
      fc.property(readable, (answers) => {
        expect(readAnswers(everything, answers)).toEqual({ ok: true, answers })
      }),
      { numRuns: 300 },
    )
  })

  test('settles once: settling again changes nothing', () => {
    fc.assert(
      fc.property(readable, (answers) => {
        const first = settle(everything, lists, answers, { now })
        expect(settle(everything, lists, first.answers, { now })).toEqual(first)
      }),
      { numRuns: 300 },
    )
  })

  test('once settled and sent back, is read and settled to the same', () => {
    fc.assert(
      fc.property(readable, (answers) => {
        const first = settle(everything, lists, answers, { now })
        const sent = sendable(first.answers)
        expect(readAnswers(everything, sent)).toEqual({ ok: true, answers: sent })
        expect(examine(everything, lists, first.answers, { now }).answers).toEqual(first.answers)
      }),
      { numRuns: 300 },
    )
  })
})
