import { campaignFigures, type StandingCount } from '../../figures/index.ts'
import type { ChoiceLists } from '../../form/definition/index.ts'
import type { Locale } from '../../form/text.ts'
import type { AskedMember, Campaign } from '../../record/campaign/index.ts'
import { formatNumber } from '../format.ts'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
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
  const labels = ['campaignNetwork', ...countedOfMembers.map(({ label }) => label)] as const
  return (
    <div class="figures">
      <StackTable
        labels={labels.map((label) => word(locale, label))}
        caption={word(locale, 'campaignAnswersByNetwork')}
      >
        {networks.map(({ choice, count }) => (
          <Line
            head={choice?.label[locale] ?? word(locale, 'campaignNoNetwork')}
            count={count}
            locale={locale}
          />
        ))}
        <Line head={word(locale, 'campaignTotal')} count={all} locale={locale} />
      </StackTable>
    </div>
  )
}

type LineProps = { readonly head: string; readonly count: StandingCount; readonly locale: Locale }

function Line({ head, count, locale }: LineProps) {
  return (
    <StackRow head={head}>
      {countedOfMembers.map(({ label, of }) => (
        <StackCell label={word(locale, label)}>{formatNumber(count[of], locale)}</StackCell>
      ))}
    </StackRow>
  )
}
