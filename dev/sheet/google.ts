import { matchRoute, type Run } from './api/index.ts'
import type { Auth } from './auth.ts'
import { type ApiErrorBody, forbidden, invalid, isApiError, notFound, officeFile } from './book/error.ts'
import type { Actor, Book, JsonObject } from './book/types.ts'
import type { CallRecorder } from './calls.ts'
import type { CallKind, Fault, FaultBox } from './faults.ts'
import { faultBody } from './faults.ts'
import type { Quota } from './quota.ts'
import { type Answer, bodyLimit, type Request } from './server.ts'
import type { State } from './state.ts'

export type Google = {
  readonly state: State
  readonly commit: (book: Book) => void
  readonly auth: Auth
  readonly quota: Quota
  readonly faults: FaultBox
  readonly calls: CallRecorder
  readonly now: () => number
  readonly url: () => string
}

type Outcome = { readonly status: number; readonly body: JsonObject }

/** The paths of Google that the mirror calls: the token endpoint and the Sheets API. Anything else is null. */
export function createGoogle(google: Google): (request: Request) => Promise<Answer | null> {
  return async (request) => {
    if (request.path === '/token' && request.method === 'POST') {
      return await recorded(google, request, 'token', () => grant(google, request))
    }
    if (!request.path.startsWith('/v4/')) return null
    const route = matchRoute(request.method, request.path)
    if (route === null) return null
    return await recorded(google, request, route.kind, () => {
      google.auth.authenticate(request.headers.authorization, route.kind === 'write')
      google.quota.spend(route.kind)
      if (request.body === null) {
        throw invalid(`Request payload size exceeds the limit: ${bodyLimit} bytes.`)
      }
      const run = route.parse(request.query, request.body)
      return () => apply(google, route.spreadsheetId, run)
    })
  }
}

async function grant(google: Google, request: Request): Promise<() => Outcome> {
  const { status, body } = await google.auth.grant(request.body ?? '', google.url())
  return () => ({ status, body })
}

function apply(google: Google, spreadsheetId: string, run: Run): Outcome {
  const { book, account, sharedWith, isTrashed, isOffice } = google.state
  if (spreadsheetId !== book.spreadsheetId || isTrashed) throw notFound()
  if (!sharedWith.includes(account.email)) throw forbidden()
  if (isOffice) throw officeFile()
  const actor: Actor = { email: account.email, owner: false }
  const done = run(book, actor, google.url())
  if (done.book !== null) google.commit(done.book)
  return { status: 200, body: done.answer }
}

/** Runs the hooks, meets the faults, applies, and writes the call down. */
async function recorded(
  google: Google,
  request: Request,
  kind: CallKind,
  prepare: () => (() => Outcome) | Promise<() => Outcome>,
): Promise<Answer> {
  const body = request.body ?? ''
  const query = request.query.toString()
  const path = query === '' ? request.path : `${request.path}?${query}`
  await google.faults.announce({ kind, method: request.method, path, body })
  const answer = await answered(google, google.faults.take(kind), kind, prepare)
  google.calls.record({
    kind,
    method: request.method,
    path,
    body,
    requests: requestKinds(path, body),
    status: answer.kind === 'answer' ? answer.status : null,
    at: google.now(),
    bytesIn: Buffer.byteLength(body),
    bytesOut: answer.kind === 'answer' ? Buffer.byteLength(answer.body) : 0,
  })
  return answer
}

async function answered(
  google: Google,
  fault: Fault | null,
  kind: CallKind,
  prepare: () => (() => Outcome) | Promise<() => Outcome>,
): Promise<Answer> {
  try {
    if (fault === null) return json(await outcome(prepare))
    if (fault.kind === 'late') {
      const run = await prepare()
      google.faults.keepForLater(() => {
        try {
          run()
        } catch (error) {
          if (!isApiError(error)) throw error
        }
      })
    }
    if ('applied' in fault && fault.applied === true) await outcome(prepare)
    if (fault.kind === 'hang' || fault.kind === 'reset') return { kind: fault.kind }
    throw Object.assign(new Error('fault'), { api: faultBody(fault, kind) })
  } catch (error) {
    if (!isApiError(error)) throw error
    return json(errorOutcome(error.api))
  }
}

async function outcome(prepare: () => (() => Outcome) | Promise<() => Outcome>): Promise<Outcome> {
  const run = await prepare()
  return run()
}

function errorOutcome(api: ApiErrorBody): Outcome {
  return { status: api.code, body: { error: { ...api } } as JsonObject }
}

function json({ status, body }: Outcome): Answer {
  const type = 'application/json; charset=UTF-8'
  return { kind: 'answer', status, type, body: JSON.stringify(body, null, 2) }
}

function requestKinds(path: string, body: string): readonly string[] {
  if (!path.includes(':batchUpdate') || path.includes('/values')) return []
  try {
    const parsed = JSON.parse(body) as { requests?: unknown }
    if (!Array.isArray(parsed.requests)) return []
    return parsed.requests.map((item: unknown) => Object.keys(Object(item))[0] ?? '')
  } catch {
    return []
  }
}
