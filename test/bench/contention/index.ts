import type { Scenario } from './log.ts'
import { runMirror } from './mirror-run.ts'
import { runPattern } from './pattern-run.ts'
import { addRow } from './patterns/add-row.ts'
import { headerAppend } from './patterns/header-append.ts'
import { lengthPut } from './patterns/length-put.ts'
import { overwrite } from './patterns/overwrite.ts'
import type { Score } from './score.ts'

const patterns = [headerAppend, lengthPut, overwrite, addRow]

/** Each has the troubles of those before it, and one more. */
const scenarios: readonly Scenario[] = [
  { title: 'members alone', faults: false, edits: false, rename: false },
  { title: '… and calls that fail', faults: true, edits: false, rename: false },
  { title: '… and the coordinator at work in the sheet', faults: true, edits: true, rename: false },
  { title: '… who renames the tab', faults: true, edits: true, rename: true },
]

/** `isHarm`: ought to be 0. */
const metrics: readonly { readonly key: keyof Score; readonly what: string; readonly isHarm: boolean }[] = [
  { key: 'lost', what: 'records without a row', isHarm: true },
  { key: 'doubled', what: 'rows too many for a record', isHarm: true },
  { key: 'mixed', what: 'rows that mix records', isHarm: true },
  { key: 'misplaced', what: 'rows with an answer under another heading', isHarm: true },
  { key: 'outdated', what: 'records shown with old or missing answers', isHarm: true },
  { key: 'headingsGone', what: 'her own headings gone, of 2', isHarm: true },
  { key: 'notesGone', what: 'notes gone', isHarm: true },
  { key: 'notesElsewhere', what: 'notes no longer beside their record', isHarm: true },
  { key: 'notesWritten', what: '  of notes she could write', isHarm: false },
  { key: 'reads', what: 'calls that read', isHarm: false },
  { key: 'writes', what: 'calls that write', isHarm: false },
  { key: 'median', what: 'seconds until shown, median', isHarm: false },
  { key: 'slowest', what: 'seconds until shown, slowest', isHarm: false },
]

/**
 * 60 records and 25 revisions, written by our mirror and by four common patterns, each to a sheet of its own: the same
 * submissions, faults and human edits at the same times. Prints what the sheets are like in the end.
 *
 * Kinder than Google to the patterns: the local sheet applies concurrent appends one after the other, and has none of
 * the trouble that filtered rows are reported to give them.
 * @returns how many harms our own mirror did
 */
export async function compareContention(seed = 2018): Promise<number> {
  let harms = 0
  for (const scenario of scenarios) {
    const scores = [await runMirror(scenario, seed)]
    for (const pattern of patterns) scores.push(await runPattern(pattern, scenario, seed))
    console.log(line(scenario.title, ['Recueil', ...patterns.map(({ name }) => name)]))
    for (const { key, what, isHarm } of metrics) {
      const counts = scores.map((score) => score[key])
      if (isHarm) harms += counts[0] ?? 0
      if (counts.some((count) => count > 0)) console.log(line(`  ${what}`, counts.map(String)))
    }
  }
  return harms
}

const line = (what: string, cells: readonly string[]): string =>
  `  ${what.padEnd(46)}${cells.map((cell) => cell.padStart(16)).join('')}`

if (import.meta.main) {
  const [, , seed] = process.argv
  process.exit((await compareContention(seed === undefined ? undefined : Number(seed))) === 0 ? 0 : 1)
}
