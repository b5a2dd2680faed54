import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { dropGuards } from '../support/emptied.ts'
import { accepted, faults, now, sealAll, sealedLog } from './support.ts'

const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run()

describe('the database refuses', () => {
  beforeAll(async () => {
    await sealedLog()
    // What empties a table for a test takes the guards away; a fresh copy of the schema has them.
    const guards = env.TEST_MIGRATIONS.flatMap(({ name, queries }) =>
      name.startsWith('0009') ? queries.filter((query) => query.trimStart().includes('CREATE TRIGGER')) : [],
    )
    expect(guards.length).toBeGreaterThan(10)
    await env.DB.batch(guards.map((guard) => env.DB.prepare(guard)))
  })

  test.each([
    ['DELETE FROM events WHERE seq = 4', 'an event is kept'],
    ["UPDATE events SET type = 'record.revised' WHERE seq = 4", 'by an erasure alone'],
    ["UPDATE events SET detail = '{}' WHERE seq = 4", 'by an erasure alone'],
    ['UPDATE events SET rowid = 40 WHERE seq = 4', 'by an erasure alone'],
    [
      "UPDATE events SET detail = '{}', salt = lower(hex(randomblob(16))), erased_by = 5 WHERE seq = 4",
      'by an erasure alone',
    ],
    [
      'INSERT OR REPLACE INTO events SELECT seq, id, type, 0, record, form, revision, actor, payload, detail, salt, NULL FROM events WHERE seq = 4',
      'written once',
    ],
    ['DELETE FROM seals WHERE seq = 4', 'a seal is kept'],
    ["UPDATE seals SET head = 'x' WHERE seq = 4", 'a seal stays'],
    ['INSERT OR REPLACE INTO seals SELECT seq, content, 0, head FROM seals WHERE seq = 4', 'set once'],
    ['DELETE FROM erasures', 'an erasure is kept'],
    ["UPDATE erasures SET content = ''", 'an erasure stays'],
    ['DELETE FROM daily_heads', 'a noted head is kept'],
    ['UPDATE daily_heads SET seq = 1', 'a noted head stays'],
  ])('%s', async (sql, reason) => {
    await expect(run(sql)).rejects.toThrow(reason)
  })

  test('no event for lack of salt, and gives it some', async () => {
    await run(
      "INSERT INTO events (id, type, at, actor, payload, detail) VALUES ('evt_bare', 'x', 0, '{}', '{}', '{}')",
    )
    const salt = await env.DB.prepare("SELECT salt FROM events WHERE id = 'evt_bare'").first('salt')
    expect(salt).toMatch(/^[0-9a-f]{32}$/)
    await expect(
      run("UPDATE events SET salt = lower(hex(randomblob(16))) WHERE id = 'evt_bare'"),
    ).rejects.toThrow('by an erasure alone')
  })

  test('an erasure of what an event that is no erasure says', async () => {
    const { id } = await accepted()
    const event = await env.DB.prepare('SELECT seq FROM events WHERE record = ?')
      .bind(id)
      .first<number>('seq')
    await expect(
      run(
        "UPDATE events SET detail = '{}', salt = lower(hex(randomblob(16))), erased_by = ? WHERE seq = 4",
        event,
      ),
    ).rejects.toThrow('by an erasure alone')
  })
})

type Cell = { readonly table: string; readonly column: string; readonly where: string; readonly seq: number }

/** Every cell of the log's tables, and which entry is the first to be wrong when it is another one. */
async function cells(): Promise<readonly Cell[]> {
  const of = async (
    table: string,
    seqOf: (row: Record<string, number>) => number,
    keys: readonly string[],
  ) => {
    const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all<Record<string, number>>()
    return results.flatMap((row) =>
      Object.keys(row).map((column) => ({
        table,
        column,
        where: keys.map((key) => `${key} = ${row[key]}`).join(' AND '),
        seq: seqOf(row),
      })),
    )
  }
  return [
    ...(await of('events', (row) => row.seq ?? 0, ['seq'])),
    ...(await of('seals', (row) => row.seq ?? 0, ['seq'])),
    ...(await of('erasures', (row) => Math.min(row.event ?? 0, row.by ?? 0), ['by', 'event'])),
    ...(await of('daily_heads', (row) => row.seq ?? 0, ['seq'])).filter(({ column }) => column === 'head'),
  ]
}

/** A value with one character, one digit or one place changed. */
function flipped(value: string | number | null, at: number): string | number {
  if (value === null) return 1
  if (typeof value === 'number') return value + 100 + (at % 7)
  const place = at % Math.max(1, value.length)
  const other = value[place] === 'a' ? 'b' : 'a'
  return value.slice(0, place) + other + value.slice(place + 1)
}

