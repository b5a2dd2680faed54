import { campaignFigures, type StandingCount } from '../../figures/index.ts'
import type { ChoiceLists } from '../../form/definition/index.ts'
import type { Locale } from '../../form/text.ts'
import type { AskedMember, Campaign } from '../../record/campaign/index.ts'
import { formatNumber } from '../format.ts'
import { word } from '../words.ts'
import { countedOfMembers } from './counted.ts'

type Props = {
  readonly campaign: Campaign
  readonly members: readonly AskedMember[]
  readonly lists: ChoiceLists
  readonly locale: Locale
}

/** Answers by network; an organisation of two networks counts in both, and once in the last line. */
export function NetworksTable({ campaign, members, lists, locale }: Props) {
  const { networks, all } = campaignFigures(campaign, lists, members)
  return (
    <table>
      <caption>{word(locale, 'campaignAnswersByNetwork')}</caption>
      <thead>
        <tr>
          <th scope="col">{word(locale, 'campaignNetwork')}</th>
          {countedOfMembers.map(({ label }) => (
            <th scope="col">{word(locale, label)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {networks.map(({ choice, count }) => (
          <Line
            head={choice?.label[locale] ?? word(locale, 'campaignNoNetwork')}
            count={count}
            locale={locale}
          />
        ))}
        <Line head={word(locale, 'campaignTotal')} count={all} locale={locale} />
      </tbody>
    </table>
  )
}

type LineProps = { readonly head: string; readonly count: StandingCount; readonly locale: Locale }

function Line({ head, count, locale }: LineProps) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {countedOfMembers.map(({ of }) => (
        <td>{formatNumber(count[of], locale)}</td>
      ))}
    </tr>
  )
}
