import type { Answers } from '../form/answers.ts'
import type { Catalogue, Form, Purpose } from '../form/definition/index.ts'
import { isPersonalAnswer } from '../form/personal-answer.ts'
import { pick } from '../form/pick.ts'
import type { StoredRecord } from '../record/record.ts'
import type { Settings } from '../record/settings.ts'
import { personalFields } from './fields.ts'
import { monthsOf } from './notice.ts'

/** What to look for: records of a form for which the time of a purpose is over. */
export type Sought = {
  readonly form: Form
  readonly purpose: Purpose
  /** Those that were accepted, or last changed, at this moment or before (milliseconds since 1970, UTC). */
  readonly before: number
  /** The names of the fields that go, of which one is answered at least; null: the whole record goes. */
  readonly fields: readonly string[] | null
}

/** What is over at a moment, whole records first: the definitions say it, the settings where they say otherwise. */
export const soughtAt = (catalogue: Catalogue, settings: Settings, now: number): readonly Sought[] =>
  catalogue.forms
    .flatMap((form) => form.purposes.map((purpose) => soughtFor(form, purpose, settings, now)))
    .toSorted((one, other) => Number(one.fields !== null) - Number(other.fields !== null))

function soughtFor(form: Form, purpose: Purpose, settings: Settings, now: number): Sought {
  const fields = personalFields(form).filter(({ field }) => field.data.purpose === purpose.id)
  return {
    form,
    purpose,
    before: monthsBefore(now, monthsOf(purpose, settings)),
    fields: purpose.retention.ends === 'record' ? null : fields.map(({ field }) => field.name),
  }
}

/** Whether the time of what is sought is over for this record. */
export function isDue({ form, purpose, before, fields }: Sought, record: StoredRecord): boolean {
  const { from, states } = purpose.retention
  const start = from === 'acceptance' ? record.createdAt : record.updatedAt
  return (
    record.form === form.id &&
    record.erasedAt === null &&
    start <= before &&
    (states === null || states.includes(record.status)) &&
    (fields === null || hasAnswers(form, record.answers, fields))
  )
}

const hasAnswers = (form: Form, answers: Answers, names: readonly string[]): boolean =>
  JSON.stringify(withoutAnswers(form, answers, names)) !==
  JSON.stringify(pick(form.fields, answers, () => true))

/** The answers without those to these personal fields, rows included. */
export const withoutAnswers = (form: Form, answers: Answers, names: readonly string[]): Answers =>
  pick(
    form.fields,
    answers,
    (field, among) => !names.includes(field.name) || !isPersonalAnswer(field, among[field.name]),
  )

/** The same moment so many calendar months earlier; the last day of a month that is too short for it. */
export function monthsBefore(now: number, months: number): number {
  const date = new Date(now)
  const first = new Date(now)
  first.setUTCDate(1)
  first.setUTCMonth(first.getUTCMonth() - months)
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date.getUTCDate(), last))
  return first.getTime()
}
