import { expressionRules } from './check-field.ts'
import { eventType } from './check-workflow.ts'
import type { Form, Reminder } from './definition/index.ts'
import { faultOf } from './fault.ts'
import { type PlacedField, placeOf } from './fields.ts'
import { templateNames } from './template.ts'

/** Further ahead or behind than that, a reminder is a slip of the pen. */
const mostDays = 366

/**
 * Checks that a reminder can be due, and that it tells only what a mailing list may read: nothing personal, nothing of
 * the coordination's, and no reference, which may be the name of a person.
 * @throws Error naming the form, the reminder and the reason
 */
export function checkReminder(form: Form, reminder: Reminder): void {
  const { event, date, days, states, when, awaitsMinutes, subject, text } = reminder
  const refuse = (reason: string): never => {
    throw faultOf(form.id, `reminder "${event}"`, reason)
  }
  if (!eventType.test(event)) refuse(`"${event}" is not an event type`)
  const dated = placeOf(form, date)
  if (!dated || !['date', 'partial_date'].includes(dated.field.type)) refuse(`"${date}" is not a date`)
  if (days.length === 0 || new Set(days).size < days.length) refuse('days must be given, each once')
  const wrong = days.find((day) => !Number.isInteger(day) || Math.abs(day) > mostDays)
  if (wrong !== undefined) refuse(`${wrong} is not a number of days`)
  if (states.length === 0) refuse('it is due in no state')
  const unknown = states.find((code) => !form.workflow.states.some((state) => state.code === code))
  if (unknown !== undefined) refuse(`the state "${unknown}" is unknown`)
  const fault = when && expressionRules(form, 'when', when).find(({ broken }) => broken)
  if (fault) refuse(fault.reason)
  if (awaitsMinutes && (!form.calendar?.minutes || form.calendar.date !== date))
    refuse('minutes are awaited from the date of a calendar that says where they are')
  const names = [subject.fr, subject.en, text.fr, text.en].flatMap(templateNames)
  const { repeat = null } = dated ?? {}
  const tells = (name: string) => name !== date && placeOf(form, name)?.repeat === repeat
  if (repeat !== null && !templateNames(subject.fr).some(tells))
    refuse('its subject does not say which row it is about')
  for (const name of names) {
    const reason = untellable(placeOf(form, name), repeat)
    if (reason !== null) refuse(`it shows "${name}", which ${reason}`)
  }
}

/** Why a field cannot be shown in a reminder about a row of `repeat`, or about the record itself; null when it can. */
function untellable(place: PlacedField | undefined, repeat: PlacedField['repeat']): string | null {
  if (!place) return 'is not a field of the form'
  if (place.repeat !== null && place.repeat !== repeat) return 'is a field of other rows'
  if (place.field.type === 'repeat') return 'is a repeat'
  if (place.field.type === 'reference') return 'may be the name of a person'
  if (place.field.data !== null) return 'is personal'
  return place.field.visibility === 'coordination' ? 'is for the coordination alone' : null
}
