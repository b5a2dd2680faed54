import type { Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv, Context } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import { problem } from '../../problem.ts'
import { type Invited, invitedBy, isOwn } from '../../record/campaign/index.ts'
import { keyOpens, linkOpenedBy, type StoredRecord } from '../../record/index.ts'
import { findByReference } from '../../store/records.ts'

export type Opened = {
  readonly form: Form
  readonly record: StoredRecord
  /** What a decision about it needs; its actor is the holder of the personal link, if that is how it was opened. */
  readonly context: Context
  /** The path of the record's page, with the key it was opened with. */
  readonly path: string
  /** The path of its receipt; null for a coordinator and for the holder of a personal link. */
  readonly receipt: string | null
  /** The member that a campaign asks, if that is how it was opened. */
  readonly invited: Invited | null
  /** The path of the page from which it came, or null. */
  readonly campaign: string | null
}

/**
 * The record a link opens: by its key, by that of a personal link to write it, by that of a member whom a campaign asks
 * and whose record it is, or because a coordinator asks. A wrong key and a reference of nothing get the same answer, so
 * that the answer tells nothing. Under /coordination, which Cloudflare Access protects as a whole, it
 * opens for coordinators alone.
 * @throws problem 'not-signed-in', 'not-allowed', 'not-found', 'erased'
 */
export async function openRecord(c: HonoContext<AppEnv>): Promise<Opened> {
  const { context } = c.var
  const inConsole = c.req.path.startsWith('/coordination/')
  if (inConsole) requireCoordinator(c)
  const key = c.req.query('cle') ?? ''
  const record = await findByReference(context.db, context.catalogue, c.req.param('reference') ?? '')
  const form = record && findForm(context.catalogue, record.form)
  if (!record || !form) throw problem('not-found')
  const owns = !inConsole && key !== '' && (await keyOpens(context.db, record.id, key))
  const link = owns || inConsole ? null : await linkOpenedBy(context, record.id, key)
  const writes = link?.scope === 'write'
  const invited = owns || writes || inConsole ? null : await invitedBy(context, key)
  const asked = invited !== null && isOwn(invited, form, record) ? invited : null
  if (!owns && !writes && asked === null && context.actor.role !== 'coordinator') throw problem('not-found')
  if (record.erasedAt !== null) throw problem('erased')
  const path = `${inConsole ? '/coordination' : ''}/fiches/${record.reference}`
  const query = owns || writes || asked !== null ? `?cle=${encodeURIComponent(key)}` : ''
  // In the history a person's name stands nowhere but beside their link, which goes with the record's content.
  const holder = writes ? ({ role: 'member', name: link.id, source: 'page' } as const) : null
  return {
    form,
    record,
    context: asked?.context ?? (holder === null ? context : { ...context, actor: holder }),
    path: path + query,
    receipt: owns ? `${path}/recu${query}` : null,
    invited: asked,
    campaign: asked === null ? null : `/campagnes/${asked.campaign.record.reference}${query}`,
  }
}
