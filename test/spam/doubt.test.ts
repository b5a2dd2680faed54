import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { doubtsOf, leastFillingTime, openingName, type Signs, trapName } from '../../src/spam/doubt.ts'
import { readOpening, signOpening } from '../../src/spam/opening.ts'

const secret = 'a secret for tests, long enough to be one'
const now = Date.UTC(2026, 9, 1, 10)
const fair: Signs = { trap: '', openedAt: now - 60_000, now, proof: 'not asked for' }

describe('a submission', () => {
  test('that came after a minute, the unseen control left empty, is not doubtful', () => {
    expect(doubtsOf(fair)).toEqual([])
  })

  test('is doubtful for each sign of a program, and says which', () => {
    expect(doubtsOf({ ...fair, trap: 'https://spam.example' })).toEqual(['trap'])
    expect(doubtsOf({ ...fair, openedAt: null })).toEqual(['unopened'])
    expect(doubtsOf({ ...fair, openedAt: now - leastFillingTime + 1 })).toEqual(['hasty'])
    expect(doubtsOf({ ...fair, openedAt: now - leastFillingTime })).toEqual([])
    expect(doubtsOf({ ...fair, proof: 'missing' })).toEqual(['unproven'])
    expect(doubtsOf({ trap: 'x', openedAt: null, now, proof: 'missing' })).toEqual([
      'trap',
      'unopened',
      'unproven',
    ])
  })

  test('of a draft that waited for a year on a phone is not doubtful', async () => {
    const opening = await signOpening(secret, 'fiche-projet', now - 365 * 86_400_000)
    const openedAt = await readOpening(secret, 'fiche-projet', opening)
    expect(doubtsOf({ ...fair, openedAt })).toEqual([])
  })
})

describe('an opening time', () => {
  test('is read back to the millisecond', async () => {
    expect(await readOpening(secret, 'terme', await signOpening(secret, 'terme', now))).toBe(now)
  })

  test('of another form, another secret or another time is none', async () => {
    const opening = await signOpening(secret, 'terme', now)
    expect(await readOpening(secret, 'outil', opening)).toBeNull()
    expect(await readOpening('another secret', 'terme', opening)).toBeNull()
    const [, proof = ''] = opening.split('.')
    expect(await readOpening(secret, 'terme', `${(now - 60_000).toString(36)}.${proof}`)).toBeNull()
  })

  test.each([
    '',
    '.',
    'x',
    'zzzzzzzzz.',
    `${'a'.repeat(9)}.${'A'.repeat(32)}`,
    '<script>',
    '1.é'.padEnd(40, 'é'),
  ])('that is %j is none', async (text) => {
    expect(await readOpening(secret, 'terme', text)).toBeNull()
  })
})

test('no field of a form bears a name of the page’s own controls', () => {
  const names = catalogue.forms.flatMap(({ fields }) => fields.map(({ name }) => name))
  expect(names).not.toContain(trapName)
  expect(names).not.toContain(openingName)
})
