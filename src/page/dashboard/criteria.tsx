import type { CriteriaFigures } from '../../figures/index.ts'
import type { Locale } from '../../form/text.ts'
import { type CriteriaCount, type Meaning, meanings } from '../../plan/index.ts'
import { type Bar, Bars } from '../chart/bars.tsx'
import { Chart } from '../chart/chart.tsx'
import { type Fill, fills } from '../chart/picture.tsx'
import { word } from '../words.ts'
import { describedBars } from './described.ts'

const fillOf: Readonly<Record<Meaning, Fill>> = {
  met: fills.good,
  partly: fills.half,
  unmet: fills.bad,
  early: fills.later,
  open: fills.blank,
}

/** How far the criteria of success of a plan are met, series by series and in all. */
export function Criteria({
  figures: { form, series, all },
  locale,
}: {
  figures: CriteriaFigures
  locale: Locale
}) {
  const title = word(locale, 'dashCriteria')
  const parts = meanings.map((meaning) => ({ fill: fillOf[meaning], label: word(locale, `dash.${meaning}`) }))
  const numbers = (count: CriteriaCount) => meanings.map((meaning) => count[meaning])
  const bars = series.map(
    ({ title, count }): Bar => ({ label: title[locale], parts: numbers(count), text: String(count.total) }),
  )
  const total = word(locale, 'dashTotal')
  return (
    <section class="figures" aria-labelledby={`${form.id}:criteria`}>
      <h2 id={`${form.id}:criteria`}>{title}</h2>
      <Chart
        title={title}
        locale={locale}
        columns={[word(locale, 'dashSeries'), ...parts.map(({ label }) => label), total]}
        rows={series.map(({ title, count }) => [title[locale], ...numbers(count), count.total])}
        total={[total, ...numbers(all), all.total]}
      >
        <Bars
          id={`${form.id}:c`}
          title={title}
          description={describedBars(bars, locale)}
          bars={bars}
          parts={parts}
        />
      </Chart>
    </section>
  )
}
