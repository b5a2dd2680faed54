import { exports } from 'cloudflare:workers'
import { expect } from 'vitest'
import { ask, send, submit } from '../support/worker.ts'

/** A request by somebody who is not signed in. */
export const askAnyone = (path: string, init?: RequestInit): Promise<Response> =>
  exports.default.fetch(new Request(new URL(path, 'http://recueil.test'), { redirect: 'manual', ...init }))

/** A file as everyone gets it, or the coordinator. */
export async function fetched(who: 'public' | 'coordinator', path: string): Promise<Response> {
  const response = await (who === 'public' ? askAnyone(path) : ask(path))
  expect(response.status, path).toBe(200)
  return response
}

export const textOf = async (who: 'public' | 'coordinator', path: string): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    await (await fetched(who, path)).arrayBuffer(),
  )

export const bytesOf = async (who: 'public' | 'coordinator', path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetched(who, path)).arrayBuffer())

/** Moves a record on, state after state. */
export async function move(id: string, ...states: readonly string[]): Promise<void> {
  for (const to of states)
    expect((await send('POST', `/api/v1/records/${id}/transitions`, { to })).status, to).toBe(200)
}

/** A project sheet that differs from the sample in `changes`, published unless told otherwise. Its reference and id. */
export async function project(
  changes: Readonly<Record<string, unknown>> = {},
  states: readonly string[] = ['validee', 'publiee'],
): Promise<{ readonly id: string; readonly reference: string }> {
  const id = crypto.randomUUID()
  const response = await submit(id, changes)
  expect(response.status).toBe(201)
  await move(id, ...states)
  return { id, reference: (await response.json<{ reference: string }>()).reference }
}

/** A record of another form, in the state it begins with. */
export async function record(form: string, answers: Readonly<Record<string, unknown>>): Promise<string> {
  const id = crypto.randomUUID()
  const response = await send('POST', `/api/v1/forms/${form}/records`, { id, answers })
  expect(response.status, await response.clone().text()).toBe(201)
  return id
}
