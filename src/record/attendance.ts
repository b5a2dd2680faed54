import type { Context } from '../context.ts'
import type { Attendance, Form } from '../form/definition/index.ts'
import { allReferring } from '../store/referring.ts'
import type { StoredRecord } from './record.ts'

export type AttendanceForm = Form & { readonly attendance: Attendance }

/** Someone on an attendance list. `organisation`: the reference of one of the directory, or a name. */
export type Attendee = {
  readonly reference: string
  readonly name: string
  readonly organisation: string
  /** Whether the name may be shown in the minutes. */
  readonly consents: boolean
}

/** The form in which people say that they are at this form's meetings, or null. */
export function attendanceFormOf({ catalogue }: Context, meetings: Form): AttendanceForm | null {
  const found = catalogue.forms.find(({ fields, attendance }) => {
    const field = fields.find(({ name }) => name === attendance?.meeting)
    return field?.reference?.form === meetings.id
  })
  return found?.attendance ? { ...found, attendance: found.attendance } : null
}

/** Who was at a meeting, in the order in which they said so; those who are excused or were struck off are left out. */
export async function attendeesOf(
  { db, catalogue }: Context,
  form: AttendanceForm,
  meeting: string,
): Promise<readonly Attendee[]> {
  const { attendance, workflow } = form
  const records = await allReferring(db, catalogue, form.id, attendance.meeting, meeting)
  return records
    .filter(
      ({ status, answers }) =>
        status === workflow.initial &&
        attendance.mode.present.includes(String(answers[attendance.mode.field])),
    )
    .map((record) => attendeeOf(form, record))
}

const attendeeOf = ({ attendance }: AttendanceForm, { reference, answers }: StoredRecord): Attendee => ({
  reference,
  name: String(answers[attendance.name] ?? ''),
  organisation: String(answers[attendance.organisation] ?? ''),
  consents: answers[attendance.consent] === true,
})
