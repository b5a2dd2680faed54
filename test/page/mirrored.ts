import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { catalogue } from '../../forms/index.ts'
import { app } from '../../src/app.ts'
import { accept } from '../../src/record/index.ts'
import type { SyncState } from '../../src/sheet/index.ts'
import { findRecord } from '../../src/store/records.ts'
import { contextAt } from '../support/context.ts'

export const calm: SyncState = {
  pending: 1500,
  lastPassAt: '2018-09-24T14:30:00.000Z',
  lastError: null,
  parked: null,
  quarantined: [],
  braked: [],
  withdrawn: [],
  calls: { reads: 12, writes: 3, tokens: 1 },
}
export const hostile = '"><script>alert(1)</script>'

/** The mirror as the pages find it: what it says of itself, and what was asked of it. */
export const mirror: { state: SyncState; asked: unknown[] } = { state: calm, asked: [] }

/** For the beginning of each test. */
export function calmMirror(): void {
  mirror.state = calm
  mirror.asked = []
}

const answering =
  (name: string) =>
  async (...parameters: unknown[]) => {
    mirror.asked.push([name, ...parameters])
    return mirror.state
  }
const connected = {
  ...env,
  SPREADSHEET_ID: 'classeur',
  GOOGLE_SERVICE_ACCOUNT: '{}',
  SHEET_MIRROR: {
    idFromName: (name: string) => name,
    get: () => ({
      state: async () => mirror.state,
      pass: answering('pass'),
      restore: answering('restore'),
      acceptRemoval: answering('acceptRemoval'),
    }),
  } as never,
}
const coordination = { email: 'coordination@recueil.example' }
export const asMember = { email: 'membre@exemple.org' }

/** The front door with a spreadsheet connected, as whom Cloudflare Access vouches for, if anyone. */
export async function visit(
  path: string,
  {
    identity = coordination,
    changes = {},
    ...init
  }: RequestInit & Partial<{ identity: object | null; changes: Partial<Cloudflare.Env> }> = {},
) {
  const executionContext = Object.assign(createExecutionContext(), {
    ...(identity && { access: { aud: 'recueil-local', getIdentity: async () => identity } }),
  }) as ExecutionContext
  const request = new Request(`http://recueil.test${path}`, { redirect: 'manual', ...init })
  const response = await app.fetch(request, { ...connected, ...changes }, executionContext)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

export const press = (
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: 'http://recueil.test' },
) => visit('/coordination/feuille', { method: 'POST', body: new URLSearchParams(fields), headers })

/** A record of the plan, just accepted. */
export async function planned() {
  const form = catalogue.forms.find(({ id }) => id === 'action')
  const seed = form?.seeds[0]
  if (!form || !seed) throw new Error('the plan has records from the first day')
  const id = crypto.randomUUID()
  const context = contextAt(Date.UTC(2018, 8, 24, 14, 30))
  await accept(context, form, { id, answers: seed.answers, locale: 'fr' })
  const record = await findRecord(env.DB, catalogue, id)
  if (!record) throw new Error('the record is there')
  return { context, form, record }
}
