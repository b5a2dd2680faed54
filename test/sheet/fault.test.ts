import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { waitAfter } from '../../src/sheet/backoff.ts'
import { type Budget, fullBudget, spend, waitFor } from '../../src/sheet/budget.ts'
import { faultOf, parkedBy } from '../../src/sheet/fault.ts'

const body = (code: number, status: string, message: string) =>
  JSON.stringify({ error: { code, message, status } })

describe('what Google says', () => {
  test.each([
    [429, 'RESOURCE_EXHAUSTED', "Quota exceeded for quota metric 'Write requests'", 'quota'],
    [401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.', 'unauthorised'],
    [403, 'PERMISSION_DENIED', 'The caller does not have permission', 'forbidden'],
    [404, 'NOT_FOUND', 'Requested entity was not found.', 'missing'],
    [503, 'UNAVAILABLE', 'The service is currently unavailable.', 'unavailable'],
    [500, 'INTERNAL', 'Internal error encountered.', 'unavailable'],
    [
      400,
      'FAILED_PRECONDITION',
      'This operation is not supported for this document. The document must not be an Office file.',
      'office',
    ],
    [
      400,
      'INVALID_ARGUMENT',
      'Invalid requests[0].updateCells: You are trying to edit a protected cell or object. Please contact …',
      'protected',
    ],
    [
      400,
      'INVALID_ARGUMENT',
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
      'full',
    ],
    [400, 'INVALID_ARGUMENT', 'Invalid requests[0].updateCells: No grid with id: 7', 'moved'],
    [400, 'INVALID_ARGUMENT', "Unable to parse range: 'Projets'!A:A", 'moved'],
    [
      400,
      'INVALID_ARGUMENT',
      'Invalid requests[0].updateCells: Range (Sheet1!A3:C3) exceeds grid limits. Max rows: 2, max columns: 3',
      'moved',
    ],
    [400, 'INVALID_ARGUMENT', 'Request payload size exceeds the limit: 10485760 bytes.', 'too-large'],
    [400, 'INVALID_ARGUMENT', 'Cannot exceed 100000 requests in a single batch.', 'too-large'],
    [400, 'INVALID_ARGUMENT', 'Invalid requests[3].appendCells: …', 'invalid'],
  ])('%i %s %s', (code, status, message, kind) => {
    expect(faultOf(code, body(code, status, message))).toEqual({ kind, status: code, message, wait: 0 })
  })

  test('a body that is no JSON still tells by its status', () => {
    expect(faultOf(502, '<html>Bad Gateway</html>').kind).toBe('unavailable')
    expect(faultOf(404, '').message).toBe('HTTP 404')
  })

  test('the token endpoint’s words are kept', () => {
    const refused = JSON.stringify({ error: 'invalid_grant', error_description: 'account not found' })
    expect(faultOf(400, refused).message).toBe('invalid_grant: account not found')
  })

  test('only what a human can mend is parked', () => {
    const fault = (kind: ReturnType<typeof faultOf>['kind']) => ({ kind, status: 0, message: '', wait: 0 })
    expect(parkedBy(fault('forbidden'), 'a@b')?.message).toContain('comme Éditeur, avec a@b')
    expect(parkedBy(fault('missing'), 'a@b')?.message).toContain('a@b')
    expect(parkedBy(fault('network'), 'a@b')).toBeNull()
    expect(parkedBy(fault('quota'), 'a@b')).toBeNull()
  })
})

describe('waiting and allowance', () => {
  const network = { kind: 'network', status: 0, message: '', wait: 0 } as const

  test('grows, is never over 64 seconds, and never under half of what it might be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, chance) => {
          const wait = waitAfter(network, failures, false, chance)
          expect(wait).toBeLessThanOrEqual(64_000)
          expect(wait).toBeGreaterThanOrEqual(Math.min(64_000, 1000 * 2 ** failures) / 2)
        },
      ),
    )
  })

  test('never over 45 calls in any minute, whatever the rhythm', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { maxLength: 300 }), (pauses) => {
        let budget: Budget = fullBudget
        let now = 0
        const made: number[] = []
        for (const pause of pauses) {
          now += pause
          const wait = waitFor(budget, 'write', now)
          expect(wait).toBeGreaterThanOrEqual(0)
          now += wait
          expect(waitFor(budget, 'write', now)).toBe(0)
          budget = spend(budget, 'write', now)
          made.push(now)
        }
        for (const at of made) {
          expect(made.filter((other) => other > at - 60_000 && other <= at).length).toBeLessThanOrEqual(45)
        }
        expect(waitFor(budget, 'read', now)).toBe(0)
      }),
    )
  })
})
