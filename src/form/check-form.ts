import { checkCalendar } from './check-calendar.ts'
import { checkCartography } from './check-cartography.ts'
import { checkField } from './check-field.ts'
import { checkAttendance, checkDocument, checkMinutes } from './check-minutes.ts'
import { checkPersonal } from './check-personal.ts'
import { checkPlan } from './check-plan.ts'
import { checkReminder } from './check-reminders.ts'
import { checkWorkflow } from './check-workflow.ts'
import type { Field, Form } from './definition/index.ts'
import { faultOf } from './fault.ts'
import { findField, placedFields } from './fields.ts'
import { settlingOrder } from './order.ts'

/** A form's id is part of its addresses. */
const formId = /^[a-z][a-z0-9-]{0,62}$/
/** Two to eight capitals, as the references of records are read. */
const prefix = /^[A-Z]{2,8}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Checks all that can be checked without the choice lists and the other forms. @throws Error naming what is wrong */
export function checkForm(form: Form): void {
  const refuse = (reason: string): never => {
    throw faultOf(form.id, '', reason)
  }
  if (!formId.test(form.id)) refuse('its id must be lower-case letters, digits and hyphens')
  if (!prefix.test(form.prefix)) refuse(`its prefix "${form.prefix}" must be two to eight capital letters`)
  checkNames(form)
  for (const { field, repeat } of placedFields(form)) checkField(form, field, repeat)
  checkWorkflow(form)
  checkPersonal(form)
  checkUses(form, refuse)
  for (const reminder of form.reminders) checkReminder(form, reminder)
  for (const { id } of form.seeds)
    if (!uuid.test(id)) refuse(`the seed id "${id}" is not a UUID in lower case`)
  const twice = repeated(form.seeds.map(({ id }) => id))
  if (twice !== undefined) refuse(`two seeds have the id "${twice}"`)
  try {
    settlingOrder(form)
  } catch (error) {
    refuse(`relevances and calculations form a cycle: ${error instanceof Error ? error.message : error}`)
  }
}

/** The first that occurs twice. */
export const repeated = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index)

function checkNames(form: Form): void {
  if (form.fields.length === 0) throw faultOf(form.id, '', 'it has no field')
  const names = placedFields(form).map(({ field }) => field.name)
  const twice = repeated(names)
  if (twice !== undefined) {
    throw faultOf(
      form.id,
      `field "${twice}"`,
      'the name is used twice (names are unique in a form, rows included)',
    )
  }
  const section = repeated(form.sections.map(({ id }) => id))
  if (section !== undefined) throw faultOf(form.id, '', `two sections have the id "${section}"`)
}

/** What the form says of its own fields: title, publication, plan, calendar, the columns beside a repeat's rows. */
function checkUses(form: Form, refuse: (reason: string) => never): void {
  const has = (use: string, name: string): Field =>
    findField(form, name) ?? refuse(`${use} names no field: "${name}"`)
  const ofRecord = (use: string, name: string): Field => {
    const field = has(use, name)
    return form.fields.includes(field)
      ? field
      : refuse(`${use} names "${name}", which is a field of a repeat's rows`)
  }
  const isUnknown = (code: string) => !form.workflow.states.some((one) => one.code === code)
  ofRecord('titleField', form.titleField)
  if (form.publication) {
    const unknown = form.publication.states.find(isUnknown)
    if (unknown !== undefined) refuse(`publication names no state: "${unknown}"`)
    if (form.publication.field !== null) ofRecord('publication', form.publication.field)
    const { reread, states } = form.publication
    if (reread !== null && (isUnknown(reread) || states.includes(reread)))
      refuse(`publication.reread names no state in which nobody else reads a record: "${reread}"`)
  }
  if (form.calendar) checkCalendar(form, form.calendar, ofRecord, refuse)
  if (form.plan) checkPlan(form, form.plan, ofRecord, refuse)
  if (form.attendance) checkAttendance(form.attendance, ofRecord, refuse)
  if (form.glossary) {
    ofRecord('glossary.preferred', form.glossary.preferred)
    for (const name of [form.glossary.definition, form.glossary.source]) ofRecord('glossary', name)
    if (ofRecord('glossary.avoid', form.glossary.avoid).type !== 'list')
      refuse('glossary.avoid must be a list')
    const unknown = form.glossary.states.find(isUnknown)
    if (unknown !== undefined) refuse(`glossary names no state: "${unknown}"`)
  }
  if (form.document) checkDocument(form.document, ofRecord, refuse)
  if (form.minutes) checkMinutes(form, form.minutes, ofRecord, refuse)
  checkCartography(form, has, ofRecord, refuse)
  for (const field of form.fields)
    for (const name of field.context) ofRecord(`context of "${field.name}"`, name)
}
