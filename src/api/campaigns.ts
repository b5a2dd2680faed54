import { Hono } from 'hono'
import { requireCoordinator } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import { problem } from '../problem.ts'
import { campaignOf, membersAsked } from '../record/campaign/index.ts'
import { findByReference } from '../store/records.ts'

/**
 * Who was asked in a campaign, with the personal link and the addresses of each: what a mailing tool asks for when an
 * event tells it who is to be written to. Who may call: coordinators and their service tokens.
 */
export const campaignRoutes = new Hono<AppEnv>().get('/campaigns/:reference/invitations', async (c) => {
  requireCoordinator(c)
  const { context } = c.var
  const record = await findByReference(context.db, context.catalogue, c.req.param('reference'))
  const campaign = record && campaignOf(context, record)
  if (!campaign) throw problem('not-found')
  const members = await membersAsked(context, campaign)
  return c.json(
    {
      invitations: members.map(
        ({ reference, name, networks, addresses, state, records, address, ...times }) => ({
          member: { reference, name, networks },
          addresses,
          link: address,
          state,
          records,
          invitedAt: iso(times.invitedAt),
          openedAt: iso(times.openedAt),
          answeredAt: iso(times.answeredAt),
        }),
      ),
    },
    200,
    { 'cache-control': 'no-store' },
  )
})

const iso = (moment: number | null): string | null =>
  moment === null ? null : new Date(moment).toISOString()
