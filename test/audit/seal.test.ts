import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { auditFrom, compareHead } from '../../src/audit/audit.ts'
import { noteDailyHead, sealEvents } from '../../src/audit/seal.ts'
import { beginning } from '../../src/audit/verify.ts'
import { derivedId } from '../../src/record/event.ts'
import { accept, erase, note, transition } from '../../src/record/index.ts'
import { dailyHeads } from '../../src/store/daily-heads.ts'
import { emptied } from '../support/emptied.ts'
import { projectSheet } from '../support/samples.ts'
import { accepted, context, faults, form, now, recordOf, sealAll, sealedLog, typedNumber } from './support.ts'

const day = 24 * 3600 * 1000
const count = (sql: string) => env.DB.prepare(`SELECT count(*) AS n FROM ${sql}`).first<number>('n')
const audit = (at = now) => auditFrom(env.DB, beginning, 1000, at)

beforeEach(() => emptied('records', 'events', 'seals', 'erasures', 'daily_heads', 'sheet_due'))

describe('sealing', () => {
  test('an empty log does nothing', async () => {
    expect(await sealEvents(env.DB, now)).toBe(0)
    expect(await audit()).toMatchObject({ events: 0, waiting: 0, sealedAt: null, faults: [], isWhole: true })
  })

  test('goes on where it stopped, and again changes nothing', async () => {
    await accepted()
    expect(await audit()).toMatchObject({ events: 1, waiting: 1, reached: beginning, faults: [] })
    expect(await sealEvents(env.DB, now)).toBe(1)
    await accepted()
    expect(await sealEvents(env.DB, now + 1)).toBe(1)
    expect(await sealEvents(env.DB, now + 2)).toBe(0)
    expect(await audit()).toMatchObject({ events: 2, waiting: 0, sealedAt: now + 1, reached: { seq: 2 } })
    expect(await faults(1)).toEqual([])
  })

  test('by many at a time sets each seal once', async () => {
    for (let record = 0; record < 12; record++) await accepted()
    const sealed = await Promise.all(Array.from({ length: 8 }, (_, at) => sealEvents(env.DB, now + at)))
    expect(sealed.reduce((sum, one) => sum + one)).toBe(12)
    expect(await count('seals')).toBe(12)
    expect(await faults()).toEqual([])
  })

  test('keeps up with 200 submissions at a time, no number left out', async () => {
    const sealing = { goesOn: true }
    const sealer = async () => {
      while (sealing.goesOn) {
        await sealEvents(env.DB, now)
        await Promise.resolve()
      }
    }
    const submit = () =>
      accept(context, form, { id: crypto.randomUUID(), answers: projectSheet, locale: 'fr' })
    const sealers = [sealer(), sealer()]
    await Promise.all(Array.from({ length: 200 }, submit))
    sealing.goesOn = false
    await Promise.all(sealers)
    await sealAll()
    expect(await count('seals')).toBe(200)
    expect(await env.DB.prepare('SELECT max(seq) AS seq FROM seals').first('seq')).toBe(200)
    expect(await faults(70)).toEqual([])
  }, 60_000)
})

