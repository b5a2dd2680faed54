import { takesContent } from '../record/happening.ts'
import { contentDigest, headAfter, type Left, type LogLine, type Seal } from './entry.ts'

/** One place of the log: the event, its seal, and what else the chain says of it; null for what is not there. */
export type AuditLine = {
  readonly seq: number
  readonly event: LogLine | null
  readonly seal: Seal | null
  /** What the event took away from others, as sealed with it. */
  readonly left: readonly Left[]
  /** The event that took content away from this one: whether it is sealed, and what it then says is left of this one. */
  readonly eraser: { readonly isSealed: boolean; readonly content: string | null } | null
  /** The head that was noted here at the beginning of a day. */
  readonly noted: string | null
}

/**
 * What is wrong at a place of the log.
 * - `missing`: the event is not there any more.
 * - `unsealed`: the event is not sealed, although later ones are, or although it is time.
 * - `changed`: who did it, the payload or the detail is not what was sealed.
 * - `unexplained`: content was taken away and no erasure in the log says so, or what says so is no erasure.
 * - `broken`: the event's facts or its seal are not what the chain was made of.
 * - `noted`: the head noted that day is another one.
 */
export const faultKinds = ['missing', 'unsealed', 'changed', 'unexplained', 'broken', 'noted'] as const
export type FaultKind = (typeof faultKinds)[number]
export type Fault = { readonly seq: number; readonly kind: FaultKind }

/** How far the chain was followed. */
export type Point = { readonly seq: number; readonly head: string }
export const beginning: Point = { seq: 0, head: '' }

/**
 * Follows the chain.
 * @param from where it was followed to before
 * @param lines every line after it up to some sealed event, by sequence number
 * @returns where it ends, and what is wrong, first things first; one fault a line at most
 */
export async function verify(
  from: Point,
  lines: readonly AuditLine[],
): Promise<{ readonly reached: Point; readonly faults: readonly Fault[] }> {
  let { seq, head } = from
  const checks: Promise<Fault | null>[] = []
  for (const line of lines) {
    if (line.seq > seq + 1) checks.push(Promise.resolve({ seq: seq + 1, kind: 'missing' }))
    checks.push(check(head, line))
    seq = Math.max(seq, line.seq)
    head = line.seal?.head ?? head
  }
  const faults = (await Promise.all(checks)).filter((fault) => fault !== null)
  return { reached: { seq, head }, faults }
}

async function check(previous: string, line: AuditLine): Promise<Fault | null> {
  const { seq, event, seal, noted } = line
  const fault = (kind: FaultKind): Fault => ({ seq, kind })
  if (event === null) return fault('missing')
  if (seal === null) return fault('unsealed')
  const wrong = await wrongContent(line, event, seal)
  if (wrong !== null) return fault(wrong)
  if (seal.head !== (await headAfter(previous, event, seal, line.left))) return fault('broken')
  if (line.left.length > 0 && !takesContent(event.type)) return fault('unexplained')
  return noted === null || noted === seal.head ? null : fault('noted')
}

async function wrongContent(
  { eraser }: AuditLine,
  event: LogLine,
  seal: Seal,
): Promise<'changed' | 'unexplained' | null> {
  const isAs = async (digest: string) => (digest === (await contentDigest(event)) ? null : 'changed')
  if (event.erasedBy === null) return isAs(seal.content)
  if (eraser === null) return 'unexplained'
  if (!eraser.isSealed) return null
  return eraser.content === null ? 'unexplained' : isAs(eraser.content)
}
