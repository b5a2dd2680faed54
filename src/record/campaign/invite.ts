import type { Context } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { insertDeliveries } from '../../store/deliveries.ts'
import { findInvitations, type Invitation } from '../../store/invitations.ts'
import { allRecords } from '../../store/records.ts'
import { insertFirstEvent } from '../../store/write-events.ts'
import {
  insertInvitations,
  type NewInvitation,
  replaceInvitationLink,
} from '../../store/write-invitations.ts'
import { sha256 } from '../digest.ts'
import { eventOf } from '../event.ts'
import { linkKey, newLink } from '../link.ts'
import type { StoredRecord } from '../record.ts'
import { answeringOf, type Campaign, campaignOf } from './layout.ts'

/** The members of the campaign's networks that the directory counts, by number. */
export async function membersOf({ db }: Context, { form, record, directory }: Campaign) {
  const { networks, current } = directory.directory
  const asked = (record.answers[form.campaign.networks] ?? []) as readonly string[]
  return (await allRecords(db, directory)).filter(({ status, answers }) => {
    const theirs = (answers[networks] ?? []) as readonly string[]
    return current.includes(status) && theirs.some((network) => asked.includes(network))
  })
}

/** The statements that ask every member, with a personal link each, when a campaign opens. */
export async function openCampaign(
  context: Context,
  form: Form,
  record: StoredRecord,
  to: string,
): Promise<(event: string) => readonly D1PreparedStatement[]> {
  const campaign = form.campaign?.open.includes(to) ? campaignOf(context, record) : null
  if (campaign === null) return () => []
  const invitations = await newInvitations(context, campaign, await membersOf(context, campaign))
  return (event) => insertInvitations(context.db, record.id, invitations, context.now, event)
}

/** Asks the members that joined the directory since. @returns how many they are */
export async function inviteNewcomers(context: Context, campaign: Campaign): Promise<number> {
  const [members, present] = await Promise.all([
    membersOf(context, campaign),
    invitationsOf(context, campaign),
  ])
  const newcomers = members.filter(({ id }) => !present.some(({ member }) => member === id))
  if (newcomers.length === 0) return 0
  const invitations = await newInvitations(context, campaign, newcomers)
  await context.db.batch([
    ...insertInvitations(context.db, campaign.record.id, invitations, context.now, null),
  ])
  return newcomers.length
}

/** Who was asked in a campaign, by name. */
export const invitationsOf = ({ db }: Context, campaign: Campaign): Promise<readonly Invitation[]> =>
  findInvitations(db, [campaign.record.id], answeringOf(campaign))

const newInvitations = (context: Context, { record }: Campaign, members: readonly StoredRecord[]) =>
  Promise.all(members.map((member) => newInvitation(context, record, member.id, member.reference)))

async function newInvitation(
  context: Context,
  campaign: StoredRecord,
  member: string,
  reference: string,
): Promise<NewInvitation> {
  const link = newLink(context, campaign.id, 'answer', reference)
  return {
    member,
    link: link.id,
    holder: link.holder,
    digest: await sha256(await linkKey(context, link)),
    expiresAt: link.expiresAt,
  }
}

/** Gives a member another link, for instance because the first one fell into the wrong hands. */
export async function replaceInvitation(
  context: Context,
  { form, record }: Campaign,
  { member, link, reference }: Pick<Invitation, 'member' | 'link'> & { readonly reference: string },
): Promise<void> {
  const { member: _, ...next } = await newInvitation(context, record, member, reference)
  const { db, now } = context
  const event = eventOf(context, form, record, { type: 'link.renewed', scope: 'answer' })
  const [given, ...further] = replaceInvitationLink(db, record.id, link, next, now)
  await db.batch([
    given,
    insertFirstEvent(db, record.id, form.prefix, event),
    ...further,
    insertDeliveries(db, event.id, now),
  ])
  context.wake()
}
