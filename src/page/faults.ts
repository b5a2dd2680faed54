import type { Field, Form } from '../form/definition/index.ts'
import type { Locale } from '../form/text.ts'
import type { Issue } from '../problem.ts'
import { rowTitleOf } from './row-title.ts'
import { firstControl } from './typed.ts'

/** A fault as the page tells it. */
export type Fault = {
  /** The field it stands beside ("zones.0.zone_region"); '' for none. */
  readonly name: string
  /** The id of the control that the summary links to. */
  readonly control: string
  readonly message: string
  /** What the summary says before the message, which stands there alone: the row and the field, unless it names it. */
  readonly where: string
}

type Place = {
  readonly field: Field | null
  readonly name: string
  readonly row: string
  /** Where it is on the page: the field's place, the row's, the place in the row. */
  readonly order: readonly [number, number, number]
}

/** Issues by place, one a field, in the order of the page; what belongs to no field comes first. */
export function faultsOf(form: Form, issues: readonly Issue[], locale: Locale): readonly Fault[] {
  const placed = issues.map(({ pointer, message }) => ({ place: placeOf(form, pointer, locale), message }))
  const ordered = placed.sort((a, b) => comparePlaces(a.place, b.place))
  return ordered
    .map(({ place, message }) => faultAt(place, message[locale], locale))
    .filter(({ name }, index, all) => name === '' || all.findIndex((one) => one.name === name) === index)
}

function comparePlaces({ order: a }: Place, { order: b }: Place): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}

function faultAt({ field, name, row }: Place, message: string, locale: Locale): Fault {
  if (field === null) return { name, control: 'page-contenu', message, where: '' }
  const label = field.label[locale]
  const named = message.includes(label.replace(/\.$/, ''))
  const parts = [row, named || field.type === 'repeat' ? '' : label]
  const where = parts.filter((part) => part !== '').join(' – ')
  return { name, control: firstControl(field, name), message, where }
}

function placeOf(form: Form, pointer: string, locale: Locale): Place {
  const [head, index, inner] = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const at = form.fields.findIndex(({ name }) => name === head)
  const field = form.fields[at]
  if (!field) return { field: null, name: '', row: '', order: [-1, -1, -1] }
  if (field.type !== 'repeat' || index === undefined) {
    return { field, name: field.name, row: '', order: [at, -1, -1] }
  }
  const row = rowTitleOf(field, locale, String(Number(index) + 1))
  const innerAt = field.fields.findIndex(({ name }) => name === inner)
  const innerField = field.fields[innerAt] ?? field
  const path = `${field.name}.${index}`
  const name = innerField === field ? path : `${path}.${innerField.name}`
  return { field: innerField, name, row, order: [at, Number(index), innerAt] }
}
