import type { Rescued, Store } from './ports.ts'
import type { Reading } from './read-tabs.ts'
import { overtakenUnseen } from './rescue.ts'
import { sentCells } from './sent.ts'
import { readSwap } from './swap.ts'

/**
 * Looks in the hidden tab for a write whose answer was lost: its id there says that it was applied, so that nothing of
 * it is to be waited for any more, and the copies say what it overwrote.
 */
export function harvest(store: Store, { tabs, overwritten, state }: Reading): void {
  const sent = store.sent()
  if (sent.length === 0) return
  const keyed = new Map(tabs.map((tab) => [tab.key, tab]))
  const swap = readSwap(overwritten, keyed)
  const found = sent.find(({ id, isSwapKnown }) => id === swap.id && !isSwapKnown)
  if (!found) return
  const others = sent.filter(({ id }) => id !== found.id)
  // What a write overwrote was there before it: it may be another write's, not its own.
  const ownership = { baseOf: store.base, sent: sentCells(others) }
  keepRescued(store, overtakenUnseen(swap.taken, keyed, state, ownership))
  store.save({ ...store.load(), lateUntil: Math.max(0, ...others.map(({ until }) => until)) })
  store.addSent({ ...found, until: 0, isSwapKnown: true })
}

/** Keeps edits that a write overwrote until they are answered; one that was found already is not kept twice. */
export function keepRescued(store: Store, found: readonly Rescued[]): void {
  const memory = store.load()
  const isKnown = ({ tab, reference, key }: Rescued): boolean =>
    memory.rescued.some((one) => one.tab === tab && one.reference === reference && one.key === key)
  const rescued = found.filter((one) => !isKnown(one))
  if (rescued.length > 0) store.save({ ...memory, rescued: [...memory.rescued, ...rescued] })
}
