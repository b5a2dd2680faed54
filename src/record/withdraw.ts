import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { consentFields, isToPublish, withoutConsent } from '../privacy/index.ts'
import { problem } from '../problem.ts'
import { blankResponses } from '../store/attempts.ts'
import { blankEvents } from '../store/blank-events.ts'
import { mentionsDue } from './mentions.ts'
import type { StoredRecord } from './record.ts'
import { judgedAgain, write } from './write.ts'

/**
 * Takes a consent back, in any state of the record. What was public because of it is not any more; if it was to the data
 * being kept, these go, and what the record's past says of them. Taking back what is not given changes nothing.
 * @throws problem 'invalid' when there is no such consent, 'erased'
 */
export function withdrawConsent(
  context: Context,
  form: Form,
  record: StoredRecord,
  name: string,
): Promise<StoredRecord> {
  const consent = consentFields(form).find((field) => field.name === name)
  if (!consent) throw problem('invalid')
  return judgedAgain(context, record, async (present) => {
    if (present.erasedAt !== null) throw problem('erased')
    if (present.answers[name] !== true) return present
    const answers = withoutConsent(form, present.answers, consent)
    const withdrawn = { type: 'consent.withdrawn', field: name } as const
    const isKeeping = !isToPublish(form, consent)
    return write(context, form, present, {
      change: { answers },
      happenings: isKeeping ? [withdrawn] : [{ type: 'record.revised', before: present }, withdrawn],
      also: (event) => [
        ...(isKeeping
          ? [blankEvents(context.db, present.id, event), blankResponses(context.db, present.id, event)]
          : []),
        ...mentionsDue(context, form, present, { ...present, answers }, event),
      ],
    })
  })
}
