import type { Field } from '../form/definition/index.ts'
import type { Locale } from '../form/text.ts'

/** "Zone 2": a row's words with its number. Places for anything but `{n}` are left out with what joins them. */
export function rowTitleOf(repeat: Field, locale: Locale, number: string): string {
  const label = (repeat.rowLabel ?? repeat.label)[locale].replace(/[\s–—,-]*\{(?!n\})\w+\}/g, '')
  return label.includes('{n}') ? label.replace('{n}', number) : `${label} ${number}`
}
