import type { Text } from '../text.ts'

/** A record as a document: its title, the field of its date, and its parts in order. */
export type DocumentLayout = {
  readonly title: Text
  readonly date: string
  readonly parts: readonly DocumentPart[]
  /** How those who were there are listed at the end. */
  readonly annex: {
    readonly title: Text
    readonly nobody: Text
    readonly unnamed: Text
    readonly unnamedOne: Text
  }
}

export type DocumentPart =
  /** A text led by its label; two answers on one line; words that always stand there. */
  | { readonly type: 'text'; readonly label: Text; readonly field: string }
  | { readonly type: 'line'; readonly label: Text; readonly fields: readonly string[] }
  | { readonly type: 'words'; readonly label: Text; readonly text: Text }
  /** An ordered list under its label. */
  | { readonly type: 'list'; readonly label: Text; readonly field: string }
  /** A section for each row of a repeat; where `plan.field` is answered by `plan.code`, the plan of action stands in it. */
  | {
      readonly type: 'sections'
      readonly repeat: string
      readonly title: string
      readonly content: string
      readonly plan: { readonly form: string; readonly field: string; readonly code: string } | null
    }
  /** The rows of a repeat under a title: as a list, or as a table. */
  | { readonly type: 'items'; readonly title: Text; readonly repeat: string }
  | { readonly type: 'table'; readonly title: Text; readonly repeat: string }
  /** A long text under a title. */
  | { readonly type: 'prose'; readonly title: Text; readonly field: string }
