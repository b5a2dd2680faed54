import type { Context } from '../../context.ts'
import type { Invitation } from '../../store/invitations.ts'
import { linkKey } from '../link.ts'
import { referenceOf } from '../reference.ts'
import { type Standing, standingOf } from './cycle.ts'
import { invitationsOf } from './invite.ts'
import type { Campaign } from './layout.ts'

/** A member that was asked, as a coordinator sees it. */
export type AskedMember = Invitation &
  Standing & {
    /** In the directory. */
    readonly reference: string
    /** The address of its personal link; null once it was ended or expired. */
    readonly address: string | null
  }

/** Who was asked in a campaign, by name. */
export async function membersAsked(context: Context, campaign: Campaign): Promise<readonly AskedMember[]> {
  const { asked, directory, record } = campaign
  const invitations = await invitationsOf(context, campaign)
  return Promise.all(
    invitations.map(async (invitation) => {
      const address = new URL(`/campagnes/${record.reference}`, context.site)
      address.searchParams.set('cle', await linkKey(context, { id: invitation.link }))
      return {
        ...invitation,
        ...standingOf(invitation, asked.census.months, context.now),
        reference: referenceOf(directory.prefix, invitation.number),
        address: isLive(invitation, context.now) ? address.href : null,
      }
    }),
  )
}

const isLive = ({ linkExpiresAt, linkRevokedAt }: Invitation, now: number): boolean =>
  linkRevokedAt === null && linkExpiresAt > now
