/** Bytes to be put in the place of as many others. */
export type Patch = {
  readonly at: number
  readonly bytes: Uint8Array
  /** Whether what they take the place of says where, or may: it could not be read. */
  readonly place: boolean
}

/** What was read at a mark: where it ends, and what is to be changed of it. */
export type Found = { readonly end: number; readonly patches: readonly Patch[] }

/** Puts what is patched in its place. */
export function apply(bytes: Uint8Array, patches: readonly Patch[]): void {
  for (const patch of patches) bytes.set(patch.bytes, patch.at)
}

/** The bytes as text, a character each. */
export const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Whether a text stands at a place. */
export const standsAt = (bytes: Uint8Array, at: number, text: string): boolean =>
  latin1(bytes.subarray(at, at + text.length)) === text
