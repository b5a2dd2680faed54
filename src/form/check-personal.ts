import type { Field, Form, PersonalData, Purpose } from './definition/index.ts'
import { faultOf } from './fault.ts'
import { placedFields } from './fields.ts'

/** HTML's autocomplete tokens for a person's own name and addresses (an organisation's are not personal). */
const personalTokens: readonly (string | null)[] = ['name', 'given-name', 'family-name', 'email', 'tel']

/** Checks what the form says of personal data. @throws Error naming the form, the field or purpose, and the reason */
export function checkPersonal(form: Form): void {
  const fields = placedFields(form).map(({ field }) => field)
  for (const field of fields) {
    const reason = faultOfField(form, field)
    if (reason !== null) throw faultOf(form.id, `field "${field.name}"`, reason)
  }
  for (const purpose of form.purposes) {
    const reason = faultOfPurpose(form, purpose, fields)
    if (reason !== null) throw faultOf(form.id, `purpose "${purpose.id}"`, reason)
  }
}

function faultOfField(form: Form, field: Field): string | null {
  const { data, visibility, format, autocomplete } = field
  if (data === null) {
    const asksOfPerson = format === 'email' || format === 'tel' || personalTokens.includes(autocomplete)
    return asksOfPerson ? 'it asks for something personal and its data does not say what for' : null
  }
  const purpose = form.purposes.find(({ id }) => id === data.purpose)
  if (!purpose) return `its purpose "${data.purpose}" is not one of the form's purposes`
  if ((visibility === 'public') !== (data.publish === 'full'))
    return `everyone sees it whole or they do not: visibility "${visibility}" contradicts what data.publish says`
  if (data.class === 'sensitive') {
    if (data.publish !== 'never') return 'sensitive data are never published'
    if (purpose.basis !== 'consent') return 'sensitive data are asked with consent alone'
  }
  return faultOfPublishing(form, field, data)
}

function faultOfPublishing(
  form: Form,
  { type }: Field,
  { class: kind, publish }: PersonalData,
): string | null {
  if (publish === 'initials')
    return kind === 'identity' && (type === 'text' || type === 'list') ? null : 'only a name has initials'
  if (typeof publish === 'string') return null
  return form.fields.some(({ name, type }) => name === publish.agreed && type === 'acknowledge')
    ? null
    : `"${publish.agreed}", by which it is agreed to, is no acknowledgement of the record`
}

function faultOfPurpose(form: Form, { id, retention }: Purpose, fields: readonly Field[]): string | null {
  if (form.purposes.filter((other) => other.id === id).length > 1) return 'it is there twice'
  if (!fields.some(({ data }) => data?.purpose === id)) return 'no field is asked for it'
  if (!Number.isSafeInteger(retention.months) || retention.months < 1)
    return 'its retention must be a whole number of months above 0'
  const unknown = retention.states?.find((code) => !form.workflow.states.some((state) => state.code === code))
  return unknown === undefined ? null : `its retention names no state: "${unknown}"`
}

/** Settings name a purpose by its id alone: one id, one purpose. @throws Error naming the form and the purpose */
export function checkSharedPurposes(forms: readonly Form[]): void {
  const known = new Map<string, string>()
  for (const form of forms) {
    for (const purpose of form.purposes) {
      const said = JSON.stringify(purpose)
      if ((known.get(purpose.id) ?? said) !== said)
        throw faultOf(form.id, `purpose "${purpose.id}"`, 'another form has another purpose of this id')
      known.set(purpose.id, said)
    }
  }
}
