/**
 * How many bits of a digest must be zero: some 16,000 digests to find one, about a second on a cheap phone, done while
 * its owner types; one to check.
 */
const zeroBits = 14

/** What is to be worked on: it is for one record and one opening of its form, so that no work serves twice. */
export const workFor = (id: string, opening: string): string => `${id.toLowerCase()} ${opening}`

/** Whether the SHA-256 of the work and this number, a space between, begins with enough zeros. */
export async function isProof(work: string, number: string): Promise<boolean> {
  if (!/^\d{1,9}$/.test(number)) return false
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${work} ${number}`))
  return new DataView(digest).getUint32(0) >>> (32 - zeroBits) === 0
}

/** Tried at a time: digests are made elsewhere, and waiting for each would take longer than making it. */
const together = 256

/** Finds the number that proves the work. */
export async function prove(work: string): Promise<string> {
  for (let from = 0; ; from += together) {
    const numbers = Array.from({ length: together }, (_, index) => String(from + index))
    const right = await Promise.all(numbers.map((number) => isProof(work, number)))
    const found = numbers[right.indexOf(true)]
    if (found !== undefined) return found
  }
}
