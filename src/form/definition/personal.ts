import type { Text } from '../text.ts'

/** Who someone is, how they are reached, or what the law guards more closely (law 2008-12, art. 40; GDPR, art. 9). */
export type DataClass = 'identity' | 'contact' | 'sensitive'

/**
 * What everyone is shown of a personal answer of a published record: nothing, the initials of a name, all of it, or all
 * of it where the person ticked this acknowledgement of the same record.
 */
export type Publishing = 'never' | 'initials' | 'full' | { readonly agreed: string }

/** What a field asks of a person, what for, and what of it is published. */
export type PersonalData = {
  readonly class: DataClass
  /** The id of one of the form's purposes. */
  readonly purpose: string
  readonly publish: Publishing
}

/**
 * What makes a treatment lawful: the person agreed, or one of the exceptions of law 2008-12, art. 33 (which has no
 * "legitimate interest"); GDPR, art. 6(1)(a), (b), (c), (e).
 */
export type Basis = 'consent' | 'contract' | 'law' | 'mission'

/** How long data are kept, and what goes then: the fields of the purpose, or the whole record. */
export type Retention = {
  readonly months: number
  readonly from: 'acceptance' | 'last-change'
  /** Counted for records in these states alone; null: in every state. */
  readonly states: readonly string[] | null
  readonly ends: 'fields' | 'record'
}

/** Why personal data are asked. A purpose that several forms share is the same in each. */
export type Purpose = {
  readonly id: string
  readonly title: Text
  readonly basis: Basis
  /** Whose data they are. */
  readonly persons: Text
  /** Who is given them beyond the coordination. */
  readonly recipients: readonly Text[]
  readonly retention: Retention
}
