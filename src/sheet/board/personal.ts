import type { Catalogue, Field } from '../../form/definition/index.ts'
import { findField, findForm } from '../../form/index.ts'
import { layoutOf } from '../layout.ts'

/**
 * Whether what is shown of a field tells something personal: the field itself, a row's field shown in the cell of its
 * repeat, or the name of the record it refers to.
 */
export function isPersonal(catalogue: Catalogue, field: Field): boolean {
  if (field.data !== null || field.fields.some((inner) => isPersonal(catalogue, inner))) return true
  if (field.reference === null) return false
  const target = findForm(catalogue, field.reference.form)
  return target ? findField(target, field.reference.label)?.data != null : false
}

/**
 * Tells, of a form's id and a column's label, whether the column's values may stand on a board. One that no tab of the
 * form has any more may have been personal: its values may not.
 */
export function tellable(catalogue: Catalogue): (form: string, label: string) => boolean {
  const columns = layoutOf(catalogue, {}).flatMap((tab) =>
    tab.columns.map(({ label, source }) => ({
      name: `${tab.form.id} ${label}`,
      personal: 'field' in source && (tab.repeat?.data != null || isPersonal(catalogue, source.field)),
    })),
  )
  const known = new Set(columns.map(({ name }) => name))
  const personal = new Set(columns.flatMap((column) => (column.personal ? [column.name] : [])))
  return (form, label) => known.has(`${form} ${label}`) && !personal.has(`${form} ${label}`)
}
