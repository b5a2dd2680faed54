/** A parsed regular expression. `most` is Infinity where a repetition has no upper bound. */
export type PatternNode =
  | { readonly kind: 'literal'; readonly character: string }
  /** `test` is a JavaScript expression for one character alone: it cannot backtrack. */
  | { readonly kind: 'set'; readonly test: RegExp }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repetition'; readonly item: PatternNode; readonly least: number; readonly most: number }
