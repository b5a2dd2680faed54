import { env } from 'cloudflare:workers'
import { catalogue } from '../../forms/index.ts'
import { auditFrom } from '../../src/audit/audit.ts'
import { noteDailyHead, sealEvents } from '../../src/audit/seal.ts'
import { beginning, type Fault } from '../../src/audit/verify.ts'
import { findForm } from '../../src/form/index.ts'
import { accept, erase, note, type StoredRecord, transition } from '../../src/record/index.ts'
import { findRecord } from '../../src/store/records.ts'
import { contextAt } from '../support/context.ts'
import { emptied } from '../support/emptied.ts'
import { projectSheet } from '../support/samples.ts'

/** Monday 24 September 2018 at 10:00, in Dakar. */
export const now = Date.UTC(2018, 8, 24, 10)
export const context = contextAt(now)

const found = findForm(catalogue, 'fiche-projet')
if (!found) throw new Error('the project sheet is missing')
export const form = found

/** Seals everything there is, in as many runs as it takes. */
export async function sealAll(at = now): Promise<void> {
  while ((await sealEvents(env.DB, at)) > 0);
}

/** A whole verification, in stretches of `limit`. */
export async function faults(limit = 1000, at = now): Promise<readonly Fault[]> {
  let from = beginning
  const all: Fault[] = []
  for (;;) {
    const audit = await auditFrom(env.DB, from, limit, at)
    all.push(...audit.faults)
    if (audit.isWhole) return all
    from = audit.reached
  }
}

export async function recordOf(id: string): Promise<StoredRecord> {
  const record = await findRecord(env.DB, catalogue, id)
  if (!record) throw new Error(id)
  return record
}

export async function accepted(changes: object = {}): Promise<StoredRecord> {
  const id = crypto.randomUUID()
  await accept(context, form, { id, answers: { ...projectSheet, ...changes }, locale: 'fr' })
  return recordOf(id)
}

/** A phone number typed into the sheet where none may be. */
export const typedNumber = '77 123 45 67'

/** Five events on two records, the first record erased: 1, 2 and 3 are blanked, 5 is the erasure; all sealed, head noted. */
export async function sealedLog(): Promise<{ readonly erased: string; readonly kept: string }> {
  await emptied('records', 'events', 'seals', 'erasures', 'daily_heads', 'sheet_due')
  const one = await accepted({ projet_titre: 'Secret de fabrication' })
  const sent = await transition(context, form, one, { to: 'a_verifier', note: 'à rappeler' })
  await note(context, form, sent, [
    {
      type: 'sheet.refused',
      row: one.reference,
      column: 'Année',
      sheet: typedNumber,
      record: '2018',
      reason: 'Écrivez une année.',
    },
  ])
  const other = await accepted()
  await sealAll()
  await erase(context, form, await recordOf(one.id))
  await sealAll()
  await noteDailyHead(env.DB, now)
  return { erased: one.id, kept: other.id }
}
