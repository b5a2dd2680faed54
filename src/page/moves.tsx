import type { Form, Transition } from '../form/definition/index.ts'
import { allowedTransitions, stateOf } from '../form/index.ts'
import type { Locale } from '../form/text.ts'
import type { StoredRecord } from '../record/index.ts'
import { word } from './words.ts'

const prefix = 'move:'

/** What a form's button sends to have its answers kept and the record moved to a state. */
export const moveAction = (state: string): string => prefix + state

/** The state a button of the form asked for, or null. */
export const movedTo = (action: string): string | null =>
  action.startsWith(prefix) ? action.slice(prefix.length) : null

/** What the button of a transition says. */
export const moveLabel = (form: Form, { to, label }: Transition, locale: Locale): string =>
  label?.[locale] ?? word(locale, 'moveTo', { state: stateOf(form, to).label[locale] })

/** What the button says that moves a record from one state to another. */
export function labelOfMove(form: Form, from: string, to: string, locale: Locale): string {
  const transition = form.workflow.transitions.find((one) => one.to === to && one.from.includes(from))
  return transition ? moveLabel(form, transition, locale) : stateOf(form, to).label[locale]
}

/** The states a coordinator may move the record to now, one button each, with a note for its history. */
export function Moves({ form, record, locale }: { form: Form; record: StoredRecord; locale: Locale }) {
  const transitions = allowedTransitions(form, record.status, 'coordinator')
  if (transitions.length === 0) return null
  return (
    <form method="post" action={`/coordination/fiches/${record.reference}/statut`} class="moves">
      <h2>{word(locale, 'moves')}</h2>
      <label for="page-note">{word(locale, 'moveNote')}</label>
      <input type="text" id="page-note" name="note" maxlength={2000} autocomplete="off" />
      <div class="actions">
        {transitions.map((transition) => (
          <button type="submit" name="to" value={transition.to} class="second">
            {moveLabel(form, transition, locale)}
          </button>
        ))}
      </div>
    </form>
  )
}
