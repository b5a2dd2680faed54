/** A fault to plant in the mirror, which the tests must catch. */
export type Mutant = {
  /** What goes wrong, in the words of its consequence. */
  readonly name: string
  /** From the project's root. */
  readonly file: string
  /** A text that is in the file exactly once, and what is put in its place. */
  readonly from: string
  readonly to: string
}
