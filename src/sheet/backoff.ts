import type { GoogleFault } from './fault.ts'

/** When to try again. Pure; milliseconds. */
const longest = 64_000
const probe = 180_000

/**
 * Truncated exponential back-off with jitter; `random` is from 0 to 1. A human's delay is longer than a
 * machine's.
 */
export function waitAfter(fault: GoogleFault, failures: number, parked: boolean, random: number): number {
  if (parked) return probe
  // The sheet changed under our hands: a fresh read puts that right, once.
  if (fault.kind === 'moved' && failures === 1) return 0
  return Math.max(fault.wait, Math.min(longest, 1000 * 2 ** failures) * (0.5 + random / 2))
}
