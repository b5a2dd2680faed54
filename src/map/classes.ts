/** Numbers from the one to the other, both of which there are. */
export type Class = { readonly from: number; readonly to: number }

/** More shades than a handful nobody tells apart. */
const most = 4

/**
 * Counts in a few classes that leave as little difference as can be within each (Jenks): a capital with ten times what
 * the others have is alone in its class, and does not leave all of the others in one. Zeros are in none.
 */
export function classesOf(counts: readonly number[]): readonly Class[] {
  const sorted = counts.filter((count) => count > 0).toSorted((one, other) => one - other)
  const classes = split(sorted, Math.min(most, new Set(sorted).size))
  return classes.map((within) => ({ from: within[0] ?? 0, to: within.at(-1) ?? 0 }))
}

/** 0 for nothing, else which of the classes, from 1 on. */
export const levelOf = (classes: readonly Class[], count: number): number =>
  classes.findIndex(({ from, to }) => from <= count && count <= to) + 1

type Parts = readonly (readonly number[])[]

/** Every cut is tried: there are 286 ways to cut fourteen regions in four. */
function split(sorted: readonly number[], parts: number): Parts {
  if (parts < 2) return parts === 0 ? [] : [sorted]
  const cuts = sorted.keys().filter((at) => at > 0 && sorted[at] !== sorted[at - 1])
  const ways = [...cuts]
    .filter((at) => new Set(sorted.slice(at)).size >= parts - 1)
    .map((at): Parts => [sorted.slice(0, at), ...split(sorted.slice(at), parts - 1)])
  return ways.reduce((best, way) => (unevenness(way) < unevenness(best) ? way : best))
}

const unevenness = (parts: Parts): number => parts.reduce((sum, part) => sum + spread(part), 0)

function spread(numbers: readonly number[]): number {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0)
}
