import type { MeetingHappening } from '../calendar/index.ts'
import type { LinkScope } from '../store/links.ts'
import type { Notice } from './notice.ts'
import type { StoredRecord } from './record.ts'

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

/**
 * Whether what happened takes content away for good, from the record and from what was said of it: as the trigger
 * `events_stay` has it too.
 */
export const takesContent = (type: string): boolean =>
  type.endsWith('.erased') || type === 'consent.withdrawn'

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
