import { leastTold, type PublicCampaignFigures } from '../../figures/index.ts'
import type { Locale } from '../../form/text.ts'
import type { Campaign } from '../../record/campaign/index.ts'
import { countedOfMembers } from '../campaign/counted.ts'
import { type Bar, Bars } from '../chart/bars.tsx'
import { Chart } from '../chart/chart.tsx'
import { fills } from '../chart/picture.tsx'
import { longDate } from '../format.ts'
import { word } from '../words.ts'
import { describedBars } from './described.ts'

type Props = {
  readonly campaign: Campaign
  readonly figures: PublicCampaignFigures
  readonly locale: Locale
}

/** Every member stands in one of these. */
const drawn = [
  { label: 'campaignAnswered', of: 'answered', fill: fills.solid },
  { label: 'dashCampaignOpened', of: 'opened', fill: fills.hatched },
  { label: 'campaignUnopened', of: 'unopened', fill: fills.blank },
  { label: 'campaignAgain', of: 'again', fill: fills.later },
] as const

/** How many organisations have answered an open campaign, network by network, without what its coordinator calls it. */
export function CampaignAnswers({ campaign: { form, record, asked }, figures, locale }: Props) {
  const { networks, untold, all } = figures
  if (networks.length === 0) return null
  const id = `${form.id}:${record.number}`
  const title = word(locale, 'dashCampaign', {
    date: longDate(String(record.answers[form.campaign.closing] ?? ''), locale),
  })
  const named = (choice: (typeof untold)[number]) =>
    choice?.label[locale] ?? word(locale, 'campaignNoNetwork')
  const bars = networks.map(
    ({ choice, count }): Bar => ({
      label: named(choice),
      parts: drawn.map(({ of }) => count[of]),
      text: String(count.asked),
    }),
  )
  return (
    <section class="figures" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Chart
        title={title}
        note={word(locale, 'dashCampaignWhy', { form: asked.title[locale] })}
        locale={locale}
        columns={[word(locale, 'dashNetwork'), ...countedOfMembers.map(({ label }) => word(locale, label))]}
        rows={networks.map(({ choice, count }) => [
          named(choice),
          ...countedOfMembers.map(({ of }) => count[of]),
        ])}
        total={
          all === null ? undefined : [word(locale, 'dashTotal'), ...countedOfMembers.map(({ of }) => all[of])]
        }
      >
        <Bars
          id={`${id}-b`}
          title={title}
          description={describedBars(bars, locale)}
          bars={bars}
          parts={drawn.map(({ label, fill }) => ({ label: word(locale, label), fill }))}
        />
      </Chart>
      {untold.length === 0 ? null : (
        <p>
          {word(locale, 'dashCampaignUntold', {
            least: leastTold,
            networks: new Intl.ListFormat(locale).format(untold.map(named)),
          })}
        </p>
      )}
    </section>
  )
}