describe('erasing', () => {
  /** All that is kept of the log and the records, as whoever took a copy of the database has it. */
  const dump = async () => {
    const tables = ['records', 'events', 'seals', 'erasures', 'daily_heads']
    const all = await env.DB.batch(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`)))
    return all.map(({ results }) => JSON.stringify(results)).join('\n')
  }
  const saltOf = (seq: number) =>
    env.DB.prepare('SELECT salt FROM events WHERE seq = ?').bind(seq).first<string>('salt')

  test('leaves the chain whole, says how many events lost content, and explains each', async () => {
    await sealedLog()
    expect(await faults()).toEqual([])
    expect(await audit()).toMatchObject({ events: 5, blanked: 3, waiting: 0 })
    const { results } = await env.DB.prepare('SELECT by, event FROM erasures ORDER BY event').all()
    expect(results).toEqual([1, 2, 3].map((event) => ({ by: 5, event })))
  })

  test('leaves no answer, no note and nothing typed', async () => {
    const { erased } = await sealedLog()
    await env.DB.prepare('DELETE FROM records WHERE id <> ?').bind(erased).run()
    await env.DB.prepare('DELETE FROM events WHERE record <> ?').bind(erased).run()
    const text = await dump()
    for (const gone of ['Secret de fabrication', 'Organisation exemple', 'projet@', 'rappeler', typedNumber])
      expect(text).not.toContain(gone)
    expect(text).toContain(erased)
  })

  test('leaves another salt than the one the digests were made with', async () => {
    const record = await accepted()
    const before = await saltOf(1)
    await sealAll()
    await erase(context, form, record)
    const [first, second] = [await saltOf(1), await saltOf(2)]
    expect(new Set([before, first, second]).size).toBe(3)
    expect(await dump()).not.toContain(String(before))
  })

  test('leaves no digest of what was submitted', async () => {
    const record = await accepted()
    await erase(context, form, record)
    const digest = await env.DB.prepare('SELECT accepted_digest AS d FROM records').first('d')
    expect(digest).toBe('')
    const again = { id: record.id, answers: projectSheet, locale: 'fr' } as const
    await expect(accept(context, form, again)).rejects.toMatchObject({ code: 'erased' })
  })

  test('leaves no id from which what was typed could be guessed', async () => {
    const record = await accepted()
    const typed = {
      type: 'sheet.refused',
      row: 'x',
      column: 'x',
      sheet: typedNumber,
      record: '',
      reason: '',
    } as const
    await note(context, form, record, [typed])
    const ids = await env.DB.prepare("SELECT id FROM events WHERE type = 'sheet.refused'").all<{
      id: string
    }>()
    const guess = await derivedId([record.id, record.revision, typed])
    expect(ids.results).toHaveLength(1)
    expect(ids.results[0]?.id).not.toBe(guess)
  })

  test('before anything is sealed leaves the chain whole too', async () => {
    const record = await accepted()
    await transition(context, form, record, { to: 'a_verifier', note: 'à rappeler' })
    await erase(context, form, await recordOf(record.id))
    await sealAll()
    expect(await faults()).toEqual([])
    expect(await audit()).toMatchObject({ events: 3, blanked: 2 })
  })

  test('between a reading of the log and its sealing leaves the chain whole', async () => {
    const record = await accepted()
    await accepted()
    const slow = new Proxy(env.DB, {
      get(target, name) {
        if (name === 'batch')
          return async (statements: D1PreparedStatement[]) => {
            await erase(context, form, record)
            return target.batch(statements)
          }
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    expect(await sealEvents(slow, now)).toBe(2)
    expect(await faults()).toEqual([])
    await sealAll()
    expect(await faults()).toEqual([])
    expect(await audit()).toMatchObject({ events: 3, blanked: 1 })
  })
})

describe('the head of a day', () => {
  test('is noted once, and not on a day on which nothing happened', async () => {
    await accepted()
    await sealAll()
    await noteDailyHead(env.DB, now)
    await accepted()
    await sealAll()
    await noteDailyHead(env.DB, now)
    await noteDailyHead(env.DB, now + day)
    await noteDailyHead(env.DB, now + 2 * day)
    expect((await dailyHeads(env.DB, 10)).map(({ day: on, seq }) => [on, seq])).toEqual([
      ['2018-09-25', 2],
      ['2018-09-24', 1],
    ])
  })

  test('tells whoever noted it whether the log was written anew', async () => {
    await sealedLog()
    const [noted] = await dailyHeads(env.DB, 1)
    if (!noted) throw new Error('no head was noted')
    expect(await compareHead(env.DB, noted)).toBe('same')
    expect(await compareHead(env.DB, { ...noted, seq: 4 })).toBe('other')
    expect(await compareHead(env.DB, { ...noted, seq: 99 })).toBe('unknown')
    // Whoever owns the database makes another past and a chain to go with it: nothing in it is wrong.
    await env.DB.prepare('DELETE FROM seals').run()
    await env.DB.prepare('DELETE FROM erasures').run()
    await env.DB.prepare('DELETE FROM daily_heads').run()
    await env.DB.prepare("UPDATE events SET actor = '{}' WHERE seq = 4").run()
    await sealAll(now)
    expect(await faults()).toEqual([])
    expect(await compareHead(env.DB, noted)).toBe('other')
  })
})
