import type { Choice, ChoiceLists, Field, Form, Term } from '../form/definition/index.ts'
import { type Expression, references } from '../form/expression/index.ts'
import type { Locale } from '../form/text.ts'
import { type Word, word } from './words.ts'

/** The keys of a field that its relevance, its calculation and its choices depend on; the usual values are left out. */
export type LogicField = Pick<Field, 'name' | 'type'> &
  Partial<Pick<Field, 'relevant' | 'calculation' | 'default' | 'choices' | 'choice_filter'>> & {
    readonly fields?: readonly LogicField[]
  }

/** What the script needs to know of a page's form. */
export type PageData = {
  readonly words: Readonly<Record<ScriptWord, string>>
  /** What to say of words that the group would rather not read. */
  readonly terms: readonly Term[]
  /** Null when nothing of the form depends on an answer. */
  readonly logic: {
    readonly fields: readonly LogicField[]
    readonly lists: Readonly<Record<string, readonly Pick<Choice, 'code' | 'attributes'>[]>>
  } | null
}

const scriptWords = [
  'left',
  'over',
  'useMyPlace',
  'placeFailed',
  'filter',
  'draftRestored',
  'draftKept',
  'eraseDraft',
  'eraseSurely',
  'termHint',
] as const satisfies readonly Word[]
export type ScriptWord = (typeof scriptWords)[number]

/** The data of a form page for the script, as JSON. */
export function pageData(form: Form, lists: ChoiceLists, terms: readonly Term[], locale: Locale): string {
  const entries = scriptWords.map((key) => [key, word(locale, key)] as const)
  const fields = form.fields.filter((field) => concerns(form, field)).map((field) => logicField(form, field))
  const filtered = new Set(
    form.fields
      .flatMap((field) => [field, ...field.fields])
      .flatMap(({ choices, choice_filter }) => (choices === null || choice_filter === null ? [] : [choices])),
  )
  const data: PageData = {
    words: Object.fromEntries(entries) as PageData['words'],
    terms,
    logic:
      fields.length === 0
        ? null
        : {
            fields,
            lists: Object.fromEntries(
              [...filtered].map((id) => [
                id,
                (lists[id] ?? []).map(({ code, attributes }) => ({ code, attributes })),
              ]),
            ),
          },
  }
  return JSON.stringify(data)
}

const expressionsOf = (field: Field): readonly Expression[] =>
  [field.relevant, field.calculation, field.default, field.choice_filter].filter(
    (expression) => expression !== null,
  )

/** Whether the field, or one in its rows, depends on an answer or is depended on. */
function concerns(form: Form, field: Field): boolean {
  const every = form.fields.flatMap((one) => [one, ...one.fields])
  const used = new Set(every.flatMap(expressionsOf).flatMap((expression) => references(expression)))
  return [field, ...field.fields].some((one) => used.has(one.name) || expressionsOf(one).length > 0)
}

function logicField(form: Form, field: Field): LogicField {
  const { name, type, relevant, calculation, default: first, choices, choice_filter } = field
  const inner = field.fields.filter((one) => concerns(form, one)).map((one) => logicField(form, one))
  return {
    name,
    type,
    ...(relevant && { relevant: bare(relevant) }),
    ...(calculation && { calculation: bare(calculation) }),
    ...(first && { default: bare(first) }),
    ...(choice_filter && { choices, choice_filter: bare(choice_filter) }),
    ...(inner.length > 0 && { fields: inner }),
  }
}

/** Only the tree is evaluated: the source would be sent for nothing. */
const bare = ({ tree }: Expression): Expression => ({ source: '', tree })
