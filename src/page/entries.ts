/** Names and texts of a form's controls, in its order. */
export type Entries = readonly (readonly [string, string])[]

/** The text of one control; '' when it was not sent. */
export const entryOf = (entries: Entries, name: string): string =>
  entries.find(([key]) => key === name)?.[1] ?? ''

/** The texts of every control of a name, such as the boxes that are ticked. */
export const entriesOf = (entries: Entries, name: string): readonly string[] =>
  entries.flatMap(([key, text]) => (key === name ? [text] : []))
