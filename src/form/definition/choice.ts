import type { Text } from '../text.ts'

/** One choice: its code is what is stored; other attributes serve choice filters and exports. */
export type Choice = {
  readonly code: string
  readonly label: Text
  readonly attributes: Readonly<Record<string, string>>
}

export type ChoiceLists = Readonly<Record<string, readonly Choice[]>>
