import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { withoutPersonal } from '../form/index.ts'
import type { NewEvent } from '../store/events.ts'
import { sha256 } from './digest.ts'
import type { Happening } from './happening.ts'
import type { StoredRecord } from './record.ts'
import { recordView } from './view.ts'

/**
 * The id of an event that is written once however often it is thought of: the same of the same parts.
 * @param parts plain JSON
 */
export const derivedId = async (parts: readonly unknown[]): Promise<string> =>
  `evt_${(await sha256(JSON.stringify(parts))).slice(0, 36)}`

/**
 * The event to write with a record. Its payload is the body of its webhooks, frozen from here on: it leaves personal
 * fields and the coordination's notes out, since receivers are many; `detail` has them for the record's history.
 */
export function eventOf(context: Context, form: Form, record: StoredRecord, happening: Happening): NewEvent {
  const type = 'event' in happening ? happening.event : happening.type
  const { coordination: _, ...view } = recordView({
    ...record,
    answers: withoutPersonal(form, record.answers),
  })
  return eventWith(context, type, inDetail(record, happening), (actor) => ({
    record: { ...view, id: holdsBack(form) ? view.id : null },
    actor,
    ...inPayload(form, record, happening),
  }))
}

/**
 * The event of something that is about no record: a tab of the sheet, the settings, what is erased in time.
 * @param told what its webhooks are told
 * @param detail what the history keeps beside
 */
export const eventAbout = (context: EventSource, type: string, told: object, detail: object): NewEvent =>
  eventWith(context, type, detail, (actor) => ({ ...told, actor }))

type EventSource = Pick<Context, 'now' | 'actor'>

function eventWith(
  { now, actor }: EventSource,
  type: string,
  detail: object,
  data: (actor: object) => object,
): NewEvent {
  const { role, source } = actor
  return {
    id: `evt_${crypto.randomUUID()}`,
    type,
    at: now,
    actor,
    payload: { type, timestamp: new Date(now).toISOString(), data: data({ role, source }) },
    detail,
  }
}

/**
 * Whether an acceptance has something its webhooks do not tell. Whoever repeats a submission, id and every answer, is
 * given its edit link (decision 002): where receivers are told every answer they are not told the id.
 */
const holdsBack = (form: Form): boolean =>
  form.submit === 'coordinator' ||
  form.fields.some(({ data, required }) => data !== null && required !== null)

function inPayload(form: Form, record: StoredRecord, happening: Happening): object {
  switch (happening.type) {
    case 'record.accepted':
    case 'record.confirmed':
    case 'record.erased':
    case 'person.erased':
      return {}
    case 'answers.erased':
    case 'erasure.failed':
      return { retention: { purpose: happening.purpose } }
    case 'link.renewed':
    case 'link.revoked':
      return { link: { scope: happening.scope } }
    case 'consent.withdrawn':
      return { consent: { field: happening.field } }
    case 'campaign':
      return { campaign: { member: happening.member, days: happening.days } }
    case 'record.revised':
      return {
        changed: [
          ...changedFields(
            withoutPersonal(form, happening.before.answers),
            withoutPersonal(form, record.answers),
          ),
          ...changedFields(happening.before.coordination, record.coordination).map(
            (name) => `coordination.${name}`,
          ),
        ],
      }
    case 'sheet.refused':
    case 'sheet.conflict':
      return { sheet: { row: happening.row, column: happening.column } }
    case 'sheet.withdrawn':
    case 'sheet.restored':
      return { sheet: { row: happening.row, tab: happening.tab } }
    case 'sheet.settled': {
      const { row, column, decides, kept } = happening
      return { sheet: { row, column, decides, kept } }
    }
    case 'record.transitioned':
      return { transition: { from: happening.from, to: happening.to } }
    case 'meeting':
      return { notice: happening.notice }
    case 'reminder':
      return { reminder: happening.reminder, notice: happening.notice }
    case 'workflow':
      return { transition: { from: happening.from, to: happening.to }, ...happening.told }
  }
}

function inDetail(record: StoredRecord, happening: Happening): object {
  switch (happening.type) {
    case 'record.accepted':
      return { answers: record.answers }
    case 'record.erased':
    case 'record.confirmed':
    case 'meeting':
      return {}
    case 'answers.erased':
    case 'erasure.failed':
      return { purpose: happening.purpose }
    case 'consent.withdrawn':
      return { field: happening.field }
    case 'person.erased':
      return { proof: happening.proof }
    case 'link.renewed':
    case 'link.revoked':
      return { scope: happening.scope }
    case 'campaign':
      return { member: happening.member.reference, days: happening.days }
    case 'reminder':
      return happening.reminder
    case 'record.revised': {
      const { answers, coordination } = happening.before
      return {
        before: { answers, coordination },
        after: { answers: record.answers, coordination: record.coordination },
      }
    }
    case 'record.transitioned':
      return { from: happening.from, to: happening.to, note: happening.note }
    case 'workflow':
      return { from: happening.from, to: happening.to }
    case 'sheet.refused':
    case 'sheet.conflict':
    case 'sheet.withdrawn':
    case 'sheet.restored':
    case 'sheet.settled': {
      const { type: _, ...detail } = happening
      return detail
    }
  }
}

/** The names of the answers that differ. */
function changedFields(before: object, after: object): readonly string[] {
  const old = new Map(Object.entries(before))
  const now = new Map(Object.entries(after))
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => JSON.stringify(old.get(name)) !== JSON.stringify(now.get(name)),
  )
}
