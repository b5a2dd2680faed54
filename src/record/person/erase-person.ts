import type { Context } from '../../context.ts'
import type { Person } from '../../person/person.ts'
import { isProblem } from '../../problem.ts'
import { blankSomeEvents } from '../../store/blank-events.ts'
import { blankDoubtful } from '../../store/doubtful.ts'
import type { TracedEvent } from '../../store/traces.ts'
import { insertNotice } from '../../store/write-events.ts'
import { canonicalJson, sha256 } from '../digest.ts'
import { erase } from '../erase.ts'
import { eventAbout } from '../event.ts'
import type { FoundRecord } from './find.ts'
import { takeOut } from './take-out.ts'

/** What is decided of a record that names the person. */
export type Fate = 'takeOut' | 'erase'
export type Decided = { readonly found: FoundRecord; readonly fate: Fate }

/** What is decided of all that was found. */
export type Erasure = {
  readonly records: readonly Decided[]
  /** Events about no record. */
  readonly events: readonly TracedEvent[]
  /** Ids of what waits in the quarantine. */
  readonly doubtful: readonly string[]
  /** Ids of documents. */
  readonly files: readonly string[]
}

/** Records changed at a time: each is some ten statements, and the free plan allows 50 queries an invocation. */
export const mostAtOnce = 5

/**
 * The proof of an erasure: whoever has the code and the person's name, address or number can show that the digest in the
 * events is of them; from the digest alone, which is all that is kept, nobody can tell who it was.
 */
export type Proof = { readonly code: string; readonly digest: string }

export async function proofOf(person: Person): Promise<Proof> {
  const code = crypto.getRandomValues(new Uint8Array(16)).toHex()
  return { code, digest: await sha256(`${code} ${canonicalJson(person)}`) }
}

/**
 * Does what was decided, but for the documents: `mostAtOnce` records, one by one, and all the rest; a record that was
 * erased in the meantime is passed over. Doing it again changes nothing more.
 * @returns references of the records that were changed or erased
 */
export async function erasePerson(
  context: Context,
  person: Person,
  { records, events, doubtful }: Erasure,
  { digest }: Proof,
): Promise<readonly string[]> {
  const done: string[] = []
  for (const { found, fate } of records.slice(0, mostAtOnce)) {
    const { form, record } = found
    try {
      if (fate === 'erase') await erase(context, form, record)
      else await takeOut(context, form, record, person, digest)
      done.push(record.reference)
    } catch (cause) {
      if (!isProblem(cause) || cause.code !== 'erased') throw cause
    }
  }
  if (events.length > 0) await blankLoose(context, events, digest)
  if (doubtful.length > 0) await blankDoubtful(context.db, doubtful, context.now)
  return done
}

/** Takes away what events about no record say: one batch, with an event that proves it. */
async function blankLoose(context: Context, events: readonly TracedEvent[], proof: string): Promise<void> {
  const { db } = context
  const event = eventAbout(context, 'person.erased', {}, { proof })
  const blanked = events.map(({ seq }) => seq)
  await db.batch([insertNotice(db, null, event), blankSomeEvents(db, blanked, event.id)])
}
