import type { Criteria, Field, FieldType, Form, Plan } from './definition/index.ts'
import { findField } from './fields.ts'

/** Checks that what a plan is made of is there and of the right kind. */
export function checkPlan(
  form: Form,
  { series, order, columns, held, criteria, rhythm }: Plan,
  ofRecord: (use: string, name: string) => Field,
  refuse: (reason: string) => never,
): void {
  if (ofRecord('plan.series', series).type !== 'select_one') refuse('plan.series must be a select_one')
  ofRecord('plan.order', order)
  for (const name of columns.flatMap((one) => one.columns.flatMap(({ fields }) => fields)))
    if (!findField(form, name)) refuse(`plan.columns names no field: "${name}"`)
  const unknown = held.find((code) => !form.workflow.states.some((state) => state.code === code))
  if (unknown !== undefined) refuse(`plan.held names no state: "${unknown}"`)
  if (criteria) checkCriteria(criteria, ofRecord('plan.criteria', criteria.field), refuse)
  if (!rhythm) return
  if (!form.calendar) refuse('plan.rhythm needs a calendar')
  const { months, least, most, placeDays } = rhythm
  if (![months, least, most, placeDays].every(Number.isInteger)) refuse('plan.rhythm counts in whole numbers')
  if (months < 1 || least < 0 || most < least) refuse('plan.rhythm allows nothing')
}

function checkCriteria(
  { field, text, assessment, evidence, met, partly, unmet }: Criteria,
  repeat: Field,
  refuse: (reason: string) => never,
): void {
  if (repeat.type !== 'repeat') refuse(`plan.criteria names "${field}", which is no repeat`)
  const typed = (key: string, name: string, type: FieldType) => {
    if (repeat.fields.find((inner) => inner.name === name)?.type !== type)
      refuse(`plan.criteria.${key} must be a ${type} of "${field}": "${name}"`)
  }
  typed('text', text, 'text')
  typed('assessment', assessment, 'select_one')
  typed('evidence', evidence, 'text')
  const meant = [...met, ...partly, ...unmet]
  const twice = meant.find((code, index) => meant.indexOf(code) !== index)
  if (twice !== undefined) refuse(`plan.criteria gives the assessment "${twice}" two meanings`)
}
