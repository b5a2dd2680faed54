import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBesieged, mostDoubtful, mostRecords } from '../../src/spam/siege.ts'
import { isProof, prove, workFor } from '../../src/spam/work.ts'

const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
const other = '7c9e6679-7425-40de-944b-e07fc1f90ae7'

describe('a proof of work', () => {
  test('is found, and holds for its record and its opening alone', async () => {
    const number = await prove(workFor(id, 'opening'))
    expect(await isProof(workFor(id, 'opening'), number)).toBe(true)
    expect(await isProof(workFor(id.toUpperCase(), 'opening'), number)).toBe(true)
    expect(await isProof(workFor(other, 'opening'), number)).toBe(false)
    expect(await isProof(workFor(id, 'another opening'), number)).toBe(false)
  })

  test('is not guessed: of ten thousand numbers hardly any is right', async () => {
    const numbers = Array.from({ length: 10_000 }, (_, index) => String(index))
    const right = await Promise.all(numbers.map((number) => isProof('some work', number)))
    expect(right.filter(Boolean).length).toBeLessThan(10)
  })

  test.each(['', '-1', '1.5', ' 1', '1e3', '9'.repeat(10), '١'])('%j is none', async (number) => {
    expect(await isProof('some work', number)).toBe(false)
  })
})

test('a form is besieged beyond what people send, and stays so the more comes', () => {
  expect(isBesieged({ doubtful: mostDoubtful, records: mostRecords })).toBe(false)
  expect(isBesieged({ doubtful: mostDoubtful + 1, records: 0 })).toBe(true)
  expect(isBesieged({ doubtful: 0, records: mostRecords + 1 })).toBe(true)
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), fc.nat(200), (doubtful, records, more) => {
      if (isBesieged({ doubtful, records }))
        expect(isBesieged({ doubtful: doubtful + more, records: records + more })).toBe(true)
    }),
  )
})
