import type { Catalogue, Form } from '../../form/definition/index.ts'
import type { Count } from '../../store/records.ts'
import { type BoardRow, boardKey } from './board.ts'

/** How many records each form has in each of its states, none included; then in states that it has no more. */
export const statusRows = ({ forms }: Catalogue, counts: readonly Count[]): readonly BoardRow[] =>
  forms.flatMap((form) =>
    formRows(
      form,
      counts.filter((count) => count.form === form.id),
    ),
  )

function formRows(form: Form, counts: readonly Count[]): readonly BoardRow[] {
  const { states } = form.workflow
  const former = counts.filter(({ status }) => !states.some(({ code }) => code === status))
  return [
    ...states.map(({ code, label }) => ({ code, label: label.fr })),
    ...former.map(({ status }) => ({ code: status, label: status })),
  ].map(({ code, label }) => ({
    key: boardKey('status', form.id, code),
    cells: [
      'Fiches par statut',
      `${form.sheet.tab} — ${label}`,
      counts.find(({ status }) => status === code)?.count ?? 0,
      '',
    ],
  }))
}
