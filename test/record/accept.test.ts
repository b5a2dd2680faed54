import { env, exports } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { findForm } from '../../src/form/index.ts'
import { derivedUuid } from '../../src/record/digest.ts'
import { accept, erase, plant } from '../../src/record/index.ts'
import { findByReference, findRecord } from '../../src/store/records.ts'
import { contextAt } from '../support/context.ts'
import { counted } from '../support/counted.ts'
import { projectSheet } from '../support/samples.ts'
import { send } from '../support/worker.ts'

const form = findForm(catalogue, 'fiche-projet')
if (!form) throw new Error('the project sheet is missing')
const now = Date.UTC(2018, 8, 24, 10)

describe('accepting', () => {
  test('costs one batch, no query and at most ten rows for three zones and one endpoint', async () => {
    const created = await send('POST', '/api/v1/endpoints', { url: 'https://hooks.example.org/recueil' })
    expect(created.status).toBe(201)
    const { db, cost } = counted(env.DB)
    await accept(contextAt(now, { db }), form, {
      id: crypto.randomUUID(),
      answers: projectSheet,
      locale: 'fr',
    })
    expect(cost).toMatchObject({ batches: 1, queries: 0 })
    expect(cost.rowsWritten).toBeLessThanOrEqual(10)
    const deliveries = await env.DB.prepare('SELECT count(*) AS n FROM deliveries').first<number>('n')
    expect(deliveries).toBe(1)
  })

  test('refuses an id that a record begun from another one will have, from whoever is no coordinator', async () => {
    const id = await derivedUuid('minutes of ef31767d-42d9-42c6-b2cd-7cbbe09b2426')
    const response = await exports.default.fetch('http://recueil.test/api/v1/forms/fiche-projet/records', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, answers: projectSheet }),
    })
    expect(response.status).toBe(422)
    expect(await findRecord(env.DB, catalogue, id)).toBeNull()
  })

  test('wakes the mirror and the endpoints only after the commit', async () => {
    const id = crypto.randomUUID()
    const seen: Promise<unknown>[] = []
    const wake = () => void seen.push(findRecord(env.DB, catalogue, id))
    await accept(contextAt(now, { wake }), form, { id, answers: projectSheet, locale: 'fr' })
    expect(await Promise.all(seen)).toMatchObject([{ id }])
  })

  test('leaves nothing behind when the database fails in the middle', async () => {
    const id = crypto.randomUUID()
    const failing = new Proxy(env.DB, {
      get(target, name) {
        if (name === 'batch')
          return (statements: D1PreparedStatement[]) =>
            target.batch([...statements, target.prepare("INSERT INTO records (id) VALUES ('incomplete')")])
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    await expect(
      accept(contextAt(now, { db: failing }), form, { id, answers: projectSheet, locale: 'fr' }),
    ).rejects.toThrow()
    expect(await findRecord(env.DB, catalogue, id)).toBeNull()
    expect(
      await env.DB.prepare('SELECT count(*) AS n FROM events WHERE record = ?').bind(id).first('n'),
    ).toBe(0)
    expect(
      await env.DB.prepare('SELECT count(*) AS n FROM sheet_due WHERE record = ?').bind(id).first('n'),
    ).toBe(0)
  })

  test('freezes the webhook body with the reference in it', async () => {
    const id = crypto.randomUUID()
    const { receipt } = await accept(contextAt(now), form, { id, answers: projectSheet, locale: 'fr' })
    const payload = await env.DB.prepare('SELECT payload FROM events WHERE record = ?')
      .bind(id)
      .first<string>('payload')
    expect(JSON.parse(payload ?? '')).toMatchObject({
      type: 'record.accepted',
      timestamp: '2018-09-24T10:00:00.000Z',
      data: { record: { id, reference: receipt.reference, status: 'recue', revision: 1 } },
    })
  })
})

describe('planting', () => {
  test('brings the plan of 2018 once, and never brings an erased action back', async () => {
    const context = contextAt(now, { actor: { role: 'system', name: '', source: 'system' } })
    while ((await plant(context)) > 0);
    expect(await plant(context)).toBe(0)
    const count = () =>
      env.DB.prepare("SELECT count(*) AS n FROM records WHERE form = 'action' AND erased_at IS NULL").first(
        'n',
      )
    expect(await count()).toBe(14)
    const action = findForm(catalogue, 'action')
    const record = await findByReference(env.DB, catalogue, 'PA-0001')
    if (!action || !record) throw new Error('the plan is missing')
    expect(record.answers).toMatchObject({ date: '2018-09-24', zones: 'Dakar', ordre: 1 })
    await erase(context, action, record)
    await plant(context)
    expect(await count()).toBe(13)
  })
})
