import type { Catalogue, Form } from '../form/definition/index.ts'
import type { Text } from '../form/text.ts'
import type { RecordEventType } from '../record/index.ts'
import type { EndpointEventType } from './payload.ts'

/**
 * A type of event that an endpoint may ask for: one there is in any Recueil, what a transition of a form announces, or
 * a reminder that a form declares.
 */
export type EventType =
  | { readonly kind: 'usual'; readonly type: UsualType }
  | { readonly kind: 'transition'; readonly type: string; readonly form: Form; readonly to: string }
  | { readonly kind: 'reminder'; readonly type: string; readonly form: Form; readonly subject: Text }

/** An endpoint's own test reaches it whatever it asks for: there is nothing to ask for. */
export type UsualType = RecordEventType | Exclude<EndpointEventType, 'endpoint.test'>

const always = (): boolean => true
const asks = ({ campaign }: Form): boolean => campaign !== null
const meets = ({ calendar }: Form): boolean => calendar?.states != null

/** Each of them, and what forms there must be for it to happen. */
const usual: Readonly<Record<UsualType, (form: Form) => boolean>> = {
  'record.accepted': always,
  'record.revised': always,
  'record.transitioned': always,
  'record.confirmed': asks,
  'record.erased': always,
  'answers.erased': ({ purposes }) => purposes.length > 0,
  'erasure.failed': ({ purposes }) => purposes.length > 0,
  'person.erased': always,
  'consent.withdrawn': ({ fields }) => fields.some(({ type }) => type === 'acknowledge'),
  'link.renewed': always,
  'link.revoked': always,
  'meeting.invitation': meets,
  'meeting.changed': meets,
  'meeting.cancelled': meets,
  'campaign.invitation': asks,
  'campaign.renewal': asks,
  'campaign.reminder': asks,
  'campaign.answered': asks,
  'sheet.refused': always,
  'sheet.conflict': always,
  'sheet.settled': always,
  'sheet.withdrawn': always,
  'sheet.restored': always,
  'sheet.braked': always,
  'delivery.held': always,
  'endpoint.disabled': always,
}

/** Every type of event that these forms can make, each once. Pure. */
export function eventTypes({ forms }: Pick<Catalogue, 'forms'>): readonly EventType[] {
  const types: readonly EventType[] = [
    ...(Object.keys(usual) as UsualType[])
      .filter((type) => forms.some(usual[type]))
      .map((type) => ({ kind: 'usual', type }) as const),
    ...forms.flatMap((form) => [
      ...form.workflow.transitions.flatMap(({ event, to }) =>
        event === null ? [] : [{ kind: 'transition', type: event, form, to } as const],
      ),
      ...form.reminders.map(
        ({ event, subject }) => ({ kind: 'reminder', type: event, form, subject }) as const,
      ),
    ]),
  ]
  return types.filter(({ type }, index) => types.findIndex((other) => other.type === type) === index)
}
