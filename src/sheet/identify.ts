import { type CellValue, sameCell } from './cells.ts'
import { type ReadTab, readCell } from './read.ts'

/**
 * A row whose reference was typed over, sorted away or never there is known by what it holds. Pure.
 *
 * A record that lacks its row, or whose row holds mostly something else: `cells` are what its row must show of what
 * is its own.
 */
export type Candidate = {
  readonly reference: string
  readonly cells: ReadonlyMap<string, CellValue>
  /** Whether the record was made of a typed row, which may still be being typed. */
  readonly isTyped: boolean
}

/** Below this share of like cells a row is not a record's. */
const least = 0.75
const leastTyped = 0.4
/** A row that bears a reference is doubted when at least so many cells, and more than half, are not the record's. */
const leastDifferent = 2
/** Beyond so many pairs nothing is guessed: that is no slip of a hand. */
const mostPairs = 250_000

/** How like a record a row is: the share of filled cells that are the same, and how many differ. */
export function likeness(
  read: ReadTab,
  at: number,
  cells: Candidate['cells'],
): { readonly share: number; readonly different: number } {
  let same = 0
  let different = 0
  for (const [key, value] of cells) {
    const shown = readCell(read, key, at)
    // What we fill in ourselves a row that was typed does not have yet.
    if (shown === '' && (value === '' || key.startsWith('#'))) continue
    if (sameCell(shown, value)) same += 1
    else different += 1
  }
  return { share: same === 0 ? 0 : same / (same + different), different }
}

/** Whether a row holds mostly something else than the record whose reference it bears. */
export function isDoubtful(read: ReadTab, at: number, cells: Candidate['cells']): boolean {
  const { share, different } = likeness(read, at, cells)
  return share < 0.5 && different >= leastDifferent
}

/**
 * Which record each of these rows is of, as far as what it holds tells: the most alike first, each record and each
 * row once.
 */
export function identify(
  read: ReadTab,
  places: readonly number[],
  candidates: readonly Candidate[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  if (places.length * candidates.length > mostPairs) return found
  const pairs = places.flatMap((at) =>
    candidates
      .map(({ reference, cells, isTyped }) => ({
        at,
        reference,
        share: likeness(read, at, cells).share,
        enough: isTyped ? leastTyped : least,
      }))
      .filter(({ share, enough }) => share >= enough),
  )
  const given = new Set<string>()
  for (const { at, reference } of pairs.toSorted(
    (one, other) => other.share - one.share || one.at - other.at,
  )) {
    if (found.has(at) || given.has(reference)) continue
    found.set(at, reference)
    given.add(reference)
  }
  return found
}
