import { listOf } from '../../form/choices.ts'
import type { Catalogue } from '../../form/definition/index.ts'
import type { OpenCampaign, Standing } from '../../record/campaign/index.ts'
import { referenceOf } from '../../record/reference.ts'
import { momentSerial, textCell } from '../cells.ts'
import { type Board, type BoardRow, boardColumn, boardKey, keyColumn } from './board.ts'

/** Who has answered the open campaigns, one row an organisation; the links to answer by are not in it. */
export const campaigns: Board = {
  id: 'campaigns',
  title: 'Suivi des campagnes',
  columns: [
    keyColumn,
    boardColumn('campaign', 'Campagne', 'text', 260, true),
    boardColumn('member', 'Organisation', 'text', 260, true),
    boardColumn('networks', 'Réseaux', 'text', 240, true),
    boardColumn('state', 'Réponse', 'text', 190),
    boardColumn('records', 'Fiches', 'free', 70),
    boardColumn('invitedAt', 'Invitée le', 'moment', 150),
    boardColumn('openedAt', 'Page ouverte le', 'moment', 150),
    boardColumn('answeredAt', 'Dernière réponse le', 'moment', 150),
  ],
}

const states = {
  unopened: 'Page non ouverte',
  opened: 'Page ouverte, sans réponse',
  answered: 'A répondu',
  again: 'À redemander',
  retired: 'Sortie de l’annuaire',
} as const satisfies Record<Standing['state'], string>

/** The rows, by campaign and name. */
export const campaignRows = ({ lists }: Catalogue, campaigns: readonly OpenCampaign[]): readonly BoardRow[] =>
  campaigns.flatMap(({ campaign, members }) => {
    const { form, record, directory } = campaign
    const field = directory.fields.find(({ name }) => name === directory.directory.networks)
    const labels = new Map((field ? listOf(field, lists) : []).map(({ code, label }) => [code, label.fr]))
    return members.map((member) => ({
      key: boardKey(record.reference, referenceOf(directory.prefix, member.number)),
      cells: [
        textCell(String(record.answers[form.titleField] ?? record.reference)),
        textCell(member.name),
        textCell(member.networks.map((network) => labels.get(network) ?? network).join(', ')),
        states[member.state],
        member.records,
        momentSerial(member.invitedAt),
        member.openedAt === null ? '' : momentSerial(member.openedAt),
        member.answeredAt === null ? '' : momentSerial(member.answeredAt),
      ],
    }))
  })
