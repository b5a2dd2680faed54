import type { Mutant } from './mutant.ts'

/** Faults of what is made of the coordinator's edits. */
export const acting: readonly Mutant[] = [
  {
    name: 'a value of which nobody knows whose it is is imported as an edit',
    file: 'src/sheet/merge.ts',
    from: "? 'record' : 'unsure'",
    to: "? 'record' : 'sheet'",
  },
  {
    name: 'an error shown by a formula is imported as a value',
    file: 'src/sheet/merge.ts',
    from: "if (isErrorCell(sheet)) return 'error'",
    to: '',
  },
  {
    name: 'of a cell changed on both sides the record’s value is lost without a word',
    file: 'src/sheet/acting.ts',
    from: "? [happeningOf('sheet.conflict', edit, conflictRemark(edit.column, edit.sheet, edit.record))]",
    to: '? []',
  },
  {
    name: 'a refused edit stays in the sheet as if it had been kept',
    file: 'src/sheet/plan.ts',
    from: "? 'leave' : 'write'",
    to: "? 'leave' : 'leave'",
  },
  {
    name: 'what was typed in a column of ours is written over without an answer',
    file: 'src/sheet/edits.ts',
    from: "? 'record' : 'forbidden'",
    to: "? 'record' : 'record'",
  },
  {
    name: 'an edit of a repeat’s row goes to whichever row has its number by now',
    file: 'src/sheet/act.ts',
    from: '? null : changedRowReason',
    to: '? null : null',
  },
  {
    name: 'what was typed in a row that its record no longer has is emptied without a trace',
    file: 'src/sheet/record-edits.ts',
    from: 'findOrphans(staleRows(record, rows, tabs, state), state, ownership)',
    to: '[]',
  },
  {
    name: 'a status typed in the sheet passes by the workflow and its guards',
    file: 'src/sheet/records.ts',
    from: "acted(() => transition(context(), form, record, { to, note: '' }, beside))",
    to: `acted(async () => {
        await context().db.prepare('UPDATE records SET status = ? WHERE id = ?').bind(to, record.id).run()
        return { ...record, status: to }
      })`,
  },
  {
    name: 'a typed row becomes two records when the mirror is cut off after the first',
    file: 'src/sheet/typed-rows.ts',
    from: 'if (typed === null) return',
    to: 'return',
  },
]
