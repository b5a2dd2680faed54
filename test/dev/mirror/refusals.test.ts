import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
  await rig.run()
  rig.sheet.calls.reset()
})
afterEach(() => rig.close())

const send = (from: number, to: number) => {
  for (let number = from; number <= to; number += 1) rig.send(number, { nom: `Nom ${number}` })
}

describe('a record that Google refuses', () => {
  /** Stands in for a cell Google takes exception to: any write with the word in it is refused as a whole. */
  function refuse(word: string) {
    const original = globalThis.fetch
    globalThis.fetch = async (input, init) => {
      const body = typeof init?.body === 'string' ? init.body : ''
      if (!String(input).includes(':batchUpdate') || !body.includes(word)) return original(input, init)
      const error = {
        code: 400,
        message: 'Invalid requests[0].appendCells: refused',
        status: 'INVALID_ARGUMENT',
      }
      return new Response(JSON.stringify({ error }), { status: 400 })
    }
    return () => {
      globalThis.fetch = original
    }
  }

  test('is found, put aside where it shows, and the others go on', async () => {
    const undo = refuse('poison')
    try {
      send(1, 30)
      rig.send(31, { nom: 'poison' })
      await rig.settle()
      expect(rowsIn(rig, 'Essais').size).toBe(30)
      const state = await rig.state()
      expect(state.quarantined).toEqual([
        {
          id: expect.any(String),
          revision: 1,
          reference: 'ES-0031',
          reason: expect.stringContaining('refused'),
        },
      ])
      expect(state.pending).toBe(1)
      const before = rig.calls()
      await rig.run()
      expect(rig.calls()).toEqual(before)
      send(31, 31)
      await rig.settle()
      expect(rowsIn(rig, 'Essais').size).toBe(31)
      expect(await rig.state()).toMatchObject({ pending: 0, quarantined: [] })
    } finally {
      undo()
    }
  })

  test('all of them refused: it is not their fault, none is put aside', async () => {
    const undo = refuse('Nom')
    try {
      send(1, 20)
      await rig.run()
      expect((await rig.state()).quarantined).toEqual([])
      expect((await rig.state()).lastError).toContain('refused')
    } finally {
      undo()
    }
    await rig.settle()
    expect(rowsIn(rig, 'Essais').size).toBe(20)
    expect(await rig.state()).toMatchObject({ pending: 0, lastError: null })
  })

  test.each([
    ['at the head', 6, 0],
    ['at both ends', 9, 3],
  ])('many of them, %s of the list: the others are shown', async (_, head, tail) => {
    const undo = refuse('poison')
    try {
      for (let number = 1; number <= head; number += 1) rig.send(number, { nom: 'poison' })
      send(head + 1, 100)
      for (let number = 101; number <= 100 + tail; number += 1) rig.send(number, { nom: 'poison' })
      await rig.settle()
      expect(rowsIn(rig, 'Essais').size).toBe(100 - head)
      const { quarantined, lastError } = await rig.state()
      expect(quarantined).toHaveLength(head + tail)
      expect(lastError).toBeNull()
      // Within a minute's allowance: the refusals are found in one pass.
      expect(rig.store.load().calls.writes).toBeLessThanOrEqual(45)
    } finally {
      undo()
    }
  })
})
