import { chance } from './log.ts'

/** How long a call takes to be applied, in milliseconds: about 1.1 s was measured live (google-drive-mcp#203). */
export function createLatency(seed: number): () => number {
  const random = chance(seed)
  return () => Math.round(800 + random() * 600)
}
