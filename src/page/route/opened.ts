import type { Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import type { Form } from '../../form/definition.ts'
import { findForm } from '../../form/index.ts'
import { problem } from '../../problem.ts'
import { keyOpens, type StoredRecord } from '../../record/index.ts'
import { findByReference } from '../../store/records.ts'

export type Opened = {
  readonly form: Form
  readonly record: StoredRecord
  /** The path of the record's page, with the key it was opened with. */
  readonly path: string
  /** The path of its receipt; null for a coordinator who came without the key. */
  readonly receipt: string | null
}

/**
 * The record a link opens: by its key, or because a coordinator asks. A wrong key and a reference of nothing get the
 * same answer, so that the answer tells nothing. Under /coordination, which Cloudflare Access protects as a whole, it
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
  const opens = !inConsole && key !== '' && (await keyOpens(context.db, record.id, key))
  if (!opens && context.actor.role !== 'coordinator') throw problem('not-found')
  if (record.erasedAt !== null) throw problem('erased')
  const path = `${inConsole ? '/coordination' : ''}/fiches/${record.reference}`
  const query = opens ? `?cle=${encodeURIComponent(key)}` : ''
  return { form, record, path: path + query, receipt: opens ? `${path}/recu${query}` : null }
}
