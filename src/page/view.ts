import type { Choice, ChoiceLists, Field, Form, Term } from '../form/definition/index.ts'
import type { Names } from '../form/names.ts'
import type { Locale } from '../form/text.ts'
import type { Typed } from './typed.ts'

/** All that the controls of a form need to be drawn. */
export type FormView = {
  readonly form: Form
  readonly lists: ChoiceLists
  readonly locale: Locale
  /** The address it is sent to; '' for that of the page. */
  readonly action: string
  readonly typed: Typed
  /** What is wrong, by field name ("zones.0.zone_region"). */
  readonly errors: ReadonlyMap<string, string>
  readonly names: Names
  /** The group's words, for hints under long texts. */
  readonly terms: readonly Term[]
  /** Texts shown in place of controls: calculations, and what only the sheet may change. */
  readonly outputs: ReadonlyMap<string, string>
}

/** A field where it stands: `name` says in which row. */
export type Placed = { readonly view: FormView; readonly field: Field; readonly name: string }

export const hintId = (name: string) => `${name}:hint`
export const errorId = (name: string) => `${name}:error`

/** Above this many choices a list is a drop-down (GOV.UK's radios are for a handful). */
const mostRadios = 6

/** How a select_one is drawn. A list that depends on another answer is always a drop-down. */
export function drawnAs(field: Field, lists: ChoiceLists): 'radios' | 'select' {
  const count = lists[field.choices ?? '']?.length ?? 0
  return count <= mostRadios && field.choice_filter === null ? 'radios' : 'select'
}

export type Group = { readonly label: string | null; readonly choices: readonly Choice[] }

/**
 * The choices of a field, grouped for a page that cannot filter them by the answer they depend on: by the attribute
 * whose values are codes of a question of the same row or form (departments under their region).
 */
export function groupedChoices(field: Field, { form, lists, locale }: FormView): readonly Group[] {
  const choices = lists[field.choices ?? ''] ?? []
  if (field.choice_filter === null) return [{ label: null, choices }]
  const row = form.fields.find(({ fields }) => fields.includes(field))
  for (const other of [...(row?.fields ?? []), ...form.fields]) {
    if (other.type !== 'select_one' || other === field) continue
    const parents = lists[other.choices ?? ''] ?? []
    const codes = new Set(parents.map(({ code }) => code))
    const keys = Object.keys(choices[0]?.attributes ?? {})
    const key = keys.find((name) => choices.every(({ attributes }) => codes.has(attributes[name] ?? '')))
    if (key === undefined) continue
    return parents
      .map((parent) => ({
        label: parent.label[locale],
        choices: choices.filter(({ attributes }) => attributes[key] === parent.code),
      }))
      .filter((group) => group.choices.length > 0)
  }
  return [{ label: null, choices }]
}
