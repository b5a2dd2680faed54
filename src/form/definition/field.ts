import type { Expression } from '../expression/index.ts'
import type { Text } from '../text.ts'
import type { Disclosure } from './cartography.ts'
import type { PersonalData } from './personal.ts'

export type FieldType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'partial_date'
  | 'time'
  | 'select_one'
  | 'select_multiple'
  | 'geopoint'
  | 'file'
  | 'note'
  | 'calculate'
  | 'acknowledge'
  | 'reference'
  | 'list'
  | 'repeat'

/** Who sees a field whole, from everyone to the coordinators alone. */
export type Visibility = 'public' | 'members' | 'coordination'

/** Who may change a field after acceptance: the form alone, the sheet alone, or both (then it is merged). */
export type EditPlace = 'form' | 'sheet' | 'both'

/** A `text` that must look like an address of some kind. */
export type TextFormat = 'email' | 'tel' | 'url'

/** A reference to a record of another form. `free`: any other name is accepted too. */
export type ReferenceTarget = {
  readonly form: string
  /** The field of that form whose value is shown for the record. */
  readonly label: string
  readonly free: boolean
}

/** Degrees (WGS 84); a point outside is refused, inside it is rounded to `decimals`. */
export type Bounds = {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
  readonly decimals: number
}

export type Field = {
  readonly name: string
  readonly type: FieldType
  readonly label: Text
  readonly hint: Text | null
  /** The id of one of the form's sections. */
  readonly section: string
  readonly required: Expression | null
  readonly relevant: Expression | null
  readonly constraint: Expression | null
  readonly constraint_message: Text | null
  /** Like a constraint, but only warns. True means "warn". */
  readonly warning: Expression | null
  readonly warning_message: Text | null
  readonly calculation: Expression | null
  /** What an empty form starts with. */
  readonly default: Expression | null
  /** The id of a choice list. */
  readonly choices: string | null
  /** True for the choices on offer; a bare name in it is an attribute of the choice. */
  readonly choice_filter: Expression | null
  /** Codes that go with no other code of a select_multiple ("none of these"). */
  readonly exclusive: readonly string[]
  readonly reference: ReferenceTarget | null
  readonly format: TextFormat | null
  readonly multiline: boolean
  /** Bounds of a number. */
  readonly min: number | null
  readonly max: number | null
  /** UTF-16 code units of a text, or of each item of a list. */
  readonly maxLength: number
  /** How many rows, items, choices or files. */
  readonly minCount: number
  readonly maxCount: number
  readonly bounds: Bounds | null
  /** What an empty answer is called where it is shown ("À définir"); such a text typed in is an empty answer. */
  readonly undefinedLabel: Text | null
  /** HTML's autocomplete token. */
  readonly autocomplete: string | null
  /** HXL 1.1 tag with its attributes, and the tag of the column of labels beside a column of codes. */
  readonly hxl: string | null
  readonly hxlLabel: string | null
  /** What it asks of a person; null when it asks nothing personal. */
  readonly data: PersonalData | null
  readonly visibility: Visibility
  /** Of a number of people: when it is not published. */
  readonly disclosure: Disclosure | null
  readonly edit: EditPlace
  /** Whether the sheet shows it. */
  readonly mirrored: boolean
  /** Of a repeat only: its fields, its own tab, its words, and the names whose values must differ between rows. */
  readonly fields: readonly Field[]
  readonly tab: string | null
  readonly rowLabel: Text | null
  readonly addLabel: Text | null
  readonly unique: readonly string[]
  /** Of a repeat's tab: fields of the record shown beside each row. */
  readonly context: readonly string[]
}
