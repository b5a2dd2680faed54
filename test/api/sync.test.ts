import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { app } from '../../src/app.ts'
import type { SyncState } from '../../src/sheet/index.ts'
import { ask } from '../support/worker.ts'

const state: SyncState = {
  pending: 3,
  lastPassAt: '2018-09-24T14:30:00.000Z',
  lastError: null,
  parked: null,
  quarantined: [],
  braked: [{ tab: 'action', title: 'Plan', rows: 4, message: 'Quatre lignes ont disparu.' }],
  withdrawn: [{ tab: 'action', row: 'PA-0006', record: 'un', at: 1_537_799_400_000 }],
  calls: { reads: 2, writes: 1, tokens: 1 },
}

let asked: unknown[] = []
beforeEach(() => {
  asked = []
})

const answering =
  (name: string) =>
  async (...parameters: unknown[]) => {
    asked.push([name, ...parameters])
    return state
  }
const mirror = {
  idFromName: (name: string) => name,
  get: () => ({
    state: answering('state'),
    pass: answering('pass'),
    restore: answering('restore'),
    acceptRemoval: answering('acceptRemoval'),
  }),
}

/** Asks as a coordinator, of a mirror that writes down what it is asked. */
async function sync(method: string, body?: string, type = 'application/json'): Promise<Response> {
  const executionContext = Object.assign(createExecutionContext(), {
    access: { aud: 'recueil-local', getIdentity: async () => ({ email: 'coordination@recueil.example' }) },
  }) as ExecutionContext
  const request = new Request('http://recueil.test/api/v1/sync', {
    method,
    ...(body !== undefined && { headers: { 'content-type': type }, body }),
  })
  return app.fetch(request, { ...env, SHEET_MIRROR: mirror as never }, executionContext)
}

describe('the state of the sheet', () => {
  test('tells what is braked and what was taken out', async () => {
    const response = await sync('GET')
    expect(await response.json()).toEqual(state)
    expect(asked).toEqual([['state']])
  })

  test('is told without a spreadsheet too', async () => {
    const told = await (await ask('/api/v1/sync')).json()
    expect(told).toMatchObject({ braked: [], withdrawn: [], parked: { reason: 'missing' } })
  })

  test('has every member that the OpenAPI document tells, and no other', async () => {
    const { components } = await (await ask('/openapi.json')).json<{
      components: { schemas: Record<string, { properties: object }> }
    }>()
    expect(Object.keys(components.schemas.Sync?.properties ?? {}).sort()).toEqual(Object.keys(state).sort())
  })
})

describe('what may be asked of the sheet', () => {
  test.each([
    ['a pass, by no body', undefined, ['pass']],
    ['a pass, by an empty object', {}, ['pass']],
    ['a row back', { restore: { tab: 'action', row: 'PA-0006' } }, ['restore', 'action', 'PA-0006']],
    [
      'a row of a repeat back',
      { restore: { tab: 'fiche-projet/zones', row: 'FP-0012/3' } },
      ['restore', 'fiche-projet/zones', 'FP-0012/3'],
    ],
    ['every row of a tab back', { restore: { tab: 'action' } }, ['restore', 'action', null]],
    ['that rows were meant to go', { acceptRemoval: { tab: 'action' } }, ['acceptRemoval', 'action']],
  ])('is %s; the answer is the state', async (_, body, call) => {
    const response = await sync('POST', body && JSON.stringify(body))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(state)
    expect(asked).toEqual([call])
  })

  test.each([
    ['an unknown key', { restart: true }, '/restart'],
    ['an unknown key inside', { restore: { tab: 'action', all: true } }, '/restore/all'],
    ['no tab', { restore: {} }, '/restore/tab'],
    ['a tab that is not there', { acceptRemoval: { tab: 'rien' } }, '/acceptRemoval/tab'],
    [
      'a row for what is of the whole tab',
      { acceptRemoval: { tab: 'action', row: 'PA-0006' } },
      '/acceptRemoval/row',
    ],
    ['a row that is no reference', { restore: { tab: 'action', row: '' } }, '/restore/row'],
    ['a row that is null', { restore: { tab: 'action', row: null } }, '/restore/row'],
    ['both at once', { restore: { tab: 'action' }, acceptRemoval: { tab: 'action' } }, ''],
    ['a list', [], ''],
  ])('is not %s: nothing is done', async (_, body, pointer) => {
    const response = await sync('POST', JSON.stringify(body))
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      type: expect.stringMatching(/\/problemes\/invalid$/),
      errors: [{ pointer }],
    })
    expect(asked).toEqual([])
  })

  test('is not what cannot be read', async () => {
    expect((await sync('POST', '{')).status).toBe(400)
    expect((await sync('POST', 'restore', 'text/csv')).status).toBe(415)
    expect(asked).toEqual([])
  })
})
