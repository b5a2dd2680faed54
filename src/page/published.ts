import type { Form } from '../form/definition.ts'
import type { StoredRecord } from '../record/record.ts'

/** Whether everyone may see a record: its form publishes it in its present state, and its author agreed. */
export function isPublished(form: Form, record: StoredRecord): boolean {
  const { publication } = form
  if (publication === null || record.erasedAt !== null || !publication.states.includes(record.status))
    return false
  return publication.field === null || record.answers[publication.field] === 'public'
}
