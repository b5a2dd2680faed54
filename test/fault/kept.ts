import type { Step } from './step.ts'

/** Runs that once failed, shrunk: each is a fault that was mended. */
export const kept: readonly { readonly name: string; readonly steps: readonly Step[] }[] = []
