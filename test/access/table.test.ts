import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import type { Rule } from '../../src/access/rule.ts'
import { ruleOf, rules } from '../../src/access/table.ts'
import { app } from '../../src/app.ts'
import { projectSheet } from '../support/samples.ts'
import { send } from '../support/worker.ts'
import { call } from './caller.ts'

let sheet = { id: '', reference: '' }
beforeAll(async () => {
  const answers = { id: crypto.randomUUID(), answers: projectSheet }
  sheet = await (await send('POST', '/api/v1/forms/fiche-projet/records', answers)).json()
})

const filled = (path: string) =>
  path
    .replace(':reference', sheet.reference)
    .replace(':id', sheet.id)
    .replace(':form', 'fiche-projet')
    .replace(':number', '1')
    .replace(':event', '1')

const cases = (by: Rule['by']) =>
  rules
    .filter((rule) => rule.by === by)
    .flatMap(({ methods, path }) => methods.map((method) => [method, path] as const))

describe('the table of who may call what', () => {
  test('has every route once, and no other', () => {
    const routed = app.routes.filter(({ method }) => method !== 'ALL')
    for (const { method, path } of routed)
      expect([method, path, ruleOf(method, path) !== null]).toEqual([method, path, true])
    const told = rules.flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`))
    expect(new Set(told).size).toBe(told.length)
    const there = new Set(routed.map(({ method, path }) => `${method} ${path}`))
    expect(told.filter((line) => !there.has(line))).toEqual([])
  })

  test('is what decides: whatever is under /coordination is the coordinators’', () => {
    const others = rules.filter(({ path, by }) => path.startsWith('/coordination') && by !== 'coordinator')
    expect(others).toEqual([])
  })

  test.each(cases('coordinator'))('%s %s is for coordinators alone', async (method, path) => {
    expect((await call('nobody in particular', method, filled(path))).status).toBe(401)
    expect((await call('somebody signed in', method, filled(path))).status).toBe(403)
    expect([401, 403]).not.toContain((await call('a coordinator', method, filled(path))).status)
  })

  test.each(cases('holder'))('%s %s is not there without its key', async (method, path) => {
    for (const key of ['', '?cle=', `?cle=${'A'.repeat(32)}`])
      for (const person of ['nobody in particular', 'somebody signed in'] as const)
        expect((await call(person, method, filled(path) + key)).status).toBe(404)
  })

  test.each(cases('anyone'))('%s %s asks nobody who they are', async (method, path) => {
    const answers = await Promise.all(
      (['nobody in particular', 'somebody signed in'] as const).map((person) =>
        call(person, method, filled(path)),
      ),
    )
    for (const { status } of answers) expect([200, 303, 404]).toContain(status)
  })

  test.each(cases('form'))('%s %s is for whom the form is for', async (method, path) => {
    for (const { id, submit } of catalogue.forms) {
      const address = path.replace(':form', id)
      const refused = submit === 'coordinator'
      expect([id, [401].includes((await call('nobody in particular', method, address)).status)]).toEqual([
        id,
        refused,
      ])
      expect([id, [403].includes((await call('somebody signed in', method, address)).status)]).toEqual([
        id,
        refused,
      ])
      expect([id, [401, 403].includes((await call('a coordinator', method, address)).status)]).toEqual([
        id,
        false,
      ])
    }
  })

  test.each(cases('signed'))('%s %s takes nothing without a signature', async (method, path) => {
    for (const person of ['nobody in particular', 'somebody signed in', 'a coordinator'] as const)
      expect((await call(person, method, path)).status).toBe(401)
  })
})
