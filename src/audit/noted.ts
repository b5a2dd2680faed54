import type { Point } from './verify.ts'

/**
 * A head that somebody noted elsewhere, as they type or paste it: the event's number, and 64 hexadecimal digits.
 * @returns null when it is no such thing
 */
export function readNoted(seq: string, head: string): Point | null {
  const number = seq.replaceAll(/\D/g, '')
  const digits = head.replaceAll(/\s/g, '').toLowerCase()
  return /^\d{1,15}$/.test(number) && /^[0-9a-f]{64}$/.test(digits)
    ? { seq: Number(number), head: digits }
    : null
}
