import type { Context } from '../../context.ts'
import { findInvitations, type Invitation } from '../../store/invitations.ts'
import { allRecords } from '../../store/records.ts'
import { type Standing, standingOf } from './cycle.ts'
import { answeringOf, type Campaign, campaignOf, isOpen } from './layout.ts'

type Reading = Pick<Context, 'db' | 'catalogue' | 'now'>

/** Where one member stands in one campaign. */
export type MemberStanding = {
  readonly campaign: Campaign
  readonly invitation: Invitation
  readonly standing: Standing
  /** Whether it is the last time this member was asked to fill in this form. */
  readonly newest: boolean
}

/** Where everybody stands in every campaign: one query a form of campaigns, and one a form that is asked. */
export async function everyStanding(context: Reading): Promise<readonly MemberStanding[]> {
  const campaigns = await allCampaigns(context)
  const invitations = await invitationsByForm(context, campaigns)
  return invitations.flatMap((asked) => {
    // They come campaign by campaign: of two of the same moment the later campaign's is the newest.
    const newest = new Map(
      asked.toSorted((one, other) => one.invitedAt - other.invitedAt).map((one) => [one.member, one]),
    )
    return asked.flatMap((invitation): readonly MemberStanding[] => {
      const campaign = campaigns.find(({ record }) => record.id === invitation.campaign)
      if (!campaign) return []
      const standing = standingOf(invitation, campaign.asked.census.months, context.now)
      return [{ campaign, invitation, standing, newest: newest.get(invitation.member) === invitation }]
    })
  })
}

/** An open campaign, and where those stand that it asked, by name. */
export type OpenCampaign = {
  readonly campaign: Campaign
  readonly members: readonly (Invitation & Standing)[]
}

/** The open campaigns as of the context's moment, by number: as many queries as `everyStanding`. */
export async function openCampaigns(context: Reading): Promise<readonly OpenCampaign[]> {
  const campaigns = (await allCampaigns(context)).filter(isOpen)
  const invitations = (await invitationsByForm(context, campaigns)).flat()
  return campaigns.map((campaign) => ({
    campaign,
    members: invitations
      .filter((invitation) => invitation.campaign === campaign.record.id)
      .map((invitation) => ({
        ...invitation,
        ...standingOf(invitation, campaign.asked.census.months, context.now),
      })),
  }))
}

async function allCampaigns(context: Reading): Promise<readonly Campaign[]> {
  const { db, catalogue } = context
  const forms = catalogue.forms.filter(({ campaign }) => campaign !== null)
  const records = (await Promise.all(forms.map((form) => allRecords(db, form)))).flat()
  return records.flatMap((record) => campaignOf(context, record) ?? [])
}

/** Who was asked in these campaigns, for each form that is asked. */
function invitationsByForm(
  { db }: Reading,
  campaigns: readonly Campaign[],
): Promise<readonly (readonly Invitation[])[]> {
  const byAsked = [...Map.groupBy(campaigns, ({ asked }) => asked.id).values()]
  return Promise.all(
    byAsked.flatMap((group) => {
      const [first] = group
      const ids = group.map(({ record }) => record.id)
      return first ? [findInvitations(db, ids, answeringOf(first))] : []
    }),
  )
}
