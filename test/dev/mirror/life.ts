import type { Records } from '../../../src/sheet/ports.ts'
import type { KeyValue } from '../../../src/sheet/storage.ts'

/** One life of the mirror's object, which may end at any await: from then on nothing that it does has any effect. */
export function beginLife() {
  let left = Number.POSITIVE_INFINITY
  let isAlive = true
  const tick = () => {
    left -= 1
    if (left <= 0) isAlive = false
    if (!isAlive) throw new Error('evicted')
  }
  return {
    tick,
    endAfter: (awaits: number) => {
      left = awaits
    },
    isAlive: () => isAlive,
    /** The object's storage, which takes nothing from the dead. */
    storage: (kv: KeyValue): KeyValue => ({
      ...kv,
      put: (key, value) => {
        if (isAlive) kv.put(key, value)
      },
      delete: (key) => isAlive && kv.delete(key),
    }),
    /** The records: the life may end before a call, or after it, its answer lost. */
    records: (port: Records): Records =>
      Object.fromEntries(
        Object.entries(port).map(([name, call]) => [
          name,
          async (...given: unknown[]) => {
            tick()
            const result = await (call as (...given: unknown[]) => Promise<unknown>)(...given)
            tick()
            return result
          },
        ]),
      ) as unknown as Records,
  }
}

/**
 * Ticks before and after each call to the sheet. A call that the sheet leaves hanging ends at once, as by the mirror's
 * own patience: how long that takes is no matter of a test.
 * @param hanging how many calls were left without an answer so far
 * @returns what undoes it
 */
export function watchFetch(url: string, tick: () => void, hanging: () => number): () => void {
  const original = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    if (!String(input).startsWith(url)) return original(input, init)
    tick()
    const before = hanging()
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        if (hanging() > before) reject(new DOMException('no answer', 'TimeoutError'))
      }, 3)
    })
    try {
      const response = await Promise.race([original(input, init), patience])
      tick()
      return response
    } finally {
      clearInterval(timer)
    }
  }
  return () => {
    globalThis.fetch = original
  }
}
