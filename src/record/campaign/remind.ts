import type { Context } from '../../context.ts'
import { findInvitations, type Invitation } from '../../store/invitations.ts'
import type { Note } from '../../store/write-events.ts'
import { emitOnce, mostAtOnce } from '../emit-once.ts'
import { derivedId, eventOf } from '../event.ts'
import type { CampaignEvent } from '../happening.ts'
import { referenceOf } from '../reference.ts'
import { dayDue, standingOf } from './cycle.ts'
import { answeringOf, type Campaign } from './layout.ts'
import { everyStanding } from './standings.ts'

/** What is to be said to a member, and what makes it be said once. */
type Word = {
  readonly campaign: Campaign
  readonly invitation: Invitation
  readonly event: CampaignEvent
  readonly days: number | null
  readonly once: readonly unknown[]
}

/**
 * Emits what is due to members: asks them, reminds them, and asks them again months after they answered; one event each,
 * once. Its webhooks say who is late and not by which link to answer: that is fetched by those who may.
 * @returns how many were emitted
 */
export async function remindMembers(context: Context): Promise<number> {
  const words = (await everyStanding(context)).flatMap(({ campaign, invitation, standing, newest }) => {
    const { form, record } = campaign
    // Months after an answer a member is asked by its newest link alone.
    if (standing.state === 'again' && !newest) return []
    const round = {
      open: form.campaign.open.includes(record.status),
      closing: String(record.answers[form.campaign.closing] ?? ''),
      reminders: form.campaign.reminders,
    }
    const days = dayDue(round, standing, context.now)
    if (days === null) return []
    const first = standing.state === 'again' ? 'campaign.renewal' : 'campaign.invitation'
    const event: CampaignEvent = days === 0 ? first : 'campaign.reminder'
    return [{ campaign, invitation, event, days, once: [invitation.link, standing.askedAt, days] }]
  })
  return emit(context, words)
}

/**
 * Reminds every member of a campaign from which an answer is awaited, because a person asks for it; once a day however
 * often it is asked for.
 * @returns how many were reminded
 */
export async function remindLate(context: Context, campaign: Campaign): Promise<number> {
  const today = new Date(context.now).toISOString().slice(0, 10)
  const invitations = await findInvitations(context.db, [campaign.record.id], answeringOf(campaign))
  const late = invitations.filter(
    (invitation) => standingOf(invitation, campaign.asked.census.months, context.now).askedAt !== null,
  )
  const words = late.map(
    (invitation): Word => ({
      campaign,
      invitation,
      event: 'campaign.reminder',
      days: null,
      once: [invitation.link, 'asked', today],
    }),
  )
  let emitted = 0
  for (let from = 0; from < words.length; from += mostAtOnce)
    emitted += await emit(context, words.slice(from, from + mostAtOnce))
  return emitted
}

async function emit(context: Context, words: readonly Word[]): Promise<number> {
  const named = await Promise.all(words.map(async (word) => ({ word, id: await derivedId(word.once) })))
  return emitOnce(
    context,
    named.map(({ word, id }) => ({ id, note: () => noteOf(context, word, id) })),
  )
}

function noteOf(context: Context, { campaign, invitation, event, days }: Word, id: string): Note {
  const { form, record, directory } = campaign
  const reference = referenceOf(directory.prefix, invitation.number)
  const happening = { type: 'campaign', event, member: { reference, name: invitation.name }, days } as const
  return {
    record: record.id,
    revision: record.revision,
    event: { ...eventOf(context, form, record, happening), id },
  }
}
