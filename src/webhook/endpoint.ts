/**
 * How an event is told. `json` is a signed webhook; the others are mail to a list: `mailman3` over Mailman 3's REST API,
 * `email` over Cloudflare's `send_email`. Each is one more case in send.ts.
 */
export const formats = ['json', 'mailman3', 'email'] as const
export type Format = (typeof formats)[number]

/** Formats whose readers are people: they get events with a notice alone, and none of them twice by itself. */
export const mailFormats = ['mailman3', 'email'] as const satisfies readonly Format[]

/** Who writes to which list: bare addresses in ASCII. */
export type Correspondence = { readonly from: string; readonly to: string }

/** `listId` is the list's RFC 2919 identifier in Mailman, such as `migration.lists.example`. */
export type MailmanSettings = Correspondence & { readonly listId: string }

/** What a format needs beside an address. */
export type Destination =
  | { readonly format: 'json'; readonly settings: null }
  | { readonly format: 'mailman3'; readonly settings: MailmanSettings }
  | { readonly format: 'email'; readonly settings: Correspondence }

/** What opens Mailman's REST API (HTTP Basic). */
export type Credentials = { readonly user: string; readonly password: string }

/** Why an endpoint is off: it answered 410, it failed for days on end, or a coordinator switched it off. */
export type DisabledReason = 'gone' | 'failing' | 'manual'

/** An encrypted signing secret. It signs until `until` (milliseconds, UTC); null: it is the present one. */
export type SealedSecret = { readonly sealed: string; readonly until: number | null }

/** Somewhere that events are sent. Times are milliseconds since 1970, UTC. */
export type StoredEndpoint = Destination & {
  readonly id: string
  /** Where to: an address of the web, or for `email` the list's as a `mailto:`. */
  readonly url: string
  readonly description: string
  /** Event types it takes; empty: all. */
  readonly events: readonly string[]
  /** Forms whose events it takes; empty: all, and events of no form too. */
  readonly forms: readonly string[]
  /** The present secret first, then those still signing after a rotation; none of a format that is not signed. */
  readonly secrets: readonly SealedSecret[]
  /** Sealed `Credentials`, or null of a format without. */
  readonly credentials: string | null
  readonly state: 'enabled' | 'disabled'
  readonly disabledReason: DisabledReason | null
  /** The first failure since the last success. */
  readonly failingSince: number | null
  readonly createdAt: number
}

/** Whether an endpoint is a list of people, who must not get the same message twice. Pure. */
export const isMail = ({ format }: { readonly format: Format }): boolean => format !== 'json'

/**
 * `sending`: claimed by a run, until its lease ends. `held`: it may have arrived, nobody knows, and it must not arrive
 * twice: a coordinator decides. `cancelled`: its endpoint was disabled or deleted meanwhile, or there is no more to say.
 */
export const deliveryStates = ['waiting', 'sending', 'held', 'delivered', 'failed', 'cancelled'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/**
 * Why no answer came. `secret`: what signs or opens does not unseal. `refused`: the mail service said that it took
 * nothing. `unclear`: it said neither. `unavailable`: there is no mail service. `interrupted`: the run never came back.
 */
export type SendError =
  | 'timeout'
  | 'unreachable'
  | 'address'
  | 'secret'
  | 'refused'
  | 'unclear'
  | 'unavailable'
  | 'interrupted'

/** One sending and what came of it. */
export type Attempt = {
  /** When it began, and how long it took: milliseconds. */
  readonly at: number
  readonly duration: number
  readonly outcome: 'delivered' | 'retry' | 'gone' | 'held'
  readonly status: number | null
  readonly error: SendError | null
  /** The beginning of the answer's body. */
  readonly response: string
}
