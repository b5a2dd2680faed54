import { type Base, emptyMemory, type Memory, type SavedBase, type Sent, type Store } from './ports.ts'

/** What a Durable Object's synchronous storage offers of itself, and all that is used of it. */
export type KeyValue = {
  readonly get: <Value>(key: string) => Value | undefined
  readonly put: (key: string, value: unknown) => void
  readonly delete: (key: string) => boolean
  readonly list: <Value>(options: { readonly prefix: string }) => Iterable<[string, Value]>
}

const memoryKey = 'memory'
const sentPrefix = 'sent '
const basePrefix = 'base '
const baseKey = (tab: string, reference: string) => `${basePrefix}${tab} ${reference}`

/**
 * The mirror's memory over an object's own storage. Bases are read from it once in the object's life and then kept
 * at hand: a pass over thousands of rows asks for each.
 */
export function createStore(kv: KeyValue): Store {
  let tabs: Map<string, Map<string, Base>> | null = null

  function all(): Map<string, Map<string, Base>> {
    if (tabs) return tabs
    tabs = new Map()
    for (const [key, base] of kv.list<Base>({ prefix: basePrefix })) {
      const [tab = '', ...reference] = key.slice(basePrefix.length).split(' ')
      rowsOf(tabs, tab).set(reference.join(' '), base)
    }
    return tabs
  }

  return {
    load: () => ({ ...emptyMemory, ...kv.get<Partial<Memory>>(memoryKey) }),
    save: (memory) => kv.put(memoryKey, memory),
    base: (tab, reference) => all().get(tab)?.get(reference),
    known: (tab) => [...(all().get(tab)?.keys() ?? [])],
    bases: () =>
      [...all()].flatMap(([tab, rows]) =>
        [...rows].map(([reference, base]): SavedBase => ({ tab, reference, base })),
      ),
    saveBase: (tab, reference, base) => {
      if (base === null) {
        if (all().get(tab)?.delete(reference)) kv.delete(baseKey(tab, reference))
      } else {
        rowsOf(all(), tab).set(reference, base)
        kv.put(baseKey(tab, reference), base)
      }
    },
    sent: () => [...kv.list<Sent>({ prefix: sentPrefix })].map(([, sent]) => sent),
    addSent: (sent) => kv.put(sentPrefix + sent.id, sent),
    dropSent: (id) => {
      kv.delete(sentPrefix + id)
    },
  }
}

function rowsOf(tabs: Map<string, Map<string, Base>>, tab: string): Map<string, Base> {
  const rows = tabs.get(tab) ?? new Map<string, Base>()
  tabs.set(tab, rows)
  return rows
}
