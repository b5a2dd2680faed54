import type { Block, MinutesDocument } from '../document/index.ts'
import type { Answers, Row } from '../form/answers.ts'
import type { ChoiceLists, Field, FieldType, Form } from '../form/definition/index.ts'
import { displayAnswer, rowsOf } from '../form/index.ts'

/** What everyone may read of a record, as one text. */
export type PublicText = { readonly title: string; readonly text: string }

/** What people look for by words; numbers, files and points are not among it. */
const sought: ReadonlySet<FieldType> = new Set([
  'text',
  'date',
  'partial_date',
  'select_one',
  'select_multiple',
  'list',
  'reference',
  'calculate',
])

/** What a reference is called as far as everyone may know, else ''; a name is its own. */
export type PublicNames = (answer: string) => string

/**
 * The text of published answers (see `asPublished`), French, a line an answer; that of the title is apart. Pure.
 */
export function textOfAnswers(
  form: Form,
  lists: ChoiceLists,
  answers: Answers,
  reference: string,
  names: PublicNames,
): PublicText {
  const display = (field: Field, from: Answers | Row): string => {
    const answer = from[field.name]
    if (answer === undefined || !sought.has(field.type)) return ''
    if (field.type === 'reference') return names(String(answer))
    return displayAnswer(field, lists, answer, 'fr', new Map())
  }
  const title = form.fields.find(({ name }) => name === form.titleField)
  const texts = form.fields.flatMap((field) => {
    if (field === title) return []
    if (field.type !== 'repeat') return [display(field, answers)]
    return rowsOf(answers, field.name).flatMap((row) => field.fields.map((inner) => display(inner, row)))
  })
  return {
    title: (title && display(title, answers)) || reference,
    text: texts.filter((text) => text !== '').join('\n'),
  }
}

/** The text of a document, a line a paragraph. Pure. */
export const textOfDocument = ({ title, date, blocks }: MinutesDocument): string =>
  [`${title} ${date}`, ...blocks.flatMap(linesOf)].filter((text) => text !== '').join('\n')

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [[block.label, block.text].filter(Boolean).join(' ')]
    case 'list':
      return block.items
    case 'links':
      return block.items.map(({ text }) => text)
    case 'table':
      return [block.caption, ...block.rows.flat(2)]
  }
}
