import type { Context } from '../../context.ts'
import { findInvitations, type Invitation } from '../../store/invitations.ts'
import { allRecords } from '../../store/records.ts'
import { type Standing, standingOf } from './cycle.ts'
import { answeringOf, type Campaign, campaignOf } from './layout.ts'

/** Where one member stands in one campaign. */
export type MemberStanding = {
  readonly campaign: Campaign
  readonly invitation: Invitation
  readonly standing: Standing
  /** Whether it is the last time this member was asked to fill in this form. */
  readonly newest: boolean
}

/** Where everybody stands in every campaign: one query a form of campaigns, and one a form that is asked. */
export async function everyStanding(
  context: Pick<Context, 'db' | 'catalogue' | 'now'>,
): Promise<readonly MemberStanding[]> {
  const { db, catalogue, now } = context
  const forms = catalogue.forms.filter(({ campaign }) => campaign !== null)
  const records = (await Promise.all(forms.map((form) => allRecords(db, form)))).flat()
  const campaigns = records.flatMap((record) => campaignOf(context, record) ?? [])
  const byAsked = [...Map.groupBy(campaigns, ({ asked }) => asked.id).values()]
  const all = await Promise.all(
    byAsked.map(async (group) => {
      const [first] = group
      if (!first) return []
      const ids = group.map(({ record }) => record.id)
      const invitations = await findInvitations(db, ids, answeringOf(first))
      // They come campaign by campaign: of two of the same moment the later campaign's is the newest.
      const newest = new Map(
        invitations.toSorted((one, other) => one.invitedAt - other.invitedAt).map((one) => [one.member, one]),
      )
      return invitations.flatMap((invitation): readonly MemberStanding[] => {
        const campaign = group.find(({ record }) => record.id === invitation.campaign)
        if (!campaign) return []
        const standing = standingOf(invitation, campaign.asked.census.months, now)
        return [{ campaign, invitation, standing, newest: newest.get(invitation.member) === invitation }]
      })
    }),
  )
  return all.flat()
}
