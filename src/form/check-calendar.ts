import type { Calendar, Field, FieldType, Form } from './definition/index.ts'

/** Checks that what a calendar is made of is there, of the right kind, and means one thing. */
export function checkCalendar(
  form: Form,
  { date, start, end, place, venue, details, states, minutes }: Calendar,
  ofRecord: (use: string, name: string) => Field,
  refuse: (reason: string) => never,
): void {
  const typed = (key: string, name: string, types: readonly FieldType[]) => {
    const { type } = ofRecord(`calendar.${key}`, name)
    if (!types.includes(type)) refuse(`calendar.${key} must be a ${types.join(' or a ')}`)
  }
  typed('date', date, ['date', 'partial_date'])
  typed('start', start, ['time'])
  typed('end', end, ['time'])
  ofRecord('calendar.place', place)
  if (venue !== null) ofRecord('calendar.venue', venue)
  for (const name of details)
    if (ofRecord('calendar.details', name).type === 'repeat')
      refuse(`calendar.details names "${name}", which is a repeat`)
  const { held = [], ...meanings } = states ?? {}
  const meant = Object.values(meanings).flat()
  const isUnknown = (code: string) => !form.workflow.states.some((state) => state.code === code)
  const unknown = meant.find(isUnknown)
  if (unknown !== undefined) refuse(`calendar.states names no state: "${unknown}"`)
  const awaited = minutes?.states.find(isUnknown)
  if (awaited !== undefined) refuse(`calendar.minutes names no state: "${awaited}"`)
  const stray = held.find((code) => !states?.confirmed.includes(code))
  if (stray !== undefined) refuse(`calendar.states.held names "${stray}", which is not among those confirmed`)
  const twice = meant.find((code, index) => meant.indexOf(code) !== index)
  if (twice !== undefined) refuse(`calendar.states gives the state "${twice}" two meanings`)
}
