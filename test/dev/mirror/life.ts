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

/** Ticks before and after each call to the sheet. @returns what undoes it */
export function watchFetch(url: string, tick: () => void): () => void {
  const original = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    if (!String(input).startsWith(url)) return original(input, init)
    tick()
    const response = await original(input, init)
    tick()
    return response
  }
  return () => {
    globalThis.fetch = original
  }
}
