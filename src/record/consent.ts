import type { Context } from '../context.ts'
import type { Field, Form } from '../form/definition/index.ts'
import { consentFields, noticeOf, purposesOf } from '../privacy/index.ts'
import { endConsents, insertConsent, insertWording } from '../store/consents.ts'
import { sha256 } from './digest.ts'
import type { StoredRecord } from './record.ts'
import { unset } from './settings.ts'

/**
 * What a change of a record does to what was agreed to by it, to be written with its first event: a box that is ticked is
 * a consent given, one that is not any more is a consent withdrawn, by whichever door. Nothing where no box changed.
 * @param before null when it is new
 */
export async function consentChanges(
  context: Context,
  form: Form,
  before: StoredRecord | null,
  after: StoredRecord,
  event: string,
): Promise<readonly D1PreparedStatement[]> {
  const { db, now } = context
  const isGiven = (record: StoredRecord | null, { name }: Field) => record?.answers[name] === true
  const fields = consentFields(form)
  const given = fields.filter((field) => isGiven(after, field) && !isGiven(before, field))
  const ended = fields.filter((field) => isGiven(before, field) && !isGiven(after, field))
  const end =
    ended.length === 0
      ? []
      : [
          endConsents(
            db,
            after.id,
            ended.map(({ name }) => name),
            now,
            event,
          ),
        ]
  if (given.length === 0) return end
  const statements = given.map(async (field) => {
    const text = wordingOf(context, form, field, after)
    const wording = (await sha256(text)).slice(0, 16)
    const { role, source } = context.actor
    const consent = { record: after.id, field: field.name, givenAt: now, purposes: purposesOf(form, field) }
    return [
      insertWording(db, wording, text, event),
      insertConsent(db, { ...consent, wording, givenBy: role, source }, event),
    ]
  })
  return [...end, ...(await Promise.all(statements)).flat()]
}

/**
 * What a person read before they agreed: the question, what it explains, and the notice as the form writes it, spaces made
 * plain. What the coordination had set by then is told by the revision of the settings, which the consent keeps.
 */
function wordingOf(
  { catalogue }: Context,
  form: Form,
  { label, hint }: Field,
  { locale }: StoredRecord,
): string {
  const notice = noticeOf(form, catalogue.group, unset, locale)
  const said =
    notice === null ? [] : [notice.lead, ...notice.parts.flatMap(({ title, texts }) => [title, ...texts])]
  return [label[locale], hint?.[locale] ?? '', ...said]
    .filter((text) => text !== '')
    .map((text) => text.replace(/\s+/g, ' '))
    .join('\n')
}
