import type { Answers } from '../form/answers.ts'
import type { ChoiceLists, Form, Library } from '../form/definition/index.ts'
import { rowsOf } from '../form/index.ts'
import type { Text } from '../form/text.ts'

type Document = { readonly answers: Answers }

/** What a visitor asks of the library; '' for nothing. */
export type LibraryQuery = {
  readonly order: Order
  /** The reference of an item of the plan. */
  readonly item: string
  readonly theme: string
}

/** By level, then kind; the newest first; by title. */
export const orders = ['niveau', 'date', 'titre'] as const
export type Order = (typeof orders)[number]

/** Documents under one heading; null: all in one list. */
export type Shelf<One> = { readonly title: Text | null; readonly documents: readonly One[] }

/** The items of a plan that a document serves. */
export const itemsOf = ({ items }: Library, { answers }: Document): readonly string[] =>
  rowsOf(answers, items.repeat).map((row) => String(row[items.reference] ?? ''))

/**
 * The documents asked for, in the order asked for. By level: legal texts level by level, then the others kind by kind,
 * each by title. Pure.
 */
export function shelvesOf<One extends Document>(
  form: Form,
  library: Library,
  lists: ChoiceLists,
  documents: readonly One[],
  { order, item, theme }: LibraryQuery,
): readonly Shelf<One>[] {
  const themesOf = ({ answers }: One) => (answers[library.themes] ?? []) as readonly string[]
  const asked = documents
    .filter((one) => item === '' || itemsOf(library, one).includes(item))
    .filter((one) => theme === '' || themesOf(one).includes(theme))
    .toSorted(byTitle(form))
  if (order === 'titre') return [{ title: null, documents: asked }]
  if (order === 'date') return [{ title: null, documents: asked.toSorted(byDate(library)) }]
  const choicesOf = (name: string) =>
    lists[form.fields.find((field) => field.name === name)?.choices ?? ''] ?? []
  return [
    ...choicesOf(library.level).map(({ code, label }) => ({
      title: label,
      documents: asked.filter(({ answers }) => answers[library.level] === code),
    })),
    ...choicesOf(library.kind).map(({ code, label }) => ({
      title: label,
      documents: asked.filter(
        ({ answers }) => answers[library.level] === undefined && answers[library.kind] === code,
      ),
    })),
  ].filter((shelf) => shelf.documents.length > 0)
}

const byTitle = ({ titleField }: Form) => {
  const { compare } = new Intl.Collator('fr', { numeric: true })
  return (one: Document, other: Document): number =>
    compare(String(one.answers[titleField] ?? ''), String(other.answers[titleField] ?? ''))
}

/** The newest first; what has no date comes last. */
const byDate =
  ({ date }: Library) =>
  (one: Document, other: Document): number => {
    const [a, b] = [one, other].map(({ answers }) => String(answers[date] ?? ''))
    return a === b ? 0 : (a ?? '') < (b ?? '') ? 1 : -1
  }
