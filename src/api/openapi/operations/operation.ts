/** A route as the OpenAPI document tells it: what it does, who may call it, what goes in and out. */
export type Operation = {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly by: 'anyone' | 'coordinator'
  readonly query: readonly string[]
  /** Headers that must be there, each with what it says. */
  readonly headers: Readonly<Record<string, string>>
  /** Name of a schema under components, or null when there is no body. */
  readonly body: string | null
  /** Whether it does something without its body too. */
  readonly isBodyOptional: boolean
  readonly answers: Readonly<Record<string, string | null>>
  /** Refusals beyond those that every operation of its kind has. */
  readonly problems: readonly number[]
  /** Of what it answers when all is well. */
  readonly type: string
}

/** What most operations are. */
export const usual = {
  by: 'coordinator',
  query: [],
  headers: {},
  body: null,
  isBodyOptional: false,
  problems: [],
  type: 'application/json',
} as const
