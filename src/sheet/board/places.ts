import type { Catalogue, Field, Form } from '../../form/definition/index.ts'
import { referenceOf } from '../../record/reference.ts'
import type { Sketch, Wanted } from '../../store/sketches.ts'
import { type BoardRow, boardKey } from './board.ts'
import { isPersonal } from './personal.ts'
import { joined, shownAnswer, statusOf, titleOf } from './shown.ts'

const rubric = 'À définir'

type Open = { readonly form: Form; readonly field: Field; readonly label: string }

/** The fields that a plan or a calendar may leave to be defined, and what they are called until then. */
const openFields = (catalogue: Catalogue): readonly Open[] =>
  catalogue.forms
    .filter(({ plan, calendar }) => plan !== null || calendar !== null)
    .flatMap((form) =>
      form.fields.flatMap((field) =>
        field.undefinedLabel === null || !field.mirrored || isPersonal(catalogue, field)
          ? []
          : [{ form, field, label: field.undefinedLabel.fr }],
      ),
    )

/** What must be read of the records that leave something to be defined. */
export const wantedOfPlaces = (catalogue: Catalogue): readonly Wanted[] =>
  openFields(catalogue).map(({ form, field }) => ({
    form: form.id,
    fields: [form.titleField, field.name, ...(form.calendar ? [form.calendar.date] : [])],
  }))

/** How many records leave each such field empty, then which. */
export const placeRows = (catalogue: Catalogue, sketches: readonly Sketch[]): readonly BoardRow[] =>
  openFields(catalogue).flatMap(({ form, field, label }) => {
    const open = sketches.filter((one) => one.form === form.id && one.answers[field.name] === undefined)
    const rows = open.map((record): BoardRow => {
      const date = form.calendar ? shownAnswer(catalogue, form, record, form.calendar.date) : ''
      const missing = `${field.label.fr}\u00a0: ${label}`
      return {
        key: boardKey('open', referenceOf(form.prefix, record.number), field.name),
        cells: [
          rubric,
          titleOf(catalogue, form, record),
          '',
          joined([missing, date, statusOf(form, record)]),
        ],
      }
    })
    const total: BoardRow = {
      key: boardKey('open', form.id, field.name),
      cells: [rubric, `${form.sheet.tab} — ${field.label.fr}`, open.length, ''],
    }
    return [total, ...rows]
  })
