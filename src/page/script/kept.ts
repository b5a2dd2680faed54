/** What was typed in a form, by control name, and when: milliseconds since 1970, UTC. */
export type Draft = {
  /** The record's id; of a correction, the revision corrected. */
  readonly id: string
  readonly at: number
  readonly entries: readonly (readonly [string, string])[]
}

/** On this device until it is sent; or in this tab alone, for whoever goes back. */
export type Place = 'localStorage' | 'sessionStorage'

/** Whether there was room for the draft, and leave to keep it. */
export function keep(place: Place, key: string, draft: Draft): boolean {
  try {
    globalThis[place].setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function forget(place: Place, key: string): void {
  try {
    globalThis[place].removeItem(key)
  } catch {
    // Storage is refused: nothing was kept either.
  }
}

/** The draft kept there; null when there is none that can be read. */
export function read(place: Place, key: string): Draft | null {
  try {
    return JSON.parse(globalThis[place].getItem(key) ?? 'null') as Draft | null
  } catch {
    return null
  }
}
