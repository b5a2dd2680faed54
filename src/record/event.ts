import type { MeetingHappening } from '../calendar/index.ts'
import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { withoutPersonal } from '../form/index.ts'
import type { NewEvent } from '../store/events.ts'
import type { LinkScope } from '../store/links.ts'
import { sha256 } from './digest.ts'
import type { Notice } from './notice.ts'
import type { StoredRecord } from './record.ts'
import { recordView } from './view.ts'

/** What happened to a record, beyond how it is now. */
export type Happening =
  | { readonly type: 'record.accepted' }
  | { readonly type: 'record.revised'; readonly before: StoredRecord }
  | {
      readonly type: 'record.transitioned'
      readonly from: string
      readonly to: string
      readonly note: string
    }
  | { readonly type: 'record.erased' }
  /** The answers of a purpose whose time is over were taken out. */
  | { readonly type: 'answers.erased'; readonly purpose: string }
  /** A record whose time for a purpose is over could not be erased, or reduced; it is tried again later. */
  | { readonly type: 'erasure.failed'; readonly purpose: string }
  /** Somebody took back what they had agreed to by this question. */
  | { readonly type: 'consent.withdrawn'; readonly field: string }
  /** A person was taken out of what it says. `proof`: a digest that tells, with its code, who. */
  | { readonly type: 'person.erased'; readonly proof: string }
  /** Its member says that it is still so. */
  | { readonly type: 'record.confirmed' }
  /** A link to it was renewed, or ended: the one before opens nothing any more. */
  | { readonly type: 'link.renewed' | 'link.revoked'; readonly scope: LinkScope | 'edit' }
  | {
      readonly type: 'campaign'
      readonly event: CampaignEvent
      readonly member: { readonly reference: string; readonly name: string }
      /** Days since the member was asked; null when a person reminds, and of an answer. */
      readonly days: number | null
    }
  | {
      readonly type: 'workflow'
      readonly event: string
      readonly from: string
      readonly to: string
      /** What its webhooks tell beyond the record and the move, nothing personal in it. */
      readonly told: Readonly<Record<string, unknown>>
    }
  | { readonly type: 'meeting'; readonly event: MeetingHappening; readonly notice: Notice }
  | {
      readonly type: 'reminder'
      readonly event: string
      readonly notice: Notice
      /** The date it counts from, as answered, and how many days from it; negative before it. */
      readonly reminder: { readonly date: string; readonly days: number }
    }
  | SheetHappening

/**
 * What the coordinator's work in the sheet came to, beyond a revision or a transition: an edit refused and put back,
 * an edit that overruled one made elsewhere, a row taken out or put back. `row` is the row's reference, `tab` the key of
 * its tab, `column` the column's label and `key` its key; `sheet` and `record` are what each held, as a cell shows it.
 */
export type SheetHappening =
  | {
      readonly type: 'sheet.refused' | 'sheet.conflict'
      readonly row: string
      /** Absent from what was written down before version 0.5.0, as is `key`. */
      readonly tab?: string
      readonly column: string
      readonly key?: string
      readonly sheet: string
      readonly record: string
      /** Why, in French, as the remark in the sheet says it. */
      readonly reason: string
    }
  | { readonly type: 'sheet.withdrawn' | 'sheet.restored'; readonly row: string; readonly tab: string }
  | SheetSettled

/**
 * A coordinator decided which of both values of a refused edit or a conflict the record is to have. `decides` is the id
 * of the event about it; `kept` is where the value comes from.
 */
export type SheetSettled = {
  readonly type: 'sheet.settled'
  readonly decides: string
  readonly kept: 'sheet' | 'record'
  readonly row: string
  readonly column: string
  readonly sheet: string
  readonly record: string
}

/** The types of events about records that there are whatever the forms declare. */
export type RecordEventType =
  | Exclude<Happening['type'], 'campaign' | 'workflow' | 'meeting' | 'reminder'>
  | CampaignEvent
  | MeetingHappening
  | 'sheet.braked'

/**
 * A member of a directory is asked for the first time, asked again months after its answer, reminded; or it says that it
 * has nothing to report. There is no message for a mailing list in them: the link to answer by is the member's own.
 */
export type CampaignEvent =
  | 'campaign.invitation'
  | 'campaign.renewal'
  | 'campaign.reminder'
  | 'campaign.answered'

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
  const { role, source } = context.actor
  return {
    id: `evt_${crypto.randomUUID()}`,
    type,
    at: context.now,
    actor: context.actor,
    payload: {
      type,
      timestamp: new Date(context.now).toISOString(),
      data: {
        record: { ...view, id: holdsBack(form) ? view.id : null },
        actor: { role, source },
        ...inPayload(form, record, happening),
      },
    },
    detail: inDetail(record, happening),
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
