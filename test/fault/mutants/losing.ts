import type { Mutant } from './mutant.ts'

/** Faults of what is believed of a write. */
export const losing: readonly Mutant[] = [
  {
    name: 'nothing is read back: what Google answers 200 to counts as shown',
    file: 'src/sheet/confirm.ts',
    from: 'change.rows.every(',
    to: 'true || change.rows.every(',
  },
  {
    name: 'a record is taken off the list though its row was not seen',
    file: 'src/sheet/deliver.ts',
    from: 'settle(records, store, confirmation.seen)',
    to: 'settle(records, store, part)',
  },
  {
    name: 'what landed in another column, moved at that moment, counts as shown',
    file: 'src/sheet/confirm.ts',
    from: 'stands !== undefined && stands !== key',
    to: 'false',
  },
  {
    name: 'what landed in another column, moved at that moment, is no value of ours: it is asked for again',
    file: 'src/sheet/confirm.ts',
    from: 'there !== reference || key !== meant',
    to: 'there !== reference',
  },
  {
    name: 'what a lost write put into another column, moved at that moment, passes for an edit',
    file: 'src/sheet/sent.ts',
    from: 'other !== key && isSent(kept, value)',
    to: 'false && other !== key',
  },
  {
    name: 'cells that a sort misaimed stay in the other record’s row',
    file: 'src/sheet/deliver.ts',
    from: 'await repair(',
    to: 'void (',
  },
  {
    name: 'what somebody types between our read and our write is written over for good',
    file: 'src/sheet/rescue.ts',
    from: '!found || found.tab.form',
    to: 'true || found.tab.form',
  },
  {
    name: 'what somebody typed before a write whose answer was lost is written over for good',
    file: 'src/sheet/rescue.ts',
    from: "return [{ tab: tabKey, reference, key, value, isNamed, before: before ?? '' }]",
    to: 'return []',
  },
  {
    name: 'what is to be written counts as seen before it is',
    file: 'src/sheet/deliver.ts',
    from: 'const answer = await unlessRefused(',
    to: `for (const { tab, reference, base } of part.flatMap(({ rows }) => rows)) {
      if (reference !== '') store.saveBase(tab.key, reference, base)
    }
    const answer = await unlessRefused(`,
  },
  {
    name: 'what an answered write replaced passes for an edit when the answer does not show all of it',
    file: 'src/sheet/deliver.ts',
    from: 'if (sent) store.addSent',
    to: 'if (false) store.addSent',
  },
  {
    name: 'what a lost write sent is forgotten, and passes for an edit once it is there',
    file: 'src/sheet/sent.ts',
    from: 'const rows = sent.flatMap((one) => one.rows)',
    to: 'const rows = []',
  },
  {
    name: 'after a 503 the write is sent again at once, and its rows are doubled',
    file: 'src/sheet/late.ts',
    from: 'await google.write(body)',
    to: 'await google.write(body).catch(() => google.write(body))',
  },
  {
    name: 'a lost write is not waited for: it comes late, and doubles a row',
    file: 'src/sheet/late.ts',
    from: 'now() < store.load().lateUntil',
    to: 'false',
  },
  {
    name: 'while a lost write may still come, a record leaves the list, and an erasure is undone',
    file: 'src/sheet/work.ts',
    from: '{ ...given, records: { ...records, clear: async () => undefined } }',
    to: 'given',
  },
  {
    name: 'rows are added again at each pass for as long as Google does not show them',
    file: 'src/sheet/show.ts',
    from: 'throw unseen(unshown)',
    to: '{ }',
  },
  {
    name: 'a record revised while it was being written leaves the list',
    file: 'src/store/sheet-due.ts',
    from: "value ->> 'revision' FROM",
    to: 'sheet_due.revision FROM',
  },
  {
    name: 'an answer seen before is taken for quiet though something waits',
    file: 'src/sheet/work.ts',
    from: 'answered.isCalm && shown.isCalm && !late ? reading.text : null',
    to: 'reading.text',
  },
]
