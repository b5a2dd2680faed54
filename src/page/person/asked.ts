import { type Person, readPerson, type TypedPerson } from '../../person/person.ts'
import type { Erasure, Fate, FoundPerson } from '../../record/person/index.ts'
import { type Entries, entriesOf, entryOf } from '../entries.ts'

/** What a form of the page asks, as its controls send it. */
export type Asked = {
  readonly typed: TypedPerson
  readonly person: Person
  readonly action: string
  /** A record's reference → what is to become of it; those that stay as they are left out. */
  readonly fates: ReadonlyMap<string, Fate>
  /** Ids of documents to delete. */
  readonly files: readonly string[]
  /** Ids of what waits in the quarantine, to be erased. */
  readonly doubtful: readonly string[]
  readonly loose: boolean
  readonly sure: boolean
}

export const fateName = (reference: string): string => `sort:${reference}`

export function readAsked(entries: Entries): Asked {
  const of = (name: string) => entryOf(entries, name)
  const typed = { name: of('nom'), email: of('courriel'), phone: of('telephone') }
  const fates = entries.flatMap(([key, value]): [string, Fate][] =>
    key.startsWith('sort:') && (value === 'takeOut' || value === 'erase')
      ? [[key.slice('sort:'.length), value]]
      : [],
  )
  return {
    typed,
    person: readPerson(typed),
    action: of('action'),
    fates: new Map(fates),
    files: entriesOf(entries, 'fichier'),
    doubtful: entriesOf(entries, 'envoi'),
    loose: of('journal') === '1',
    sure: of('compris') === '1',
  }
}

/** What is decided of what was found, by what was found now: a reference or a file that is not among it is nothing. */
export function decidedOf({ fates, files, doubtful, loose }: Asked, found: FoundPerson): Erasure {
  return {
    records: found.records.flatMap((one) => {
      const fate = fates.get(one.record.reference)
      return fate === undefined ? [] : [{ found: one, fate }]
    }),
    files: found.records.flatMap((one) => one.files.map(({ id }) => id).filter((id) => files.includes(id))),
    doubtful: found.doubtful.map(({ id }) => id).filter((id) => doubtful.includes(id)),
    events: loose ? found.events : [],
  }
}

export const isNothing = ({ records, files, doubtful, events }: Erasure): boolean =>
  records.length + files.length + doubtful.length + events.length === 0
