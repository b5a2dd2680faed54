import { acting } from './acting.ts'
import { losing } from './losing.ts'
import type { Mutant } from './mutant.ts'
import { placing } from './placing.ts'

/** Faults that a mirror like this one may have, each with the words of what it does to whoever relies on it. */
export const mutants: readonly Mutant[] = [...placing, ...losing, ...acting]
