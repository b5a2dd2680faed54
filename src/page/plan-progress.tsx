import type { Locale } from '../form/text.ts'
import {
  checkRhythm,
  countCriteria,
  dateOf,
  elapsedOf,
  isHeld,
  isIn,
  type MonthCount,
  meanings,
  spanOf,
  unplacedSoon,
  yearOf,
} from '../plan/index.ts'
import type { StoredRecord } from '../record/record.ts'
import { capitalised, longDate } from './format.ts'
import { countTexts } from './plan-criteria.tsx'
import type { PlanView } from './plan-series.ts'
import { undefinedCounts } from './plan-table.tsx'
import { word } from './words.ts'

type Props = {
  readonly view: PlanView
  readonly records: readonly StoredRecord[]
  /** ISO 8601. */
  readonly today: string
}

const notMet = meanings.filter((meaning) => meaning !== 'met')

/** How far the plan's year is, what was held and which criteria are met: each a bar with its words. */
export function PlanProgress({ view: { form, plan, locale }, records, today }: Props) {
  const year = yearOf(form, records, today)
  const ofYear = year === null ? records : records.filter((record) => isIn(year, dateOf(form, record)))
  const held = ofYear.filter((record) => isHeld(plan, record)).length
  const count = plan.criteria === null ? null : countCriteria(plan.criteria, records)
  const span = year === null ? null : spanOf(year)
  if (year === null && count === null) return null
  return (
    <section aria-labelledby={`${form.id}:progress`}>
      <h2 id={`${form.id}:progress`}>{word(locale, 'planProgress')}</h2>
      {span === null ? null : (
        <p>
          {word(locale, 'yearSpan', {
            from: longDate(span.from, locale),
            until: longDate(span.until, locale),
          })}
        </p>
      )}
      <div class="bars">
        {year === null ? null : <Bar label="daysElapsed" locale={locale} {...elapsedOf(year, today)} />}
        <Bar label="itemsHeld" locale={locale} value={held} total={ofYear.length} />
        {count === null ? null : (
          <Bar label="criteriaMet" locale={locale} value={count.met} total={count.total} />
        )}
      </div>
      {count === null ? null : <p class="hint">{countTexts(count, notMet, locale)}</p>}
    </section>
  )
}

type BarProps = {
  readonly label: 'daysElapsed' | 'itemsHeld' | 'criteriaMet'
  readonly locale: Locale
  readonly value: number
  readonly total: number
}

/** The words say all that the bar shows. */
function Bar({ label, locale, value, total }: BarProps) {
  return (
    <p class="bar">
      <span>{word(locale, label, { n: value, total })}</span>
      <progress aria-hidden="true" value={value} max={Math.max(1, total)} />
    </p>
  )
}

/** What is still to be settled: places, soonest first, and months that break the rhythm. */
export function PlanWatch({ view, records, today }: Props) {
  const { form, plan, locale } = view
  const year = yearOf(form, records, today)
  const check = year === null ? null : checkRhythm(form, records, year)
  const soon = unplacedSoon(form, records, today)
  const counts = undefinedCounts(view, records)
  if (plan.rhythm === null && counts.length === 0) return null
  const items = [
    ...soon.map((record) => <a href={`#${record.reference}`}>{placeText(view, record)}</a>),
    ...(check?.unusual ?? []).map((month) => monthText(view, month)),
    ...counts,
  ]
  return (
    <section aria-labelledby={`${form.id}:watch`}>
      <h2 id={`${form.id}:watch`}>{word(locale, 'planWatch')}</h2>
      {items.length === 0 ? (
        <p>{word(locale, 'nothingToWatch')}</p>
      ) : (
        <ul class="todo">
          {items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
      {check === null || check.free.length === 0 ? null : (
        <p class="hint">{word(locale, 'monthsFree', { months: listOf(check.free, locale) })}</p>
      )}
    </section>
  )
}

function placeText({ form, plan, locale }: PlanView, record: StoredRecord): string {
  const title = String(record.answers[form.titleField] ?? record.reference)
  const date = longDate(dateOf(form, record), locale)
  return word(locale, 'placeSoon', { title, date, n: plan.rhythm?.placeDays ?? 0 })
}

function monthText({ plan, locale }: PlanView, { month, meetings }: MonthCount): string {
  const { least = 0, most = 0 } = plan.rhythm ?? {}
  const key = meetings === 0 ? 'monthNone' : meetings > most ? 'monthMany' : 'monthFew'
  return word(locale, key, { month: capitalised(longDate(month, locale)), n: meetings, least, most })
}

const listOf = (months: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale).format(months.map((month) => longDate(month, locale)))
