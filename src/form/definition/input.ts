import type { Text } from '../text.ts'
import type { Calendar, Reminder } from './calendar.ts'
import type { Field } from './field.ts'
import type { Form, Publication, Section } from './form.ts'
import type { PersonalData } from './personal.ts'
import type { Plan } from './plan.ts'
import type { State, Transition } from './workflow.ts'

type ExpressionKey =
  | 'required'
  | 'relevant'
  | 'constraint'
  | 'warning'
  | 'calculation'
  | 'default'
  | 'choice_filter'

/** A field as an author writes it: only what differs from the usual. `required: true` is the expression `true()`. */
export type FieldInput = Pick<Field, 'name' | 'type' | 'label'> &
  Partial<Omit<Field, 'name' | 'type' | 'label' | 'fields' | 'data' | ExpressionKey>> &
  Partial<Record<Exclude<ExpressionKey, 'required'>, string>> & {
    readonly required?: boolean | string
    /** Nothing is published unless it says so. */
    readonly data?: (Omit<PersonalData, 'publish'> & Partial<Pick<PersonalData, 'publish'>>) | null
    readonly fields?: readonly FieldInput[]
  }

export type SectionInput = Pick<Section, 'id' | 'title'> & Partial<Pick<Section, 'folded'>>

export type StateInput = Pick<State, 'code' | 'label' | 'color'> & Partial<Pick<State, 'draft' | 'locked'>>

export type TransitionInput = Pick<Transition, 'from' | 'to' | 'by'> &
  Partial<Pick<Transition, 'label' | 'related' | 'publishes'>> & {
    readonly guard?: string
    readonly guard_message?: Text
    readonly event?: string
  }

/** A calendar as an author writes it: a venue, details, meanings of states and minutes only where there are some. */
export type CalendarInput = Pick<Calendar, 'date' | 'start' | 'end' | 'place'> &
  Partial<Pick<Calendar, 'venue' | 'details' | 'minutes'>> & {
    readonly states?:
      | (Omit<NonNullable<Calendar['states']>, 'held'> & { readonly held?: readonly string[] })
      | null
  }

export type ReminderInput = Omit<Reminder, 'when' | 'awaitsMinutes'> & {
  readonly when?: string
  readonly awaitsMinutes?: boolean
}

/** A plan as an author writes it. */
export type PlanInput = Pick<Plan, 'series' | 'titles' | 'order' | 'columns'> &
  Partial<Pick<Plan, 'held' | 'criteria' | 'rhythm'>>

/** A publication as an author writes it. */
export type PublicationInput = Pick<Publication, 'states' | 'field'> & Partial<Pick<Publication, 'reread'>>

export type FormInput = Pick<Form, 'id' | 'title' | 'description' | 'prefix' | 'sheet' | 'titleField'> &
  Partial<
    Pick<
      Form,
      | 'submit'
      | 'purposes'
      | 'attendance'
      | 'minutes'
      | 'glossary'
      | 'document'
      | 'map'
      | 'directory'
      | 'census'
      | 'campaign'
      | 'likeness'
      | 'advocacy'
      | 'library'
      | 'order'
      | 'seeds'
    >
  > & {
    readonly sections?: readonly SectionInput[]
    readonly publication?: PublicationInput | null
    readonly plan?: PlanInput | null
    readonly calendar?: CalendarInput | null
    readonly reminders?: readonly ReminderInput[]
    readonly fields: readonly FieldInput[]
    readonly workflow: {
      readonly initial: string
      readonly states: readonly StateInput[]
      readonly transitions: readonly TransitionInput[]
    }
  }
