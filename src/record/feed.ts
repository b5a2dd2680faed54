import type { Context } from '../context.ts'
import type { Answer, Answers, Row } from '../form/answers.ts'
import type { Feed, Form } from '../form/definition/index.ts'
import { findForm, rowsOf } from '../form/index.ts'
import { isProblem } from '../problem.ts'
import { findRecord } from '../store/records.ts'
import { accept } from './accept.ts'
import { revise } from './change.ts'
import { canonicalJson, derivedUuid } from './digest.ts'
import type { VersionContent } from './publish.ts'
import type { StoredRecord } from './record.ts'
import { fillTemplate, paragraphsOf } from './template.ts'

/**
 * The versions of a record: the newest, and those before it of which one may have been brought last. Several of them
 * when a correction came before the one before it was brought, or while it was.
 */
export type Versions = { readonly newest: VersionContent; readonly earlier: readonly VersionContent[] }

/**
 * Brings what a version says to the form that it feeds, as one record for all versions. What somebody changed there
 * since stays as they changed it, and once the record left its first state nothing is changed any more. Doing it again
 * changes nothing.
 */
export async function feed(
  context: Context,
  form: Form,
  record: StoredRecord,
  one: Feed,
  { newest, earlier }: Versions,
): Promise<void> {
  const target = findForm(context.catalogue, one.form)
  if (!target) return
  const after = fedBy(context, form, one, newest)
  const id = await fedId(one, record.id)
  const present = await findRecord(context.db, context.catalogue, id)
  try {
    if (present === null) {
      if (after !== null) await accept(context, target, { id, answers: after, locale: record.locale })
      return
    }
    if (present.erasedAt !== null || present.status !== target.workflow.initial) return
    const bases = earlier.map((version) => fedBy(context, form, one, version) ?? {})
    const answers = merged(one, newest.reference, present.answers, bases, after ?? {})
    await revise(context, target, present, { answers, revision: present.revision })
  } catch (cause) {
    // What the target's own rules refuse would be refused again each minute: it is in the log, and in the minutes.
    if (!isProblem(cause) || cause.code !== 'invalid') throw cause
    console.error(`${record.reference} does not feed ${one.form}: ${JSON.stringify(cause.errors)}`)
  }
}

const fedId = ({ form, field }: Feed, record: string): Promise<string> =>
  derivedUuid(`${form} fed by ${field} of ${record}`)

/** The ids of the records that a record of this form feeds, whether or not they are there. */
export const fedIds = (form: Form, record: string): Promise<readonly string[]> =>
  Promise.all((form.minutes?.feeds ?? []).map((one) => fedId(one, record)))

/** What this version gives; null when it says nothing of the kind. */
function fedBy(
  { catalogue }: Context,
  form: Form,
  { field, answers, rows }: Feed,
  version: VersionContent,
): Answers | null {
  const text = version.answers[field]
  if (typeof text !== 'string') return null
  const filled = Object.entries(answers).flatMap(([name, template]): readonly [string, Answer][] => {
    const answer = fillTemplate(catalogue, form, version, template)
    return answer === undefined ? [] : [[name, answer]]
  })
  const made =
    rows === null
      ? {}
      : {
          [rows.repeat]: paragraphsOf(text).map((paragraph) => ({
            [rows.text]: paragraph,
            [rows.source]: version.reference,
          })),
        }
  return { ...Object.fromEntries(filled), ...made }
}

/** Three-way: what is as an earlier version gave it becomes what this one gives; all else stays. */
function merged(
  { answers: templates, rows }: Feed,
  reference: string,
  present: Answers,
  bases: readonly Answers[],
  after: Answers,
): Answers {
  const isUntouched = (now: unknown, given: (base: Answers) => unknown) =>
    bases.some((base) => canonicalJson(now ?? null) === canonicalJson(given(base) ?? null))
  const result: { [name: string]: Answer } = { ...present }
  for (const name of Object.keys(templates)) {
    const answer = after[name]
    if (answer !== undefined && isUntouched(present[name], (base) => base[name])) result[name] = answer
  }
  if (rows === null) return result
  const cites = (row: Row) => row[rows.source] === reference
  const own = rowsOf(present, rows.repeat).filter(cites)
  const others = rowsOf(present, rows.repeat).filter((row) => !cites(row))
  if (isUntouched(own, (base) => rowsOf(base, rows.repeat)))
    result[rows.repeat] = [...others, ...rowsOf(after, rows.repeat)] as Answer
  return result
}
