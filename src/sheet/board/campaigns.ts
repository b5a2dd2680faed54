import { listOf } from '../../form/choices.ts'
import type { Catalogue } from '../../form/definition/index.ts'
import { everyStanding, type Standing } from '../../record/campaign/index.ts'
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
} as const satisfies Record<Standing['state'], string>

/** The rows as of `now` (milliseconds since 1970, UTC), by campaign and name. */
export async function campaignRows(
  db: D1Database,
  catalogue: Catalogue,
  now: number,
): Promise<readonly BoardRow[]> {
  const standings = await everyStanding({ db, catalogue, now })
  return standings
    .filter(({ campaign: { form, record } }) => form.campaign.open.includes(record.status))
    .map(({ campaign, invitation, standing }) => {
      const { form, record, directory } = campaign
      const field = directory.fields.find(({ name }) => name === directory.directory.networks)
      const labels = field ? listOf(field, catalogue.lists) : []
      const named = invitation.networks.map(
        (network) => labels.find(({ code }) => code === network)?.label.fr ?? network,
      )
      return {
        key: boardKey(record.reference, referenceOf(directory.prefix, invitation.number)),
        cells: [
          textCell(String(record.answers[form.titleField] ?? record.reference)),
          textCell(invitation.name),
          textCell(named.join(', ')),
          states[standing.state],
          invitation.records,
          momentSerial(invitation.invitedAt),
          invitation.openedAt === null ? '' : momentSerial(invitation.openedAt),
          invitation.answeredAt === null ? '' : momentSerial(invitation.answeredAt),
        ],
      }
    })
}
