import type { Answers, Row } from '../form/answers.ts'
import type { ChoiceLists, Field, Form } from '../form/definition/index.ts'
import { displayAnswer } from '../form/index.ts'
import { type Names, namesOf } from '../form/names.ts'
import type { Locale } from '../form/text.ts'
import { rowTitleOf } from './row-title.ts'

/** One answer as a person reads it. */
export type Shown = {
  readonly name: string
  readonly section: string
  readonly label: string
  /** "Zone 2", or null outside a repeat. */
  readonly row: string | null
  readonly text: string
  /** Whether the text is the address of a page. */
  readonly isAddress: boolean
}

type With = { readonly lists: ChoiceLists; readonly names: Names; readonly locale: Locale }

/** Every answer in the order of the form, those of repeats row by row; empty ones are left out. */
export function flatAnswers(form: Form, answers: Answers, { lists, names, locale }: With): readonly Shown[] {
  const shown = (field: Field, from: Answers | Row, name: string, section: string, row: Shown['row']) => {
    const text = displayAnswer(field, lists, from[field.name], locale, namesOf(names, field))
    const isAddress = field.format === 'url'
    return text === '' ? [] : [{ name, section, label: field.label[locale], row, text, isAddress }]
  }
  return form.fields.flatMap((field): readonly Shown[] => {
    if (field.type !== 'repeat') return shown(field, answers, field.name, field.section, null)
    const rows = answers[field.name]
    if (!Array.isArray(rows)) return []
    return (rows as readonly Row[]).flatMap((row, index) =>
      field.fields.flatMap((inner) =>
        shown(
          inner,
          row,
          `${field.name}.${index}.${inner.name}`,
          field.section,
          rowTitleOf(field, locale, String(index + 1)),
        ),
      ),
    )
  })
}
