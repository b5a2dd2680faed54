import type { Step } from './step.ts'

/** Runs that once failed, shrunk: each is a fault that was mended. */
export const kept: readonly { readonly name: string; readonly steps: readonly Step[] }[] = [
  {
    name: 'a word typed in a row of a repeat that a member takes away meanwhile is in the log',
    steps: [
      { do: 'accept', zones: 1 },
      { do: 'poll' },
      { do: 'type', tab: 'zones', row: 0, column: 'detail', value: 'word' },
      { do: 'revise', which: 0, field: 'zones' },
      { do: 'accept', zones: 0 },
      { do: 'revise', which: 0, field: 'zones' },
      { do: 'poll' },
    ],
  },
  {
    name: 'a word typed in a column of ours is answered',
    steps: [
      { do: 'accept', zones: 2 },
      { do: 'poll' },
      { do: 'type', tab: 'zones', row: 1, column: 'zone', value: 'word' },
      { do: 'revise', which: 0, field: 'nombre' },
      { do: 'poll' },
    ],
  },
  {
    name: 'a word typed in a new row before its write was answered is answered',
    steps: [
      { do: 'accept', zones: 1 },
      { do: 'weather', on: 'write', weather: { kind: 'status', status: 500, applied: true } },
      { do: 'poll' },
      { do: 'revise', which: 0, field: 'nom' },
      { do: 'type', tab: 'essai', row: 0, column: 'commentaire', value: 'word' },
      { do: 'type', tab: 'zones', row: 0, column: 'zone', value: 'word' },
    ],
  },
  {
    name: 'a word typed in the cell that is being written is kept',
    steps: [
      { do: 'accept', zones: 0 },
      { do: 'poll' },
      { do: 'duel', which: 0 },
      { do: 'weather', on: 'write', weather: { kind: 'reset', applied: true } },
      { do: 'poll' },
    ],
  },
  {
    name: 'a record whose reference was typed over beside another one’s keeps its words',
    steps: [
      { do: 'accept', zones: 0 },
      { do: 'accept', zones: 0 },
      { do: 'poll' },
      { do: 'type', tab: 'essai', row: 1, column: 'commentaire', value: 'word' },
      { do: 'type reference', row: 3, value: 'another' },
      { do: 'duel', which: 1 },
      { do: 'type reference', row: 0, value: 'nothing' },
      { do: 'poll' },
    ],
  },
  {
    name: 'a sheet at rest is left alone after a reference was taken away from a row that was deleted then',
    steps: [
      { do: 'accept', zones: 0 },
      { do: 'type reference', row: 0, value: 'nothing' },
      { do: 'revise', which: 0, field: 'nom' },
      { do: 'weather', on: 'read', weather: { kind: 'status', status: 503, applied: false } },
      { do: 'accept', zones: 0 },
      { do: 'type', tab: 'essai', row: 12, column: '#status', value: 'number' },
      { do: 'delete row', tab: 'essai', row: 9 },
      { do: 'at', next: 'write', gesture: { do: 'rename tab', tab: 'essai', name: 6 } },
      { do: 'revise', which: 11, field: 'zones' },
      { do: 'weather', on: 'read', weather: { kind: 'status', status: 403, applied: false } },
      { do: 'poll' },
      { do: 'wait', seconds: 1 },
      { do: 'revise', which: 2, field: 'commentaire' },
      { do: 'sort', tab: 'membre', column: 8, down: true },
      { do: 'revise', which: 9, field: 'zones' },
      { do: 'wait', seconds: 10 },
    ],
  },
]
