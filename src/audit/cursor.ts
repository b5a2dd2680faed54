import { derivedKey } from '../record/key.ts'
import { beginning, type Point } from './verify.ts'

/** A verification under way. */
export type Cursor = {
  readonly point: Point
  /** How many faults were found on the way. */
  readonly faults: number
  /** Milliseconds since 1970, UTC. */
  readonly begun: number
}

export const fromBeginning = (now: number): Cursor => ({ point: beginning, faults: 0, begun: now })

const shape = /^(\d{1,15})\.([0-9a-f]{64})\.(\d{1,15})\.(\d{1,15})\.([\w-]{32})$/

const signature = (secret: string, { point, faults, begun }: Cursor): Promise<string> =>
  derivedKey(secret, `log verified to ${point.seq} ${point.head} with ${faults} faults since ${begun}`)

/**
 * Where the next request goes on. It is signed, so that an address cannot claim that what comes before was verified.
 * @param secret RECUEIL_SECRET
 */
export async function writeCursor(secret: string, cursor: Cursor): Promise<string> {
  const { point, faults, begun } = cursor
  return `${point.seq}.${point.head}.${faults}.${begun}.${await signature(secret, cursor)}`
}

/** The verification that this text goes on with, or null when we wrote no such thing. */
export async function readCursor(secret: string, text: string): Promise<Cursor | null> {
  const [, seq, head = '', faults, begun, signed = ''] = shape.exec(text) ?? []
  if (seq === undefined) return null
  const cursor = { point: { seq: Number(seq), head }, faults: Number(faults), begun: Number(begun) }
  const bytes = (value: string) => new TextEncoder().encode(value)
  const isOurs = crypto.subtle.timingSafeEqual(bytes(await signature(secret, cursor)), bytes(signed))
  return isOurs ? cursor : null
}
