import type { Catalogue, Field, Form } from '../form/definition/index.ts'
import { type Board, campaigns, dashboard, journal, keyColumn, stateBoard } from './board/index.ts'
import { boardColumns, type Column, formColumns, repeatColumns } from './columns.ts'
import { identifier } from './identifier.ts'

/** A tab that the mirror manages. Pure. */
export type AnyTab = {
  readonly key: string
  /** What the tab is called when it is made. */
  readonly title: string
  /** How many times it was made anew after being deleted. */
  readonly generation: number
  readonly sheetId: number
  readonly columns: readonly Column[]
  readonly form: Form | null
}

/** A tab of records: one for each form, its key the form's id, and one for each repeat that asks for its own. */
export type Tab = AnyTab & { readonly form: Form; readonly repeat: Field | null }

/** A tab of rows that are computed, and that nobody edits. */
export type BoardTab = AnyTab & { readonly form: null }

/** The generation of each tab that is not at its first, by tab key. */
export type Generations = Readonly<Record<string, number>>

/** Every tab of records, in the catalogue's order, each form's own before its repeats'. */
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

/** Every board, where the workbook has it: what explains the workbook first, the journal last. */
export function boardsOf({ forms }: Catalogue, generations: Generations): readonly BoardTab[] {
  const asks = forms.some(({ campaign }) => campaign !== null)
  return [stateBoard, dashboard, ...(asks ? [campaigns] : []), journal].map((board) => {
    const key = boardKeyOf(board)
    const generation = generations[key] ?? 0
    const sheetId = sheetIdOf(key, generation)
    return { key, title: board.title, generation, sheetId, columns: boardColumns(board), form: null }
  })
}

export const scratchKey = 'scratch'

/** The hidden tab to which a write copies what it overwrites: see `swap.ts`. */
export function scratchOf(generations: Generations): BoardTab {
  const generation = generations[scratchKey] ?? 0
  const sheetId = sheetIdOf(scratchKey, generation)
  const columns = boardColumns({ id: scratchKey, title: '', columns: [keyColumn] })
  return { key: scratchKey, title: 'Recueil (tampon)', generation, sheetId, columns, form: null }
}

export const boardKeyOf = ({ id }: Board): string => `board/${id}`

/** Every tab of the workbook, in the order in which a new one gets them. */
export function workbookOf(catalogue: Catalogue, generations: Generations): readonly AnyTab[] {
  const boards = boardsOf(catalogue, generations)
  const records = layoutOf(catalogue, generations)
  return [...boards.slice(0, 2), ...records, ...boards.slice(2), scratchOf(generations)]
}

/** The id of a tab; a new generation is another tab to Google. */
export const sheetIdOf = (key: string, generation: number): number =>
  identifier('tab', key, String(generation))

/** The id of the developer metadata that tags a column. */
export const columnIdOf = (tab: AnyTab, column: Column): number =>
  identifier('column', tab.key, String(tab.generation), column.key)

/** The id of the warning that protects the columns from this one on. */
export const protectionIdOf = (tab: AnyTab, column: Column): number =>
  identifier('protection', tab.key, String(tab.generation), column.key)

/**
 * What the spreadsheet must have been given for this tab: another signature asks for the layout to be
 * checked.
 */
export function signatureOf(tab: AnyTab): string {
  const columns = tab.columns.map(({ key, tag, kind, choices }) => [key, tag, kind, choices])
  return `${tab.generation}:${identifier(JSON.stringify(columns)).toString(36)}`
}
