import type { Catalogue, Field, Form } from '../form/definition.ts'
import { type Column, formColumns, repeatColumns } from './columns.ts'
import { identifier } from './identifier.ts'

/** A tab that the mirror manages: one for each form, one for each repeat that asks for its own. Pure. */
export type Tab = {
  /** `form` or `form/repeat`. */
  readonly key: string
  /** What the tab is called when it is made. */
  readonly title: string
  /** How many times it was made anew after being deleted. */
  readonly generation: number
  readonly sheetId: number
  readonly form: Form
  readonly repeat: Field | null
  readonly columns: readonly Column[]
}

/** The generation of each tab that is not at its first, by tab key. */
export type Generations = Readonly<Record<string, number>>

/** Every tab of the workbook, in the catalogue's order, each form's own before its repeats'. */
export function layoutOf(catalogue: Catalogue, generations: Generations): readonly Tab[] {
  return catalogue.forms.flatMap((form) => formTabs(form, catalogue, generations))
}

function formTabs(form: Form, { lists }: Catalogue, generations: Generations): readonly Tab[] {
  const own = { form, repeat: null, key: form.id, title: form.sheet.tab, columns: formColumns(form, lists) }
  const repeats = form.fields.flatMap((repeat) =>
    repeat.type !== 'repeat' || repeat.tab === null || !repeat.mirrored
      ? []
      : [
          {
            form,
            repeat,
            key: `${form.id}/${repeat.name}`,
            title: repeat.tab,
            columns: repeatColumns(form, repeat, lists),
          },
        ],
  )
  return [own, ...repeats].map((tab) => {
    const generation = generations[tab.key] ?? 0
    return { ...tab, generation, sheetId: sheetIdOf(tab.key, generation) }
  })
}

/** The id of a tab; a new generation is another tab to Google. */
export const sheetIdOf = (key: string, generation: number): number =>
  identifier('tab', key, String(generation))

/** The id of the developer metadata that tags a column. */
export const columnIdOf = (tab: Tab, column: Column): number =>
  identifier('column', tab.key, String(tab.generation), column.key)

/** The id of the warning that protects the columns from this one on. */
export const protectionIdOf = (tab: Tab, column: Column): number =>
  identifier('protection', tab.key, String(tab.generation), column.key)

/**
 * What the spreadsheet must have been given for this tab: another signature asks for the layout to be
 * checked.
 */
export function signatureOf(tab: Tab): string {
  const columns = tab.columns.map(({ key, tag, kind, choices }) => [key, tag, kind, choices])
  return `${tab.generation}:${identifier(JSON.stringify(columns)).toString(36)}`
}
