import type { Text } from '../text.ts'
import type { ChoiceLists } from './choice.ts'
import type { Form } from './form.ts'

/** Whose forms they are. The coordination may call the group otherwise since (`record/settings.ts`). */
export type Group = {
  readonly name: Text
  /** What the home page says of it. */
  readonly introduction: Text
  /** It opens the subjects of messages: "[GT MIGRATION] …". */
  readonly short: string
  /** Under which the published data may be used, with its address. */
  readonly licence: Text
  /** Where the regions of the forms are; the code is ISO 3166-1 alpha-3. */
  readonly country: { readonly code: string; readonly name: Text }
}

/** Every form of the group and the lists they draw on, checked together; `group` is null for nobody's in particular. */
export type Catalogue = {
  readonly forms: readonly Form[]
  readonly lists: ChoiceLists
  readonly group: Group | null
}
