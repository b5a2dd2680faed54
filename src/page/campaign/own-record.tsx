import { stateOf } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import { type CensusForm, monthsAfter } from '../../record/campaign/index.ts'
import type { StoredRecord } from '../../record/index.ts'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'

type Props = {
  readonly asked: CensusForm
  readonly record: StoredRecord
  /** When the member last said something of it. */
  readonly at: number | null
  /** What the coordination asks for where the record must be completed, else ''. */
  readonly note: string
  readonly now: number
  readonly locale: Locale
}

/** Whether a member may say of a record that it is still so: not of one that it has to complete. */
export const mayBeUnchanged = ({ census }: CensusForm, { status }: StoredRecord): boolean =>
  status !== census.incomplete.from

/** One of the member's own records, and what the member may say of it. */
export function OwnRecord({ asked, record, at, note, now, locale }: Props) {
  const old = at === null || monthsAfter(at, asked.census.months) <= now
  const over = record.answers[asked.census.ended.field] === asked.census.ended.code
  const { reference } = record
  return (
    <>
      <strong>{String(record.answers[asked.titleField] ?? reference)}</strong>
      <p>
        {reference} <span class="tag">{stateOf(asked, record.status).label[locale]}</span>{' '}
        {old
          ? word(locale, 'campaignToConfirm')
          : word(locale, 'campaignConfirmed', { date: formatMoment(at, locale) })}
      </p>
      {note === '' ? null : <p class="notice cell">{note}</p>}
      <div class="actions">
        {mayBeUnchanged(asked, record) ? (
          <button type="submit" name="action" value={`unchanged:${reference}`} class="second">
            {word(locale, 'campaignUnchanged')}
            <span class="hidden"> ({reference})</span>
          </button>
        ) : null}
        <button type="submit" name="action" value={`update:${reference}`} class="second">
          {word(locale, 'campaignUpdate')}
          <span class="hidden"> ({reference})</span>
        </button>
        {over ? null : (
          <button type="submit" name="action" value={`ended:${reference}`} class="second">
            {word(locale, 'campaignEnded')}
            <span class="hidden"> ({reference})</span>
          </button>
        )}
      </div>
    </>
  )
}
