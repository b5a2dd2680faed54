import type { AnswerFigures } from '../../figures/index.ts'
import type { Locale } from '../../form/text.ts'
import { type Bar, Bars } from '../chart/bars.tsx'
import { Chart } from '../chart/chart.tsx'
import { fills } from '../chart/picture.tsx'
import { word } from '../words.ts'
import { describedBars } from './described.ts'

/** How many members of a directory have a record that everyone may see, network by network. */
export function Answers({ figures, locale }: { figures: AnswerFigures; locale: Locale }) {
  const { asked, networks, members, answered } = figures
  const id = `${asked.form.id}:answers`
  const title = word(locale, 'dashAnswers')
  const parts = [
    { fill: fills.solid, label: word(locale, 'dashAnswered') },
    { fill: fills.blank, label: word(locale, 'dashSilent') },
  ]
  const bars = networks.map(
    ({ choice, members, answered }): Bar => ({
      label: choice?.label[locale] ?? word(locale, 'dashNoNetwork'),
      parts: [answered, members - answered],
      text: String(members),
    }),
  )
  return (
    <section class="figures" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Chart
        title={title}
        note={word(locale, 'dashAnswersWhy')}
        locale={locale}
        columns={[word(locale, 'dashNetwork'), word(locale, 'dashMembers'), word(locale, 'dashAnswered')]}
        rows={networks.map((network, at) => [bars[at]?.label ?? '', network.members, network.answered])}
        total={[word(locale, 'dashTotal'), members, answered]}
      >
        <Bars
          id={`${id}-b`}
          title={title}
          description={describedBars(bars, locale)}
          bars={bars}
          parts={parts}
        />
      </Chart>
    </section>
  )
}
