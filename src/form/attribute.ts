import type { Choice } from './definition/index.ts'

/** An attribute of a choice, '' when it has none of that name. `name` is its code, as in XLSForm. */
export function attributeOf(choice: Choice, name: string): string {
  if (name === 'name') return choice.code
  return Object.hasOwn(choice.attributes, name) ? (choice.attributes[name] ?? '') : ''
}
