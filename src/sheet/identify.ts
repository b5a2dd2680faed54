import type { CellValue } from './cells.ts'
import { type ReadTab, readCell } from './read.ts'

/** A row whose reference was typed over, sorted away or never there is known by what it holds. Pure. */

/** A record that lacks its row, or whose row holds mostly something else. */
export type Candidate = {
  readonly reference: string
  /** What a cell's value tells: whether it is this record's (`weight`: how much that says), or nothing (null). */
  readonly tell: (
    key: string,
    value: CellValue,
  ) => { readonly isOwn: boolean; readonly weight: number } | null
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

/** How like a record a row is: the share of what its filled cells tell, and how many tell of another one. */
export function likeness(
  read: ReadTab,
  at: number,
  { tell }: Candidate,
): { readonly share: number; readonly different: number } {
  let own = 0
  let all = 0
  let different = 0
  for (const key of read.columns.keys()) {
    const told = tell(key, readCell(read, key, at))
    if (told === null) continue
    all += told.weight
    if (told.isOwn) own += told.weight
    else different += 1
  }
  return { share: all === 0 ? 0 : own / all, different }
}

/** Whether a row holds mostly something else than the record whose reference it bears. */
export function isDoubtful(read: ReadTab, at: number, candidate: Candidate): boolean {
  const { share, different } = likeness(read, at, candidate)
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
      .map((candidate) => ({
        at,
        reference: candidate.reference,
        share: likeness(read, at, candidate).share,
        enough: candidate.isTyped ? leastTyped : least,
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
