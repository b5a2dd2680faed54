/** How a body is written. Each receiver's own format is one more word here and one more case in payload.ts. */
export const formats = ['json'] as const
export type Format = (typeof formats)[number]

/** Why an endpoint is off: it answered 410, it failed for days on end, or a coordinator switched it off. */
export type DisabledReason = 'gone' | 'failing' | 'manual'

/** An encrypted signing secret. It signs until `until` (milliseconds, UTC); null: it is the present one. */
export type SealedSecret = { readonly sealed: string; readonly until: number | null }

/** Somewhere that events are sent. Times are milliseconds since 1970, UTC. */
export type StoredEndpoint = {
  readonly id: string
  readonly url: string
  readonly description: string
  readonly format: Format
  /** Event types it takes; empty: all. */
  readonly events: readonly string[]
  /** Forms whose events it takes; empty: all, and events of no form too. */
  readonly forms: readonly string[]
  /** The present secret first, then those still signing after a rotation. */
  readonly secrets: readonly SealedSecret[]
  readonly state: 'enabled' | 'disabled'
  readonly disabledReason: DisabledReason | null
  /** The first failure since the last success. */
  readonly failingSince: number | null
  readonly createdAt: number
}

/** `sending`: claimed by a run, until its lease ends. `cancelled`: its endpoint was disabled or deleted meanwhile. */
export const deliveryStates = ['waiting', 'sending', 'delivered', 'failed', 'cancelled'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Why no answer came. */
export type SendError = 'timeout' | 'unreachable' | 'address' | 'secret'

/** One POST and what came of it. */
export type Attempt = {
  /** When it began, and how long it took: milliseconds. */
  readonly at: number
  readonly duration: number
  readonly outcome: 'delivered' | 'retry' | 'gone'
  readonly status: number | null
  readonly error: SendError | null
  /** The beginning of the answer's body. */
  readonly response: string
}
