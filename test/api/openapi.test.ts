import { describe, expect, test } from 'vitest'
import { api } from '../../src/api/index.ts'
import { ask } from '../support/worker.ts'

type Document = {
  openapi: string
  paths: Record<string, Record<string, { operationId: string }>>
  components: { schemas: Record<string, unknown> }
}

const document = async () => (await ask('/openapi.json')).json<Document>()

describe('the OpenAPI document', () => {
  test('tells every JSON route there is, and no other', async () => {
    const { paths } = await document()
    const told = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routed = api.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    const collapsed = told.map((line) =>
      /^POST .*\/forms\/[^{]+\/records$/.test(line) ? 'POST /api/v1/forms/{form}/records' : line,
    )
    expect([...new Set(collapsed)].sort()).toEqual([...new Set(routed)].sort())
  })

  test('points nowhere that is not there', async () => {
    const whole = await document()
    const text = JSON.stringify(whole)
    const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '')
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(whole.components.schemas).toHaveProperty([name])
  })

  test('names each operation once', async () => {
    const { paths } = await document()
    const ids = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })
})
