import type { Context } from '../context.ts'
import type { Answers } from '../form/answers.ts'
import type { Field, Form } from '../form/definition/index.ts'
import { findForm, placedFields, rowsOf, visibleAnswers } from '../form/index.ts'
import type { Text } from '../form/text.ts'
import { finderOf } from '../person/match.ts'
import { asksOfPerson } from '../person/take-out.ts'
import { type Known, type Warning, warningsIn } from '../person/warn.ts'
import { attendanceFormOf, attendeesOf } from './attendance.ts'
import { isPublished } from './published.ts'
import type { StoredRecord } from './record.ts'
import { parseReference } from './reference.ts'

/** A warning, and the question in whose answer it stands. */
export type PlacedWarning = Warning & { readonly label: Text }

/** Whether a move shows everyone what they could not see before, or freezes it as a version. */
export function publishes(form: Form, record: StoredRecord, to: string): boolean {
  const move = form.workflow.transitions.find(
    (one) => one.to === to && one.from.some((state) => state === record.status),
  )
  if (move?.publishes) return true
  return !isPublished(form, record) && isPublished(form, { ...record, status: to })
}

/** What everyone would read of a record that may tell more of a person than they agreed to. */
export async function warningsOf(
  context: Context,
  form: Form,
  record: StoredRecord,
): Promise<readonly PlacedWarning[]> {
  const known = await knownBy(context, form, record)
  return textsIn(context, form, visibleAnswers(form, record.answers, 'public')).flatMap(({ label, text }) =>
    warningsIn(text, known).map((warning) => ({ ...warning, label })),
  )
}

/**
 * Whether a correction shows everyone what nobody has read for it: a record that few could see, or a text that asks for
 * a second look by what stood in none before.
 */
export async function showsUnread(
  context: Context,
  form: Form,
  before: StoredRecord,
  after: StoredRecord,
): Promise<boolean> {
  if (!isPublished(form, after)) return false
  if (!isPublished(form, before)) return true
  const [read = [], shown = []] = [before, after].map(({ answers }) =>
    textsIn(context, form, visibleAnswers(form, answers, 'public')).map(({ text }) => text),
  )
  const fresh = shown.filter((text) => !read.includes(text))
  if (fresh.length === 0) return false
  const known = await knownBy(context, form, after)
  return fresh
    .flatMap((text) => warningsIn(text, known))
    .some((warning) => !read.some((text) => text.includes(warning.text)))
}

/**
 * Those who agreed to be named: who said so on the attendance list, and whoever the record shows as such; those who did
 * not: the others of the list, and the people of answers that not everyone may see.
 */
async function knownBy(context: Context, form: Form, { answers }: StoredRecord): Promise<Known> {
  const shown = visibleAnswers(form, answers, 'public')
  const published = peopleIn(form, shown)
  const people = peopleIn(form, answers).filter((name) => !published.includes(name))
  const list = await listOf(context, form, answers)
  const agreed = [...published, ...list.filter(({ consents }) => consents).map(({ name }) => name)]
  const others = [...people, ...list.filter(({ consents }) => !consents).map(({ name }) => name)]
  return { agreed: finderOfNames(agreed), others: finderOfNames(others) }
}

/** A word alone is a name of many. */
const finderOfNames = (names: readonly string[]) =>
  finderOf({ names: names.filter((name) => /\S\s+\S/.test(name)), emails: [], phones: [] })

async function listOf(context: Context, { minutes, fields }: Form, answers: Answers) {
  const field = fields.find(({ name }) => name === minutes?.meeting)
  const meeting = field && answers[field.name]
  const meetings = findForm(context.catalogue, field?.reference?.form ?? '')
  const lists = meetings && attendanceFormOf(context, meetings)
  return lists && meeting !== undefined ? attendeesOf(context, lists, String(meeting)) : []
}

type Placed = { readonly field: Field; readonly label: Text; readonly text: string }

/** The texts of these answers, each with its question. */
function textsOf(form: Form, answers: Answers): readonly Placed[] {
  return placedFields(form).flatMap(({ field, repeat }) => {
    const given =
      repeat === null ? [answers[field.name]] : rowsOf(answers, repeat.name).map((row) => row[field.name])
    const { label } = field
    return given
      .flatMap((answer) => (Array.isArray(answer) && field.type === 'list' ? answer : [answer]))
      .filter((text): text is string => typeof text === 'string')
      .map((text) => ({ field, label, text }))
  })
}

/** What people wrote freely: texts, lists, and names of nobody's record. */
const textsIn = ({ catalogue }: Context, form: Form, answers: Answers): readonly Placed[] =>
  textsOf(form, answers).filter(
    ({ field, text }) =>
      (!asksOfPerson(field) || field.type === 'reference') &&
      field.format === null &&
      (field.type === 'text' ||
        field.type === 'list' ||
        (field.reference?.free === true && parseReference(catalogue, text) === null)),
  )

const peopleIn = (form: Form, answers: Answers): readonly string[] =>
  textsOf(form, answers)
    .filter(({ field }) => asksOfPerson(field) && field.type === 'text' && field.format === null)
    .map(({ text }) => text)
