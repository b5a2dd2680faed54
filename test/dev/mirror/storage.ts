import type { KeyValue } from '../../../src/sheet/storage.ts'

/** A Durable Object's own storage, as far as the mirror uses it; what is put in is copied, as there. */
export function memoryStorage(): KeyValue & { readonly clear: () => void; readonly writes: () => number } {
  const kept = new Map<string, unknown>()
  let writes = 0
  return {
    get: <Value>(key: string) => structuredClone(kept.get(key)) as Value | undefined,
    put: (key, value) => {
      writes += 1
      kept.set(key, structuredClone(value))
    },
    delete: (key) => {
      writes += 1
      return kept.delete(key)
    },
    list: <Value>({ prefix }: { readonly prefix: string }) =>
      [...kept].filter(([key]) => key.startsWith(prefix)) as [string, Value][],
    clear: () => kept.clear(),
    writes: () => writes,
  }
}
