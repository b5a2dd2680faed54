import type { Context } from '../../context.ts'
import type { Answer, Answers, Row } from '../../form/answers.ts'
import type { Field } from '../../form/definition/index.ts'
import { allFields } from '../../form/names.ts'
import { comparable } from '../../form/similarity.ts'
import { isProblem, problem } from '../../problem.ts'
import { recordsNaming } from '../../store/referring.ts'
import { handOverInvitations } from '../../store/write-invitations.ts'
import type { DirectoryForm } from '../campaign/index.ts'
import { revise } from '../change.ts'
import type { StoredRecord } from '../record.ts'
import { transition } from '../transition.ts'
import { judgedAgain } from '../write.ts'
import { namesOfMember } from './names.ts'

/** Records that one click changes at most: the free plan allows 50 queries an invocation. */
const mostAtOnce = 8

export type Outcome = {
  /** How many records are still to be changed: it is to be asked for again. */
  readonly left: number
  /** The references of records that their own rules do not let be changed before they are corrected. */
  readonly stuck: readonly string[]
}

/**
 * Has every record that gives a name refer to the member it means, and keeps the name as one of the member's own. Every
 * record's history says what it gave before.
 */
export async function reconcile(
  context: Context,
  directory: DirectoryForm,
  name: string,
  member: StoredRecord,
): Promise<Outcome> {
  const outcome = await refer(context, directory, name, member)
  if (outcome.left === 0) await call(context, directory, member, [name])
  return outcome
}

/**
 * Makes one member of two: every record that refers to the one refers to the other from then on, which is called by its
 * names too and asked in its place; the one is retired, with a note of whom it became.
 * @throws problem 'invalid' when the directory does not count the member that is to be kept
 */
export async function unite(
  context: Context,
  directory: DirectoryForm,
  from: StoredRecord,
  into: StoredRecord,
): Promise<Outcome> {
  const { current, retired } = directory.directory
  if (!current.includes(into.status)) throw problem('invalid')
  const outcome = await refer(context, directory, from.reference, into)
  if (outcome.left > 0 || outcome.stuck.length > 0) return outcome
  await call(context, directory, into, namesOfMember(directory, from))
  await context.db.batch([...handOverInvitations(context.db, from.id, into)])
  // Asked for a second time, or retired before: there is nothing left to move.
  if (from.status !== retired)
    await transition(context, directory, from, { to: retired, note: `= ${into.reference}` })
  return outcome
}

/** Changes what refers to a member, by name or reference, to refer to another. */
async function refer(
  context: Context,
  directory: DirectoryForm,
  from: string,
  into: StoredRecord,
): Promise<Outcome> {
  const forms = context.catalogue.forms.filter((form) =>
    allFields(form).some(({ reference }) => reference?.form === directory.id),
  )
  const records = await recordsNaming(
    context.db,
    context.catalogue,
    forms.map(({ id }) => id),
    from,
  )
  const changed = records.flatMap((record) => {
    const form = forms.find(({ id }) => id === record.form)
    return form && replaced(form.fields, record.answers, directory.id, from, into.reference) !== null
      ? [{ form, record }]
      : []
  })
  const stuck: string[] = []
  let done = 0
  for (const { form, record } of changed) {
    if (done === mostAtOnce || stuck.length === mostAtOnce) break
    try {
      await judgedAgain(context, record, (present) => {
        const answers = replaced(form.fields, present.answers, directory.id, from, into.reference)
        return answers === null
          ? Promise.resolve(present)
          : revise(context, form, present, { answers, revision: present.revision })
      })
      done++
    } catch (cause) {
      // A record that no longer meets its form's rules must not keep the others back.
      if (!isProblem(cause) || cause.code !== 'invalid') throw cause
      stuck.push(record.reference)
    }
  }
  return { left: changed.length - done - stuck.length, stuck }
}

/** The answers with one reference in place of another, those of rows included; null when it is not in them. */
function replaced(
  fields: readonly Field[],
  answers: Answers | Row,
  directory: string,
  from: string,
  to: string,
): Answers | null {
  const changed = fields.flatMap((field): readonly (readonly [string, Answer])[] => {
    const answer = answers[field.name]
    if (answer === undefined) return []
    if (field.type === 'repeat') {
      const rows = (answer as readonly Row[]).map(
        (row) => replaced(field.fields, row, directory, from, to) ?? row,
      )
      return rows.some((row, index) => row !== (answer as readonly Row[])[index])
        ? [[field.name, rows as Answer]]
        : []
    }
    return field.reference?.form === directory && answer === from ? [[field.name, to]] : []
  })
  return changed.length === 0 ? null : ({ ...answers, ...Object.fromEntries(changed) } as Answers)
}

/** Keeps names that a member does not have yet among its other names. */
async function call(
  context: Context,
  directory: DirectoryForm,
  member: StoredRecord,
  names: readonly string[],
): Promise<void> {
  const { aliases } = directory.directory
  await judgedAgain(context, member, (present) => {
    const known = new Set(namesOfMember(directory, present).map(comparable))
    const fresh = names.filter((name) => !known.has(comparable(name)))
    const listed = (present.answers[aliases] ?? []) as readonly string[]
    const answers = { ...present.answers, [aliases]: [...listed, ...fresh] }
    return fresh.length === 0
      ? Promise.resolve(present)
      : revise(context, directory, present, { answers, revision: present.revision })
  })
}
