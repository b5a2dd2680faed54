import type { Mutant } from './mutant.ts'

/** Faults of where things are written. */
export const placing: readonly Mutant[] = [
  {
    name: 'a row that stands is added once more instead of being written',
    file: 'src/sheet/plan.ts',
    from: 'at, cells, base }, open }',
    to: 'at: cells.size > 0 ? null : at, cells: cells.size > 0 ? row.cells : cells, base }, open }',
  },
  {
    name: 'the whole row is written, over what the coordinator types in her cells meanwhile',
    file: 'src/sheet/plan.ts',
    from: 'at, cells, base }, open }',
    to: 'at, cells: cells.size > 0 ? row.cells : cells, base }, open }',
  },
  {
    name: 'a cell that holds an edit or an error is written over like any other',
    file: 'src/sheet/plan.ts',
    from: "if (may === 'write') cells.set",
    to: 'cells.set',
  },
  {
    name: 'the number of a row is remembered, and after a sort another record’s row is written',
    file: 'src/sheet/plan.ts',
    from: 'const at = followedRow(read, row)',
    to: `known.baseOf.places ??= new Map()
  const at = known.baseOf.places.get(name) ?? followedRow(read, row)
  if (at !== null) known.baseOf.places.set(name, at)`,
  },
  {
    name: 'a column is taken to be where it was made, and once moved another one is written',
    file: 'src/sheet/read.ts',
    from: 'index: place.column',
    to: 'index: tab.columns.indexOf(column)',
  },
  {
    name: 'the last of several rows with one reference is followed: a copy passes for the record',
    file: 'src/sheet/edits.ts',
    from: 'likeness(at) > likeness(best) ? at : best',
    to: 'at',
  },
  {
    name: 'the first of several rows with one reference is followed, though another record’s row was given it',
    file: 'src/sheet/edits.ts',
    from: 'if (places.length < 2) return first',
    to: 'return first',
  },
  {
    name: 'a reference typed over is not put back',
    file: 'src/sheet/survey.ts',
    from: 'const lost = identifyRows(',
    to: 'const lost = new Map() ?? identifyRows(',
  },
  {
    name: 'copies of an erased record’s row keep what it said',
    file: 'src/sheet/plan.ts',
    from: "fate === 'erased' ? row :",
    to: 'false ? row :',
  },
  {
    name: 'a row away at one read is added again at once, and doubled when it is pasted',
    file: 'src/sheet/plan.ts',
    from: 'if (at === null && known.missing.has(name)) return',
    to: 'if (false) return',
  },
  {
    name: 'a row away at one read counts as taken out',
    file: 'src/sheet/vanish.ts',
    from: '>= patience',
    to: '>= 0',
  },
  {
    name: 'a row that was taken out comes back by itself',
    file: 'src/sheet/plan.ts',
    from: 'if (at === null && known.withdrawn.has(name)) return',
    to: 'if (false) return',
  },
  {
    name: 'a tab emptied by accident counts as so many rows taken out',
    file: 'src/sheet/vanish.ts',
    from: 'tooMany: many || (missing.length > 1 && missing.length === expected.length)',
    to: 'tooMany: false',
  },
  {
    name: 'what was seen in a deleted tab is remembered of the one made in its place',
    file: 'src/sheet/read-tabs.ts',
    from: 'forgetTabs(store, made)',
    to: '',
  },
  {
    name: 'a deleted column, made again, counts as emptied by the coordinator',
    file: 'src/sheet/read-tabs.ts',
    from: 'forgetColumns(store, lost)',
    to: '',
  },
]
