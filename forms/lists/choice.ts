import type { Choice } from '../../src/form/definition/index.ts'

/** One line of a choice list: its code, its French and English labels, its attributes if it has any. */
export const choice = (
  code: string,
  fr: string,
  en: string,
  attributes: Choice['attributes'] = {},
): Choice => ({ code, label: { fr, en }, attributes })
