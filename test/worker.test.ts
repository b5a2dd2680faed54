import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import worker from '../src/worker.ts'
import { send, submit } from './support/worker.ts'

test('the sweep of each minute finds what is due even when planting fails', async () => {
  await send('POST', '/api/v1/endpoints', { url: 'https://hooks.example.org/recueil' })
  await submit(crypto.randomUUID())
  const poked: string[] = []
  const failing = new Proxy(env.DB, {
    get(target, name) {
      if (name === 'prepare')
        return (sql: string) => {
          if (sql.startsWith('SELECT id FROM records')) throw new Error('D1 is overloaded')
          return target.prepare(sql)
        }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const endpoints = {
    idFromName: (name: string) => name,
    get: () => ({ poke: async (id: string) => poked.push(id) }),
  }
  const reported = vi.spyOn(console, 'error').mockImplementation(() => {})
  const executionContext = createExecutionContext()
  await worker.scheduled(
    createScheduledController({ scheduledTime: new Date(Date.now() + 1000) }),
    { ...env, DB: failing, ENDPOINT: endpoints as never },
    executionContext,
  )
  await waitOnExecutionContext(executionContext)
  expect(reported).toHaveBeenCalledOnce()
  expect(poked).toHaveLength(1)
})
