import type { Attendance, DocumentLayout, Field, FieldType, Form, Minutes } from './definition/index.ts'

type OfRecord = (use: string, name: string) => Field
type Refuse = (reason: string) => never

/** Checks that what an attendance list is made of is there and of the right kind. */
export function checkAttendance(
  { meeting, name, organisation, consent, mode }: Attendance,
  ofRecord: OfRecord,
  refuse: Refuse,
): void {
  const typed = (key: string, field: string, type: FieldType) => {
    if (ofRecord(`attendance.${key}`, field).type !== type) refuse(`attendance.${key} must be a ${type}`)
  }
  typed('meeting', meeting, 'reference')
  const publish = ofRecord('attendance.name', name).data?.publish
  if (typeof publish !== 'object' || publish.agreed !== consent)
    refuse('attendance.name is published as attendance.consent agrees to: its data must say so')
  ofRecord('attendance.organisation', organisation)
  typed('consent', consent, 'acknowledge')
  typed('mode', mode.field, 'select_one')
}

/** Checks that what minutes are made of is there and of the right kind. */
export function checkMinutes(
  form: Form,
  { meeting, date, from, writers, review, feeds }: Minutes,
  ofRecord: OfRecord,
  refuse: Refuse,
): void {
  if (ofRecord('minutes.meeting', meeting).type !== 'reference') refuse('minutes.meeting must be a reference')
  if (ofRecord('minutes.date', date).type !== 'date') refuse('minutes.date must be a date')
  for (const name of Object.keys(from)) ofRecord('minutes.from', name)
  const repeat = ofRecord('minutes.writers', writers.repeat)
  for (const name of [writers.name, writers.organisation])
    if (!repeat.fields.some((field) => field.name === name))
      refuse(`minutes.writers names no field of its rows: "${name}"`)
  if (!form.workflow.states.some(({ code }) => code === review.state))
    refuse(`minutes.review names no state: "${review.state}"`)
  if (!form.workflow.states.some(({ code, draft }) => code === form.workflow.initial && draft))
    refuse('minutes begin as a draft: their initial state must be one')
  for (const { field } of feeds) ofRecord('minutes.feeds', field)
}

/** Checks that a document's parts name fields that are there, and rows that have what is shown of them. */
export function checkDocument({ date, parts }: DocumentLayout, ofRecord: OfRecord, refuse: Refuse): void {
  ofRecord('document.date', date)
  for (const part of parts) {
    if (part.type === 'words') continue
    const names = 'fields' in part ? part.fields : ['repeat' in part ? part.repeat : part.field]
    const fields = names.map((name) => ofRecord(`document.${part.type}`, name))
    if (part.type !== 'sections') continue
    for (const name of [part.title, part.content, ...(part.plan ? [part.plan.field] : [])])
      if (!fields[0]?.fields.some((field) => field.name === name))
        refuse(`document.sections names no field of its rows: "${name}"`)
  }
}
