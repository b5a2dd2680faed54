import type { Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv, Context } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import { problem } from '../../problem.ts'
import { type Invited, invitedBy, isOwn } from '../../record/campaign/index.ts'
import { linkOpenedBy, opensByEditLink, type StoredRecord } from '../../record/index.ts'
import { findByReference } from '../../store/records.ts'
import type { Entries } from '../entries.ts'
import { keyOf, opensNothing, withKey } from './held-key.ts'

export type Opened = {
  readonly form: Form
  readonly record: StoredRecord
  /** What a decision about it needs; its actor is the holder of the personal link, if that is how it was opened. */
  readonly context: Context
  /** The key it was opened with; '' for a coordinator. */
  readonly key: string
  /** The path of the record's page, for whoever opened it to go on to. */
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
 * @param entries what the form that is sent says
 * @throws problem 'not-signed-in', 'not-allowed', 'not-found', 'erased'
 */
export async function openRecord(c: HonoContext<AppEnv>, entries: Entries = []): Promise<Opened> {
  const { context } = c.var
  const inConsole = c.req.path.startsWith('/coordination/')
  if (inConsole) requireCoordinator(c)
  const key = keyOf(c, entries)
  const record = await findByReference(context.db, context.catalogue, c.req.param('reference') ?? '')
  const form = record && findForm(context.catalogue, record.form)
  if (!record || !form) throw opensNothing()
  const owns = !inConsole && key !== '' && (await opensByEditLink(context, record, key))
  const link = owns || inConsole ? null : await linkOpenedBy(context, record.id, key)
  const writes = link?.scope === 'write'
  const invited = owns || writes || inConsole ? null : await invitedBy(context, key)
  const asked = invited !== null && isOwn(invited, form, record) ? invited : null
  if (!owns && !writes && asked === null && context.actor.role !== 'coordinator') throw opensNothing()
  if (record.erasedAt !== null) throw problem('erased')
  const path = `${inConsole ? '/coordination' : ''}/fiches/${record.reference}`
  const used = owns || writes || asked !== null ? key : ''
  // In the history a person's name stands nowhere but beside their link, which goes with the record's content.
  const holder = writes ? ({ role: 'member', name: link.id, source: 'page' } as const) : null
  return {
    form,
    record,
    context: asked?.context ?? (holder === null ? context : { ...context, actor: holder }),
    key: used,
    path: withKey(c, path, used),
    receipt: owns ? withKey(c, `${path}/recu`, used) : null,
    invited: asked,
    campaign: asked === null ? null : withKey(c, `/campagnes/${asked.campaign.record.reference}`, used),
  }
}
