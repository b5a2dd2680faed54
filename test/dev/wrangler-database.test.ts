import { expect, test } from 'vitest'
import { openThroughWrangler } from '../../dev/wrangler-database.ts'

const busy = 'failed: SQLite failed; dbErrorMessage(err, db) = database is locked: SQLITE_BUSY'

/** A database whose first calls fail as these say. */
function failing(...reasons: readonly string[]) {
  const calls: string[] = []
  const db = openThroughWrangler({ stateFolder: 'nowhere' }, async (_, sql) => {
    const reason = reasons[calls.push(sql) - 1]
    if (reason !== undefined) throw new Error(reason)
    return [{ one: 1 }]
  })
  return { calls, read: () => db.prepare('SELECT ?1 AS one').bind(1).first('one') }
}

test('a database that another process holds for a moment is read once it is free', async () => {
  const { calls, read } = failing(busy, busy)
  expect(await read()).toBe(1)
  expect(calls).toEqual(Array(3).fill('SELECT 1 AS one'))
})

test('one that stays held, or that cannot be read, says why', async () => {
  await expect(failing(...Array(5).fill(busy)).read()).rejects.toThrow('SQLITE_BUSY')
  const { calls, read } = failing('no such table: events')
  await expect(read()).rejects.toThrow('no such table')
  expect(calls).toHaveLength(1)
})
