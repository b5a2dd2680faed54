import { canonicalJson, sha256 } from '../record/digest.ts'

/** An event as the log has it: `actor`, `payload` and `detail` are JSON as it is stored. Times are milliseconds, UTC. */
export type LogLine = {
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly at: number
  readonly record: string | null
  readonly form: string | null
  readonly revision: number | null
  readonly actor: string
  readonly payload: string
  readonly detail: string
  /** Random; another one since content was taken away. */
  readonly salt: string
  /** The event whose erasure took content away, by its sequence number. */
  readonly erasedBy: number | null
}

/** What an erasure left of an event, as a digest. */
export type Left = { readonly event: number; readonly content: string }

/** What the chain keeps of an event: the digest of its content as it was when sealed, when that was, and the chain's head. */
export type Seal = {
  readonly seq: number
  readonly content: string
  readonly at: number
  readonly head: string
}

/** The digest of what is personal or may be erased. Once the salt is gone nobody can find out by trying what it was of. */
export const contentDigest = ({
  salt,
  actor,
  payload,
  detail,
}: Pick<LogLine, 'salt' | 'actor' | 'payload' | 'detail'>): Promise<string> =>
  sha256(JSON.stringify([salt, actor, payload, detail]))

/**
 * The head of the chain once an event is sealed: SHA-256 over what stays of it for ever, in canonical JSON. Nothing
 * personal is in it.
 * @param previous the head before, '' at the first
 * @param left what the event took away from others, by their sequence numbers
 */
export function headAfter(
  previous: string,
  { seq, id, type, at, record, form, revision, actor }: LogLine,
  { content, at: sealedAt }: Omit<Seal, 'head'>,
  left: readonly Left[],
): Promise<string> {
  const erased = left.map((one) => [one.event, one.content])
  const facts = { seq, id, type, at, record, form, revision, ...doorOf(actor), content, erased, sealedAt }
  return sha256(canonicalJson({ previous, ...facts }))
}

/** Who did it and through which door, without their name. What is no JSON was not written by us. */
function doorOf(actor: string): { readonly role: unknown; readonly source: unknown } {
  try {
    const { role = null, source = null } = JSON.parse(actor) as Record<string, unknown>
    return { role, source }
  } catch {
    return { role: null, source: null }
  }
}
