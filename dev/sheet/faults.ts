import { type ApiErrorBody, officeFile } from './book/error.ts'
import { type QuotaKind, quotaExceeded } from './quota.ts'

export type CallKind = QuotaKind | 'token'

/** A call as it arrives, before anything is done about it. */
export type IncomingCall = {
  readonly kind: CallKind
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly body: string
}

/**
 * `applied`: the change is made before things go wrong. `hang` never answers. `late`: a gateway answers 504 at once and
 * the change is made only when `release()` is called, as by a server still at work on it.
 */
export type Fault =
  | { readonly kind: 'status'; readonly status: FaultStatus; readonly applied?: boolean }
  | { readonly kind: 'hang'; readonly applied?: boolean }
  | { readonly kind: 'reset'; readonly applied?: boolean }
  | { readonly kind: 'late' }
  | { readonly kind: 'office' }

export type FaultStatus = 401 | 403 | 404 | 429 | 500 | 502 | 503 | 504

export type Faults = {
  /** The next `count` calls of that kind meet the fault; faults asked one after the other queue up. */
  readonly next: (fault: Fault, when?: { readonly count?: number; readonly on?: CallKind | 'any' }) => void
  /** Forgets the faults that wait; hanging calls keep hanging. */
  readonly clear: () => void
  /** Makes the changes of `late` calls, in order; one that is no longer valid is dropped, as Google would. */
  readonly release: () => number
  /** Called with each API call before it is applied; returns what unregisters it. */
  readonly onCall: (hook: (call: IncomingCall) => void | Promise<void>) => () => void
  /** Calls of other users of the same Google project, counted in its quota. */
  readonly spendQuotaByOthers: (kind: QuotaKind, count: number) => void
}

export type FaultBox = Faults & {
  readonly take: (kind: CallKind) => Fault | null
  readonly announce: (call: IncomingCall) => Promise<void>
  readonly keepForLater: (apply: () => void) => void
}

export function createFaults(spendQuotaByOthers: Faults['spendQuotaByOthers']): FaultBox {
  let waiting: { fault: Fault; count: number; on: CallKind | 'any' }[] = []
  const hooks = new Set<(call: IncomingCall) => void | Promise<void>>()
  const late: (() => void)[] = []
  return {
    next: (fault, { count = 1, on = 'any' } = {}) => {
      waiting.push({ fault, count, on })
    },
    clear: () => {
      waiting = []
    },
    take: (kind) => {
      const found = waiting.find((item) => item.on === kind || item.on === 'any')
      if (found === undefined) return null
      found.count -= 1
      if (found.count <= 0) waiting = waiting.filter((item) => item !== found)
      return found.fault
    },
    onCall: (hook) => {
      hooks.add(hook)
      return () => {
        hooks.delete(hook)
      }
    },
    announce: async (call) => {
      for (const hook of hooks) await hook(call)
    },
    keepForLater: (apply) => {
      late.push(apply)
    },
    release: () => {
      const released = late.splice(0)
      for (const apply of released) apply()
      return released.length
    },
    spendQuotaByOthers,
  }
}

const bodies: Record<Exclude<FaultStatus, 429>, ApiErrorBody> = {
  401: {
    code: 401,
    message: 'Request had invalid authentication credentials.',
    status: 'UNAUTHENTICATED',
  },
  403: { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' },
  404: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' },
  500: { code: 500, message: 'Internal error encountered.', status: 'INTERNAL' },
  502: { code: 502, message: 'Bad Gateway', status: 'UNAVAILABLE' },
  503: { code: 503, message: 'The service is currently unavailable.', status: 'UNAVAILABLE' },
  504: { code: 504, message: 'Deadline exceeded.', status: 'DEADLINE_EXCEEDED' },
}

/** What a call that meets the fault is answered, for the faults that answer. */
export function faultBody(fault: Fault, kind: CallKind): ApiErrorBody {
  if (fault.kind === 'office') return officeFile().api
  if (fault.kind !== 'status') return bodies[504]
  if (fault.status === 429) return quotaExceeded(kind === 'token' ? 'read' : kind, 'user').api
  return bodies[fault.status]
}
