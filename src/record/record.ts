import type { Answers } from '../form/answers.ts'
import type { Locale } from '../form/text.ts'

/** What the coordination keeps about a record beside its answers; an empty text means nothing. */
export type Coordination = { readonly note: string; readonly assignee: string }

/** A record as it stands. Times are milliseconds since 1970, UTC. */
export type StoredRecord = {
  readonly id: string
  readonly form: string
  readonly number: number
  /** The form's prefix and the number on four digits at least: FP-0012. */
  readonly reference: string
  readonly status: string
  readonly revision: number
  readonly answers: Answers
  readonly coordination: Coordination
  /** The language it was filled in. */
  readonly locale: Locale
  readonly createdAt: number
  readonly updatedAt: number
  readonly erasedAt: number | null
}

/** Who did a thing and through which door. `name` is an e-mail address for a coordinator, else empty. */
export type Actor = {
  readonly role: 'member' | 'coordinator' | 'system'
  readonly name: string
  readonly source: 'page' | 'api' | 'sheet' | 'system'
}

/** What a submitter gets back, the same however often the same thing is sent. */
export type Receipt = {
  readonly id: string
  readonly reference: string
  readonly form: string
  readonly status: string
  readonly revision: number
  /** The secret of the edit link. */
  readonly key: string
}
