import type { Text } from '../text.ts'
import type { Calendar, Reminder } from './calendar.ts'
import type {
  Advocacy,
  CampaignLayout,
  Census,
  Directory,
  Library,
  Likeness,
  MapLayout,
  Order,
} from './cartography.ts'
import type { DocumentLayout } from './document.ts'
import type { Field } from './field.ts'
import type { Glossary } from './glossary.ts'
import type { Attendance, Minutes } from './minutes.ts'
import type { Purpose } from './personal.ts'
import type { Plan } from './plan.ts'
import type { Workflow } from './workflow.ts'

/** A part of a form's page. `folded`: it opens on demand, for what few people have to add. */
export type Section = { readonly id: string; readonly title: Text; readonly folded: boolean }

/** Who sees a record. */
export type Publication = {
  /** Everyone does in these, */
  readonly states: readonly string[]
  /** as far as its author allows in this field, if there is one. */
  readonly field: string | null
  /** Where a member's correction leads back to when it would show everyone what nobody has read; null: nowhere. */
  readonly reread: string | null
}

export type Form = {
  readonly id: string
  readonly title: Text
  readonly description: Text
  /** "FP" gives references such as FP-0012. */
  readonly prefix: string
  /** Who may send it in. */
  readonly submit: 'anyone' | 'coordinator'
  readonly sections: readonly Section[]
  readonly fields: readonly Field[]
  /** What its personal data are for. */
  readonly purposes: readonly Purpose[]
  readonly workflow: Workflow
  /** The tab's title, and whether a row typed in it becomes a record. */
  readonly sheet: { readonly tab: string; readonly newRows: boolean }
  /** The field or expressionless pair that titles a record in lists. */
  readonly titleField: string
  readonly publication: Publication | null
  /** The form is a plan: how its table is headed, grouped and ordered. */
  readonly plan: Plan | null
  /** Records are meetings. */
  readonly calendar: Calendar | null
  /** What is to be recalled, and when. */
  readonly reminders: readonly Reminder[]
  /** Records are lines of attendance lists. */
  readonly attendance: Attendance | null
  /** Records are minutes of meetings. */
  readonly minutes: Minutes | null
  /** Records are terms of the group's lexicon. */
  readonly glossary: Glossary | null
  /** How a record reads as a document. */
  readonly document: DocumentLayout | null
  /** Records are on the map; of one form in a catalogue. */
  readonly map: MapLayout | null
  /** Records are members of a directory. */
  readonly directory: Directory | null
  /** Members of a directory are asked to fill it in. */
  readonly census: Census | null
  /** Records are campaigns in which members are asked. */
  readonly campaign: CampaignLayout | null
  /** How records about the same thing are found. */
  readonly likeness: Likeness | null
  /** Records are pleadings. */
  readonly advocacy: Advocacy | null
  /** Records are documents of a library. */
  readonly library: Library | null
  /** Records are orders of work on the data. */
  readonly order: Order | null
  /** Records that are there from the first day; ids are fixed, so that planting twice plants once. */
  readonly seeds: readonly Seed[]
}

export type Seed = { readonly id: string; readonly answers: Readonly<Record<string, unknown>> }