describe('whoever owns the database', () => {
  beforeAll(async () => {
    await sealedLog()
    await dropGuards()
  })

  test('leaves a log that verifies when they change nothing, in stretches of any length', async () => {
    for (const limit of [1, 2, 3, 100]) expect(await faults(limit)).toEqual([])
  })

  test('changes one byte of any column, and the first bad entry is named', async () => {
    const all = await cells()
    expect(new Set(all.map(({ table, column }) => `${table}.${column}`)).size).toBe(20)
    const places = fc.record({
      cell: fc.constantFrom(...all),
      at: fc.nat(5000),
      limit: fc.integer({ min: 1, max: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(places, async ({ cell: { table, column, where, seq }, at, limit }) => {
        const key = column === 'seq' || column === 'by' || column === 'event'
        const value = await env.DB.prepare(`SELECT ${column} AS value FROM ${table} WHERE ${where}`).first<
          string | number | null
        >('value')
        const other = flipped(value, at)
        await run(`UPDATE ${table} SET ${column} = ? WHERE ${where}`, other)
        const found = await faults(limit)
        const there = key ? where.replace(new RegExp(`\\b${column} = \\d+`), `${column} = ${other}`) : where
        await run(`UPDATE ${table} SET ${column} = ? WHERE ${there}`, value)
        expect({ table, column, other, first: found[0]?.seq }).toEqual({ table, column, other, first: seq })
      }),
      { numRuns: 300 },
    )
    expect(await faults()).toEqual([])
  }, 60_000)

  test('takes one event out, and it is missed', async () => {
    const events = await env.DB.prepare('SELECT * FROM events WHERE seq = 4').first<Record<string, unknown>>()
    const back = () =>
      run(
        `INSERT INTO events VALUES (${Object.keys(events ?? {})
          .map(() => '?')
          .join(', ')})`,
        ...Object.values(events ?? {}),
      )
    await run('DELETE FROM events WHERE seq = 4')
    expect(await faults()).toEqual([{ seq: 4, kind: 'missing' }])
    await back()
    expect(await faults()).toEqual([])
  })

  test('takes an erasure out, and it is that which is missed', async () => {
    await sealedLog()
    await run('DELETE FROM events WHERE seq = 5')
    expect(await faults()).toEqual([{ seq: 5, kind: 'missing' }])
  })

  test('blanks an event in the name of something that is no erasure, and it is named', async () => {
    await sealedLog()
    await accepted()
    await run(
      "UPDATE events SET detail = '{}', salt = lower(hex(randomblob(16))), erased_by = 6 WHERE seq = 4",
    )
    await sealAll()
    expect(await faults()).toEqual([{ seq: 6, kind: 'unexplained' }])
  })

  test('takes an event out with its seal, and it is missed', async () => {
    await sealedLog()
    await dropGuards()
    await env.DB.batch(
      ['events', 'seals'].map((table) => env.DB.prepare(`DELETE FROM ${table} WHERE seq = 2`)),
    )
    expect((await faults())[0]).toEqual({ seq: 2, kind: 'missing' })
  })

  test('adds an event before the first or in the middle of nowhere, and it is named', async () => {
    await sealedLog()
    await run(
      "INSERT INTO events (seq, id, type, at, actor, payload, detail, salt) VALUES (0, 'evt_x', 'x', 0, '{}', '{}', '{}', '')",
    )
    expect(await faults()).toEqual([{ seq: 0, kind: 'unsealed' }])
  })

  test('adds more events before the first than are verified at once, and the verification ends', async () => {
    await sealedLog()
    await run(
      `INSERT INTO events (seq, id, type, at, actor, payload, detail, salt)
       SELECT -value, 'evt_' || value, 'x', 0, '{}', '{}', '{}', '' FROM json_each('[1,2,3,4]')`,
    )
    expect((await faults(3)).at(0)).toEqual({ seq: -4, kind: 'unsealed' })
  })

  test('cuts the end off, and the head that was noted is missed', async () => {
    await sealedLog()
    await env.DB.batch(
      ['events', 'seals'].map((table) => env.DB.prepare(`DELETE FROM ${table} WHERE seq = 5`)),
    )
    expect(await faults()).toContainEqual({ seq: 5, kind: 'missing' })
  })

  test('blanks an event as an erasure does, and nothing explains it', async () => {
    await sealedLog()
    await run(
      "UPDATE events SET detail = '{}', salt = lower(hex(randomblob(16))), erased_by = 5 WHERE seq = 4",
    )
    expect(await faults()).toEqual([{ seq: 4, kind: 'unexplained' }])
  })
})

test('events that nobody seals are told of after an hour', async () => {
  await sealedLog()
  await accepted()
  expect(await faults(10, now + 3600 * 1000)).toEqual([])
  expect(await faults(10, now + 3600 * 1000 + 1)).toEqual([{ seq: 6, kind: 'unsealed' }])
})
