import type { Context } from '../../context.ts'
import type { Answers } from '../../form/answers.ts'
import type { Form } from '../../form/definition/index.ts'
import { pointerOf, rowsOf } from '../../form/index.ts'
import { problem } from '../../problem.ts'
import { insertDeliveriesOf } from '../../store/deliveries.ts'
import { existingEvents } from '../../store/events.ts'
import { findInvited } from '../../store/invitations.ts'
import { findRecord } from '../../store/records.ts'
import { allReferring } from '../../store/referring.ts'
import { insertNotes } from '../../store/write-events.ts'
import { markOpened } from '../../store/write-invitations.ts'
import { revise } from '../change.ts'
import { sha256 } from '../digest.ts'
import { eventOf } from '../event.ts'
import type { StoredRecord } from '../record.ts'
import { type Campaign, type CensusForm, campaignOf } from './layout.ts'

/** A member that came by its personal link. */
export type Invited = {
  readonly campaign: Campaign
  readonly member: StoredRecord
  readonly link: string
  /** What it does is done by it: its name in the history is its link's. */
  readonly context: Context
}

/** Who this key invites, or null: a wrong key, a link that was replaced, a member or a campaign that was erased. */
export async function invitedBy(context: Context, key: string): Promise<Invited | null> {
  const found = key === '' ? null : await findInvited(context.db, await sha256(key), context.now)
  if (found === null) return null
  const [record, member] = await Promise.all([
    findRecord(context.db, context.catalogue, found.campaign),
    findRecord(context.db, context.catalogue, found.member),
  ])
  const campaign = record && campaignOf(context, record)
  if (!campaign || !member || member.erasedAt !== null) return null
  const actor = { role: 'member', name: found.link, source: 'page' } as const
  return { campaign, member, link: found.link, context: { ...context, actor } }
}

/** The member's own records of the form that is asked, in the states in which it is asked about them, by number. */
export async function recordsOfMember({
  context,
  campaign: { asked },
  member,
}: Invited): Promise<readonly StoredRecord[]> {
  const { db, catalogue } = context
  const { member: field, states } = asked.census
  const records = await allReferring(db, catalogue, asked.id, field, member.reference)
  return records.filter(({ status }) => states.includes(status))
}

/** Whether a record is one of the member's own. */
export const isOwn = ({ campaign: { asked }, member }: Invited, form: Form, record: StoredRecord): boolean =>
  form.id === asked.id && record.answers[asked.census.member] === member.reference

/** Whatever the member corrects of its own records, they stay its own. @throws problem 'invalid' */
export function refuseMoving(
  { campaign: { asked }, member }: Invited,
  answers: Readonly<Record<string, unknown>>,
): void {
  const field = asked.census.member
  if (answers[field] === member.reference) return
  throw problem('invalid', { errors: [{ pointer: pointerOf(field), message: notYours }] })
}

const notYours = {
  fr: 'Par ce lien, la fiche reste celle de votre organisation. Pour la confier à une autre, adressez-vous à la coordination.',
  en: 'By this link the record stays your organisation’s. To hand it over to another, write to the coordination.',
}

/** What a new record of the member starts with: what the directory knows already. */
export function prefilled({ campaign: { asked }, member }: Invited): Answers {
  const known = Object.entries(asked.census.prefill).flatMap(([name, from]) => {
    const answer = member.answers[from]
    return answer === undefined ? [] : [[name, answer] as const]
  })
  return { ...Object.fromEntries(known), [asked.census.member]: member.reference }
}

/** The member goes on from the page of its link. */
export async function goOn({ context, link }: Invited): Promise<void> {
  await markOpened(context.db, link, context.now).run()
}

/** The member says that these records of its own are still so: one event each, in one batch. */
export async function confirm(invited: Invited, records: readonly StoredRecord[]): Promise<void> {
  if (records.length === 0) throw problem('invalid')
  const { asked } = invited.campaign
  await say(
    invited,
    records.map((record) => ({ form: asked, record, happening: { type: 'record.confirmed' } })),
  )
}

/** The member says that it has nothing to report. */
export async function reportNothing(invited: Invited): Promise<void> {
  const { form, record } = invited.campaign
  const { reference, answers } = invited.member
  const name = String(answers[invited.campaign.directory.directory.name] ?? reference)
  const member = { reference, name }
  const happening = { type: 'campaign', event: 'campaign.answered', member, days: null } as const
  await say(invited, [{ form, record, happening }])
}

type Said = {
  readonly form: Form
  readonly record: StoredRecord
  readonly happening: Parameters<typeof eventOf>[3]
}

async function say(invited: Invited, said: readonly Said[]): Promise<void> {
  const { context, link } = invited
  await keep(
    context,
    said.map((one) => ({ ...one, id: `evt_${crypto.randomUUID()}` })),
  )
  await markOpened(context.db, link, context.now).run()
  context.wake()
}

/** What was said of a record that somebody changes in this very moment is said of it as it is then. */
async function keep(context: Context, said: readonly (Said & { readonly id: string })[]): Promise<void> {
  const { db, catalogue, now } = context
  const notes = said.map(({ form, record, happening, id }) => ({
    record: record.id,
    revision: record.revision,
    event: { ...eventOf(context, form, record, happening), id },
  }))
  const ids = said.map(({ id }) => id)
  const [written] = await db.batch([insertNotes(db, notes), insertDeliveriesOf(db, ids, now)])
  if (written?.meta.changes === notes.length) return
  const kept = await existingEvents(db, ids)
  const left = await Promise.all(
    said
      .filter(({ id }) => !kept.has(id))
      .map(async (one) => ({ ...one, record: await findRecord(db, catalogue, one.record.id) })),
  )
  const again = left.flatMap((one) =>
    one.record === null || one.record.erasedAt !== null ? [] : [{ ...one, record: one.record }],
  )
  if (again.length > 0) await keep(context, again)
}

function ended({ census }: CensusForm, answers: Answers): Answers {
  const { field, code, rows } = census.ended
  const over = rowsOf(answers, rows.repeat).map((row) =>
    rows.goesOn.includes(String(row[rows.field])) ? { ...row, [rows.field]: code } : row,
  )
  return { ...answers, [field]: code, ...(over.length > 0 && { [rows.repeat]: over }) }
}

/**
 * The member says that the work of a record is over: it stays, with that answer.
 * @throws problem 'invalid' when the record needs other corrections first, 'locked', 'revision-stale'
 */
export async function endWork(invited: Invited, record: StoredRecord): Promise<void> {
  const { campaign, context } = invited
  const answers = ended(campaign.asked, record.answers)
  const reached = await revise(context, campaign.asked, record, { answers, revision: record.revision })
  if (reached === record) await confirm(invited, [record])
  else await goOn(invited)
}
