import { exports } from 'cloudflare:workers'
import { projectSheet } from './samples.ts'

const origin = 'http://recueil.test'

/** What the local runtime hands over as Cloudflare Access's verified identity; the outside cannot set it. */
const identity = JSON.stringify({
  app_aud: 'recueil-local',
  jwt_claims: { email: 'coordination@recueil.example' },
})

/** A request to the Worker's own front door by a signed-in coordinator. */
export function ask(path: string, init?: RequestInit): Promise<Response> {
  const request = new Request(new URL(path, origin), { redirect: 'manual', ...init })
  request.headers.set('MF-Access-Blob', identity)
  return exports.default.fetch(request)
}

/** A request with a JSON body. */
export function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  return ask(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** Submits a project sheet that differs from the sample in `changes`. */
export function submit(id: string, changes: Readonly<Record<string, unknown>> = {}): Promise<Response> {
  return send('POST', '/api/v1/forms/fiche-projet/records', { id, answers: { ...projectSheet, ...changes } })
}

export type ReceiptBody = {
  readonly id: string
  readonly reference: string
  readonly form: string
  readonly status: string
  readonly revision: number
  readonly editUrl: string
}
