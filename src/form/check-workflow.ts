import { expressionRules } from './check-field.ts'
import type { Form } from './definition/index.ts'
import { faultOf } from './fault.ts'

const stateCode = /^[a-z][a-z0-9_]{0,62}$/
/** Event types are dotted words, as in "minutes.published". */
export const eventType = /^[a-z]+(\.[a-z]+)+$/

/** Checks that states and transitions hold together. @throws Error naming the form, the place and the reason */
export function checkWorkflow(form: Form): void {
  const { initial, states, transitions } = form.workflow
  const codes = states.map(({ code }) => code)
  const refuse = (where: string, reason: string): never => {
    throw faultOf(form.id, where, reason)
  }
  codes.forEach((code, index) => {
    if (!stateCode.test(code))
      refuse('workflow', `the state "${code}" must be lower-case letters, digits and _`)
    if (codes.indexOf(code) !== index) refuse('workflow', `the state "${code}" is there twice`)
  })
  if (!codes.includes(initial)) refuse('workflow', `the initial state "${initial}" is unknown`)
  const locked = states.find((one) => one.code === initial)?.locked
  if (locked) refuse('workflow', 'the initial state is locked')
  for (const { from, to, by, guard, guard_message, related, event } of transitions) {
    const where = `transition to "${to}"`
    const unknown = [...from, to].find((code) => !codes.includes(code))
    if (unknown !== undefined) refuse(where, `the state "${unknown}" is unknown`)
    if (from.length === 0) refuse(where, 'it starts from no state')
    if (by.length === 0) refuse(where, 'nobody may make it')
    if (event !== null && !eventType.test(event)) refuse(where, `"${event}" is not an event type`)
    if (related !== null && !form.fields.some(({ name, reference }) => name === related.field && reference))
      refuse(where, `related names no field that refers to a record: "${related.field}"`)
    if ((guard === null) !== (guard_message === null)) refuse(where, 'guard and guard_message go together')
    if (!guard) continue
    const fault = expressionRules(form, 'guard', guard).find(({ broken }) => broken)
    if (fault) refuse(where, fault.reason)
  }
}
