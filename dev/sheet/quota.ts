import { type ApiError, apiError } from './book/error.ts'

export type QuotaKind = 'read' | 'write'

/** Requests per minute: Sheets API usage limits (developers.google.com/workspace/sheets/api/limits). */
const perUser = 60
const perProject = 300
const minute = 60_000

export type Quota = {
  /** Counts one call of the user, or throws ApiError 429 with Google's body; a refused call is not counted. */
  readonly spend: (kind: QuotaKind) => void
  /** Counts calls of other users of the same project, to come near the project's limit. */
  readonly spendByOthers: (kind: QuotaKind, count: number) => void
}

export function createQuota(now: () => number, isEnforced: boolean): Quota {
  const spent = { read: [] as number[], write: [] as number[] }
  const others = { read: [] as number[], write: [] as number[] }
  const recent = (times: number[]): number => {
    const since = now() - minute
    while ((times[0] ?? Number.POSITIVE_INFINITY) <= since) times.shift()
    return times.length
  }
  return {
    spend(kind) {
      const own = recent(spent[kind])
      if (isEnforced && own >= perUser) throw quotaExceeded(kind, 'user')
      if (isEnforced && own + recent(others[kind]) >= perProject) throw quotaExceeded(kind, 'project')
      spent[kind].push(now())
    },
    spendByOthers(kind, count) {
      for (let index = 0; index < count; index += 1) others[kind].push(now())
    },
  }
}

const consumer = 'projects/100000000001'

/** The 429 as reported in Sage-Bionetworks/data_curator#110 and n8n-io/n8n#16750. */
export function quotaExceeded(kind: QuotaKind, scope: 'user' | 'project'): ApiError {
  const word = kind === 'read' ? 'Read' : 'Write'
  const limit = scope === 'user' ? `${word}RequestsPerMinutePerUser` : `${word}RequestsPerMinutePerProject`
  const named = `${word} requests per minute${scope === 'user' ? ' per user' : ''}`
  return apiError({
    code: 429,
    message:
      `Quota exceeded for quota metric '${word} requests' and limit '${named}' of service ` +
      "'sheets.googleapis.com' for consumer 'project_number:100000000001'.",
    status: 'RESOURCE_EXHAUSTED',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: {
          consumer,
          quota_limit: limit,
          quota_limit_value: String(scope === 'user' ? perUser : perProject),
          quota_location: 'global',
          quota_metric: `sheets.googleapis.com/${kind}_requests`,
          quota_unit: scope === 'user' ? '1/min/{project}/{user}' : '1/min/{project}',
          service: 'sheets.googleapis.com',
        },
      },
    ],
  })
}
