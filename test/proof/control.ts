/** A test by its file, below test/, and its name as it is written there: before a table's values are put in. */
export type Proof = readonly [file: string, name: string]

/** What one item of the OWASP ASVS 5.0.0 comes to in Recueil (github.com/OWASP/ASVS/tree/v5.0.0). */
export type Control = {
  /** As "1.2.1". */
  readonly id: string
  readonly level: 1 | 2 | 3
  /** What the item asks, in short and in our words. */
  readonly asks: string
  /** What answers it here, and where it is. */
  readonly control: string
  /** What fails when it no longer holds: one at least. */
  readonly tests: readonly [Proof, ...Proof[]]
}

/** An item that asks for nothing here, and why. */
export type Beside = { readonly id: string; readonly why: string }
