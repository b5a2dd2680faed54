import { expect, test } from 'vitest'
import { boardKey } from '../../../src/sheet/board/board.ts'

test('a key says what its row is about', () => {
  expect(boardKey('status', 'exemple', 'recue')).toBe('status:exemple:recue')
})

test('a key that is too long, or not ASCII, is shortened and stays apart from others', () => {
  const [one, other] = [boardKey('status', 'x'.repeat(63), 'a'), boardKey('status', 'x'.repeat(63), 'b')]
  for (const key of [one, other, boardKey('état')]) expect(key).toMatch(/^[\u0020-\u007e]{1,60}$/)
  expect(one).not.toBe(other)
})
