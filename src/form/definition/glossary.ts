/** A term the group uses, and those it would rather not read. */
export type Term = { readonly preferred: string; readonly avoid: readonly string[] }

/**
 * Where a record says which term the group uses, what it means and by whom, and which terms it avoids; in which states
 * it counts, and what the lexicon begins with.
 */
export type Glossary = {
  readonly preferred: string
  readonly avoid: string
  readonly definition: string
  readonly source: string
  readonly states: readonly string[]
  readonly starting: readonly Term[]
}
