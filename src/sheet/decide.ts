import type { Context } from '../context.ts'
import { findForm } from '../form/index.ts'
import { problem } from '../problem.ts'
import { note, noteAll, type SheetHappening, type SheetSettled, type StoredRecord } from '../record/index.ts'
import type { StoredEvent } from '../store/events.ts'
import { findByReferences, findRecord } from '../store/records.ts'
import { decisionsAbout } from '../store/sheet-decisions.ts'
import { actOn } from './act.ts'
import { contestedCell, editTo, isSettable, type Side, standing, type Told, toldBy } from './contested.ts'
import type { Records } from './ports.ts'
import { recordsIn } from './records.ts'
import { recordReference } from './rows.ts'
import { wordsOf } from './words.ts'

/** What a decision came to; `reason` is French. */
export type Decision = { readonly kind: 'decided' } | { readonly kind: 'refused'; readonly reason: string }

const decided: Decision = { kind: 'decided' }

const noPlace =
  'La fiche n’a plus cette cellule, ou le site seul la remplit\u00a0: corrigez la fiche elle-même.'

/**
 * Gives a record the value of a side, of an edit that was refused or that overruled it: by the same rules as if it were
 * typed now. What stands already is left as it is, whatever the record has become. Decided before, it stays so.
 * @throws problem 'erased' when the record was, and nothing of the edit is left
 */
export async function decide(context: Context, event: StoredEvent, side: Side): Promise<Decision> {
  const about = await decisionsAbout(context.db, [event.id])
  if (about.has(event.id)) return decided
  const record = event.record === null ? null : await findRecord(context.db, context.catalogue, event.record)
  const told = toldBy(event)
  if (!record || record.erasedAt !== null || told === null) throw problem('erased')
  const settled = settledBy(event, told, side)
  const outcome =
    side === standing(event)
      ? await settle(context, record, settled)
      : await change(context, record, told, settled)
  switch (outcome.kind) {
    case 'decided':
      return outcome
    case 'overtaken':
      return decide(context, event, side)
    case 'refused': {
      // Of two clicks at once the second may be refused what the first has done.
      const now = await decisionsAbout(context.db, [event.id])
      return now.has(event.id) ? decided : outcome
    }
  }
}

/**
 * Leaves the records of these events as they are, whatever they have become, in one batch. What was decided already, or
 * whose record changes at this very moment, is left out.
 */
export async function leaveAll(context: Context, events: readonly StoredEvent[]): Promise<void> {
  const { db, catalogue } = context
  const toldOf = new Map(events.map((event) => [event, toldBy(event)]))
  const references = [...toldOf.values()].flatMap((told) => (told ? [recordReference(told.row)] : []))
  const [about, records] = await Promise.all([
    decisionsAbout(
      db,
      events.map(({ id }) => id),
    ),
    findByReferences(db, catalogue, [...new Set(references)]),
  ])
  const noted = events.flatMap((event) => {
    const told = toldOf.get(event)
    const record = records.find(({ id }) => id === event.record)
    const form = record && findForm(catalogue, record.form)
    if (!told || !record || !form || about.has(event.id)) return []
    return [{ form, record, happening: settledBy(event, told, standing(event)) }]
  })
  if (noted.length > 0) await noteAll(context, noted)
}

const settledBy = ({ id }: StoredEvent, { row, column, sheet, record }: Told, kept: Side): SheetSettled => ({
  type: 'sheet.settled',
  decides: id,
  kept,
  row,
  column,
  sheet,
  record,
})

type Outcome = Decision | { readonly kind: 'overtaken' }

/** Writes down that it is decided, and changes nothing else. */
async function settle(context: Context, record: StoredRecord, settled: SheetSettled): Promise<Outcome> {
  const form = findForm(context.catalogue, record.form)
  if (!form) throw problem('erased')
  return (await note(context, form, record, [settled])) ? decided : { kind: 'overtaken' }
}

/** Sets the value that was lost, and writes down in the same batch that it is decided. */
async function change(
  context: Context,
  record: StoredRecord,
  told: Told,
  settled: SheetSettled,
): Promise<Outcome> {
  const forms = context.catalogue.forms.filter(({ id }) => id === record.form)
  const refusals: SheetHappening[] = []
  const records = deciding(
    recordsIn(() => context),
    settled,
    refusals,
  )
  const words = await wordsOf({ ...context.catalogue, forms }, records)
  const cell = contestedCell(context.catalogue, words, record, told)
  if (cell === null || !isSettable(cell)) return { kind: 'refused', reason: noPlace }
  const acted = await actOn(records, words, record, [editTo(cell, told[settled.kept])])
  if (acted.overtaken) return { kind: 'overtaken' }
  const [refusal] = refusals
  if (refusal && 'reason' in refusal) return { kind: 'refused', reason: refusal.reason }
  return acted.record.revision === record.revision ? settle(context, record, settled) : decided
}

/** The records, whose changes are written with the decision, and whose refusals are told rather than written down. */
function deciding(records: Records, settled: SheetSettled, refusals: SheetHappening[]): Records {
  return {
    ...records,
    revise: (record, answers, beside) => records.revise(record, answers, [...beside, settled]),
    coordinate: (record, given, beside) => records.coordinate(record, given, [...beside, settled]),
    transition: (record, to, beside) => records.transition(record, to, [...beside, settled]),
    note: async (_, happenings) => {
      refusals.push(...happenings)
      return true
    },
  }
}
