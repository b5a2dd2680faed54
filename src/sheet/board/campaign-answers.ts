import { campaignFigures, type StandingCount } from '../../figures/index.ts'
import type { Catalogue } from '../../form/definition/index.ts'
import type { OpenCampaign } from '../../record/campaign/index.ts'
import { textCell } from '../cells.ts'
import { type BoardRow, boardKey } from './board.ts'
import { joined } from './shown.ts'

const rubric = 'Réponses aux campagnes'

/** How many organisations have answered each open campaign, network by network, as the console counts them. */
export const campaignAnswerRows = (
  { lists }: Catalogue,
  campaigns: readonly OpenCampaign[],
): readonly BoardRow[] =>
  campaigns.flatMap(({ campaign, members }) => {
    const { form, record } = campaign
    const title = String(record.answers[form.titleField] ?? record.reference)
    const row = (key: string | null, label: string, count: StandingCount): BoardRow => ({
      key: boardKey('campaign', record.reference, ...(key === null ? [] : [key])),
      cells: [rubric, textCell(`${title} — ${label}`), count.answered, standingText(count)],
    })
    const { networks, all } = campaignFigures(campaign, lists, members)
    return [
      ...networks.map(({ choice, count }) =>
        row(choice?.code ?? '?', choice?.label.fr ?? 'Hors de ces réseaux', count),
      ),
      row(null, 'en tout', all),
    ]
  })

const standingText = ({ asked, opened, unopened, again }: StandingCount): string =>
  joined([
    `sur ${asked}`,
    `page ouverte, sans réponse\u00a0: ${opened}`,
    `page non ouverte\u00a0: ${unopened}`,
    again === 0 ? '' : `à redemander\u00a0: ${again}`,
  ])
