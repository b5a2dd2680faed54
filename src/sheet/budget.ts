/**
 * Our own allowance: 45 reads and 45 writes in any minute, below Google's 60 for each account. Pure; times
 * are milliseconds.
 */
const perMinute = 45
const minute = 60_000

/** When the latest calls were made, oldest first. */
export type Budget = { readonly read: readonly number[]; readonly write: readonly number[] }

export const fullBudget: Budget = { read: [], write: [] }

/** How long to wait before a call may be made; 0: now. */
export function waitFor(budget: Budget, kind: keyof Budget, now: number): number {
  const recent = budget[kind].filter((at) => at > now - minute)
  return recent.length < perMinute ? 0 : (recent[0] ?? now) + minute - now
}

/** The budget once a call was made. */
export function spend(budget: Budget, kind: keyof Budget, now: number): Budget {
  return { ...budget, [kind]: [...budget[kind].filter((at) => at > now - minute), now] }
}
