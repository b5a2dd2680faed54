import type { Expression } from '../expression/index.ts'
import type { Text } from '../text.ts'

/** Who may do a thing: anyone who has the record's edit link or fills in a form, a coordinator, or Recueil itself. */
export type Role = 'anyone' | 'coordinator' | 'system'

/**
 * `draft`: answers may still be missing in this state, and must all be there to leave it. `locked`: coordinators alone
 * may change the answers in it.
 */
export type State = {
  readonly code: string
  readonly label: Text
  readonly color: string
  readonly draft: boolean
  readonly locked: boolean
}

export type Transition = {
  readonly from: readonly string[]
  readonly to: string
  readonly by: readonly Role[]
  /** What the button says that makes it; null: the name of the state it leads to. */
  readonly label: Text | null
  /** Must be true of the record's answers; `guard_message` says what is missing. */
  readonly guard: Expression | null
  readonly guard_message: Text | null
  /** The record that this field refers to, if it refers to one, must be in one of these states. */
  readonly related: {
    readonly field: string
    readonly states: readonly string[]
    readonly message: Text
  } | null
  /** Whether it freezes a version of the record that everyone may read from then on. */
  readonly publishes: boolean
  /** An event type of its own, emitted beside `record.transitioned` ("minutes.published"). */
  readonly event: string | null
}

export type Workflow = {
  readonly initial: string
  readonly states: readonly State[]
  readonly transitions: readonly Transition[]
}
