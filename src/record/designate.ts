import type { Context } from '../context.ts'
import type { Answer, Answers } from '../form/answers.ts'
import type { Form, Minutes } from '../form/definition/index.ts'
import { type Issue, problem } from '../problem.ts'
import { linksOf, revokeLinks } from '../store/links.ts'
import { findRecord } from '../store/records.ts'
import { newestReferring } from '../store/referring.ts'
import { acceptDraft } from './accept.ts'
import { revise } from './change.ts'
import { derivedUuid } from './digest.ts'
import { keepLink, newLink } from './link.ts'
import type { StoredRecord } from './record.ts'
import { judgedAgain } from './write.ts'

/** Someone who writes the minutes: a name, and an organisation of the directory or any other name. */
export type Writer = { readonly name: string; readonly organisation: string }

export type MinutesForm = Form & { readonly minutes: Minutes }

/** The form that keeps the minutes of this form's meetings, or null. */
export function minutesFormOf({ catalogue }: Context, meetings: Form): MinutesForm | null {
  const found = catalogue.forms.find(({ fields, minutes }) => {
    const field = fields.find(({ name }) => name === minutes?.meeting)
    return field?.reference?.form === meetings.id
  })
  return found?.minutes ? { ...found, minutes: found.minutes } : null
}

/** The minutes of a meeting, begun or finished; null while nobody is designated. */
export const minutesOf = (
  { db, catalogue }: Context,
  form: MinutesForm,
  meeting: StoredRecord,
): Promise<StoredRecord | null> =>
  newestReferring(db, catalogue, form.id, form.minutes.meeting, meeting.reference)

/**
 * Designates who writes the minutes of a meeting: begins them as a draft, with what the meeting already says, and makes
 * a personal link for each. Designated again, those who stay keep their link and those who do not lose it.
 * @throws problem 'invalid' when they are too few, too many or the same, 'locked' once the draft was laid out
 */
export async function designate(
  context: Context,
  meetings: Form,
  meeting: StoredRecord,
  writers: readonly Writer[],
): Promise<StoredRecord> {
  const form = minutesFormOf(context, meetings)
  if (form === null) throw problem('not-found')
  refuseNumber(form, writers)
  const begun = await minutesOf(context, form, meeting)
  const rows = rowsFor(form, writers)
  if (begun === null) {
    const record = await begin(context, form, meeting, writers)
    // Begun by somebody else in this very moment: those designated last count.
    return record ?? designate(context, meetings, meeting, writers)
  }
  // Whoever writes in this very moment keeps what they write: only the names are changed, after it.
  const record = await judgedAgain(context, begun, async (present) => {
    if (present.status !== form.workflow.initial) throw problem('locked')
    const answers = { ...present.answers, [form.minutes.writers.repeat]: rows }
    return revise(context, form, present, { answers, revision: present.revision })
  })
  await renewLinks(context, record, writers)
  return record
}

async function begin(
  context: Context,
  form: MinutesForm,
  meeting: StoredRecord,
  writers: readonly Writer[],
): Promise<StoredRecord | null> {
  const { minutes } = form
  const taken = Object.entries(minutes.from).flatMap(([name, sources]): readonly [string, Answer][] => {
    const answer = sources.map((source) => meeting.answers[source]).find((one) => one !== undefined)
    return answer === undefined ? [] : [[name, answer]]
  })
  // A month is no date of minutes: the draft leaves it to its writers.
  const dated = taken.filter(([name, answer]) => name !== minutes.date || String(answer).length === 10)
  const answers: Answers = {
    ...Object.fromEntries(dated),
    [minutes.meeting]: meeting.reference,
    [minutes.writers.repeat]: rowsFor(form, writers),
  }
  const begunAs = async (id: string) => {
    const links = writers.map(({ name }) => newLink(context, id, 'write', name))
    return acceptDraft(context, form, { id, answers, locale: meeting.locale }, (event) =>
      Promise.all(links.map((link) => keepLink(context, link, event))),
    )
  }
  // The same id however often it is asked for: a double click begins one draft. Minutes that were erased, or taken for
  // another meeting, keep their id.
  const id = await derivedUuid(`minutes of ${meeting.id}`)
  const record = await begunAs(id)
  if (record !== null) return record
  const found = await findRecord(context.db, context.catalogue, id)
  const isOfMeeting = found?.erasedAt === null && found.answers[minutes.meeting] === meeting.reference
  return isOfMeeting ? null : begunAs(crypto.randomUUID())
}

/** Ends the links of those who are no longer designated and makes those that are missing. */
async function renewLinks(context: Context, record: StoredRecord, writers: readonly Writer[]): Promise<void> {
  const live = (await linksOf(context.db, record.id, context.now)).filter(({ scope }) => scope === 'write')
  const names = writers.map(({ name }) => name)
  const ended = live.filter(({ holder }) => !names.includes(holder))
  const missing = names.filter((name) => !live.some(({ holder }) => holder === name))
  const made = missing.map((name) => newLink(context, record.id, 'write', name))
  const statements = [
    revokeLinks(
      context.db,
      ended.map(({ id }) => id),
      context.now,
    ),
    ...(await Promise.all(made.map((link) => keepLink(context, link, null)))),
  ]
  await context.db.batch(statements)
}

function rowsFor({ minutes: { writers } }: MinutesForm, given: readonly Writer[]) {
  return given.map(({ name, organisation }) => ({
    [writers.name]: name,
    ...(organisation === '' ? {} : { [writers.organisation]: organisation }),
  }))
}

function refuseNumber(form: MinutesForm, writers: readonly Writer[]): void {
  const repeat = form.fields.find(({ name }) => name === form.minutes.writers.repeat)
  const [least, most] = [repeat?.minCount ?? 1, repeat?.maxCount ?? 2]
  if (writers.length >= least && writers.length <= most) return
  const issue: Issue = {
    pointer: '',
    message: {
      fr: `Désignez de ${least} à ${most} personnes (vous en avez désigné ${writers.length}).`,
      en: `Designate ${least} to ${most} people (you designated ${writers.length}).`,
    },
  }
  throw problem('invalid', { errors: [issue] })
}
