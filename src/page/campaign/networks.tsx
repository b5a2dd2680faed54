import type { ChoiceLists } from '../../form/definition/index.ts'
import type { Locale } from '../../form/text.ts'
import type { AskedMember, Campaign } from '../../record/campaign/index.ts'
import { formatNumber } from '../format.ts'
import { type Word, word } from '../words.ts'

const counted = [
  { label: 'campaignAsked', counts: () => true },
  { label: 'campaignAnswered', counts: ({ state }: AskedMember) => state === 'answered' },
  { label: 'campaignOpened', counts: ({ state }: AskedMember) => state === 'opened' },
  { label: 'campaignUnopened', counts: ({ state }: AskedMember) => state === 'unopened' },
  { label: 'campaignAgain', counts: ({ state }: AskedMember) => state === 'again' },
] as const satisfies readonly { label: Word; counts: (asked: AskedMember) => boolean }[]

type Props = {
  readonly campaign: Campaign
  readonly members: readonly AskedMember[]
  readonly lists: ChoiceLists
  readonly locale: Locale
}

/** Answers by network; an organisation of two networks counts in both, and once in the last line. */
export function NetworksTable({ campaign: { form, record }, members, lists, locale }: Props) {
  const field = form.fields.find(({ name }) => name === form.campaign.networks)
  const asked = (record.answers[form.campaign.networks] ?? []) as readonly string[]
  const networks = (lists[field?.choices ?? ''] ?? []).filter(({ code }) => asked.includes(code))
  return (
    <table>
      <caption>{word(locale, 'campaignAnswersByNetwork')}</caption>
      <thead>
        <tr>
          <th scope="col">{word(locale, 'campaignNetwork')}</th>
          {counted.map(({ label }) => (
            <th scope="col">{word(locale, label)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {networks.map(({ code, label }) => (
          <Line
            head={label[locale]}
            members={members.filter((member) => member.networks.includes(code))}
            locale={locale}
          />
        ))}
        <Line head={word(locale, 'campaignTotal')} members={members} locale={locale} />
      </tbody>
    </table>
  )
}

function Line({ head, members, locale }: Pick<Props, 'members' | 'locale'> & { readonly head: string }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {counted.map(({ counts }) => (
        <td>{formatNumber(members.filter(counts).length, locale)}</td>
      ))}
    </tr>
  )
}
