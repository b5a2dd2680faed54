import { createHash } from 'node:crypto'

/** Random numbers that are the same ones for the same seed. */
export type Random = {
  /** From 0 to below 1. */
  readonly next: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number
  readonly one: <Item>(items: readonly Item[]) => Item
  /** Some of the items, in their order, each once. */
  readonly some: <Item>(items: readonly Item[], least: number, most: number) => readonly Item[]
  readonly chance: (probability: number) => boolean
}

/** Mulberry32, by Tommy Ettinger (public domain): enough for examples, and for nothing secret. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const one = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
  const some = <Item>(items: readonly Item[], least: number, most: number): readonly Item[] => {
    const wanted = Math.min(between(least, most), items.length)
    const chosen = new Set<number>()
    while (chosen.size < wanted) chosen.add(between(0, items.length - 1))
    return items.filter((_, index) => chosen.has(index))
  }
  return { next, between, one, some, chance: (probability) => next() < probability }
}

/** A UUID (version 8, RFC 9562) that is the same for the same text: examples sent twice are there once. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
