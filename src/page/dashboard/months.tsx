import type { MonthFigures } from '../../figures/index.ts'
import type { Locale } from '../../form/text.ts'
import { Chart } from '../chart/chart.tsx'
import { Timeline } from '../chart/timeline.tsx'
import { capitalised, longDate } from '../format.ts'
import { word } from '../words.ts'
import { described } from './described.ts'

const drawings = [
  { title: 'dashReceived', of: 'received', as: 'columns' },
  { title: 'dashPublishedInAll', of: 'publishedInAll', as: 'steps' },
  { title: 'dashMinutesInAll', of: 'minutesInAll', as: 'steps' },
] as const

const columns = [
  { title: 'dashReceived', of: 'received' },
  { title: 'dashPublished', of: 'published' },
  { title: 'dashPublishedInAll', of: 'publishedInAll' },
  { title: 'dashMinutes', of: 'minutes' },
  { title: 'dashMinutesInAll', of: 'minutesInAll' },
] as const

/** What came in and was published, month by month. */
export function Months({ figures, locale }: { figures: readonly MonthFigures[]; locale: Locale }) {
  const named = figures.map((one) => ({ ...one, label: capitalised(longDate(one.month, locale)) }))
  return (
    <section class="figures" aria-labelledby="months">
      <h2 id="months">{word(locale, 'dashMonths')}</h2>
      <Chart
        title={word(locale, 'dashMonths')}
        note={word(locale, 'dashMonthsWhy')}
        locale={locale}
        columns={[word(locale, 'dashMonth'), ...columns.map(({ title }) => word(locale, title))]}
        rows={named.map((month) => [month.label, ...columns.map(({ of }) => month[of])])}
      >
        {drawings.map(({ title, of, as }) => {
          const points = named.map((month) => ({ label: month.label, value: month[of] }))
          return (
            <>
              <p aria-hidden="true">{word(locale, title)}</p>
              <Timeline
                id={`months-${of}`}
                title={word(locale, title)}
                description={described(points, locale)}
                points={points}
                as={as}
              />
            </>
          )
        })}
      </Chart>
    </section>
  )
}
