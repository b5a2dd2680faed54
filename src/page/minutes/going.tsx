import { afterWorkingDays } from '../../calendar/working-days.ts'
import type { Context } from '../../context.ts'
import { stateOf } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import { entriesInto } from '../../store/record-past.ts'
import { allRecords } from '../../store/records.ts'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'

/** Minutes on their way to publication. */
export type Going = {
  readonly reference: string
  readonly title: string
  readonly state: string
  /** Until when they are under review (milliseconds since 1970, UTC); null when they are not. */
  readonly reviewEnd: number | null
}

/** All minutes that are neither published nor forgotten: two queries a form of minutes. */
export async function goingMinutes({ db, catalogue }: Context, locale: Locale): Promise<readonly Going[]> {
  const lists = await Promise.all(
    catalogue.forms.map(async (form) => {
      if (form.minutes === null) return []
      const { review } = form.minutes
      const published = form.workflow.transitions.flatMap(({ to, publishes }) => (publishes ? [to] : []))
      const [records, entries] = await Promise.all([
        allRecords(db, form),
        entriesInto(db, form.id, review.state),
      ])
      return records
        .filter(({ status }) => !published.includes(status))
        .map(({ id, reference, status, answers }): Going => {
          const since = entries.get(id)
          return {
            reference,
            title: String(answers[form.titleField] ?? reference),
            state: stateOf(form, status).label[locale],
            reviewEnd: since === undefined ? null : afterWorkingDays(since, review.days),
          }
        })
    }),
  )
  return lists.flat()
}

type Props = { readonly going: readonly Going[]; readonly now: number; readonly locale: Locale }

export function GoingMinutes({ going, now, locale }: Props) {
  if (going.length === 0) return null
  return (
    <>
      <h2>{word(locale, 'goingMinutes')}</h2>
      <ul class="cards">
        {going.map(({ reference, title, state, reviewEnd }) => (
          <li>
            <a href={`/coordination/comptes-rendus/${reference}`}>{title}</a>
            <p>
              {reference} <span class="tag">{state}</span>{' '}
              {reviewEnd === null
                ? ''
                : now > reviewEnd
                  ? word(locale, 'reviewOver')
                  : word(locale, 'reviewUntil', { date: formatMoment(reviewEnd - 60_000, locale) })}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
