import { wantedOfMinutes } from '../../calendar/index.ts'
import { together, wantedOfAnswers, wantedOfProjects } from '../../figures/index.ts'
import type { Catalogue } from '../../form/definition/index.ts'
import type { OpenCampaign } from '../../record/campaign/index.ts'
import { boardFigures } from '../../store/board-figures.ts'
import { countRecords } from '../../store/records.ts'
import { answerRows } from './answers.ts'
import { type Board, type BoardRow, boardColumn, keyColumn } from './board.ts'
import { campaignAnswerRows } from './campaign-answers.ts'
import { exchangeRows, exchangeTypes, recentDays } from './exchanges.ts'
import { meetingRows, wantedOfMeetings } from './meetings.ts'
import { minutesRows } from './minutes.ts'
import { placeRows, wantedOfPlaces } from './places.ts'
import { planRows, wantedOfPlans } from './plans.ts'
import { projectRows } from './projects.ts'
import { statusRows } from './statuses.ts'
import { placesOfMembers, unansweredRows, wantedOfDirectories } from './unanswered.ts'

/** Where the group's work stands: counts and short lists, each under its rubric. */
export const dashboard: Board = {
  id: 'dashboard',
  title: 'Tableau de bord',
  columns: [
    keyColumn,
    boardColumn('rubric', 'Rubrique', 'text', 180),
    boardColumn('label', 'Libellé', 'text', 360, true),
    boardColumn('number', 'Nombre', 'free', 80),
    boardColumn('detail', 'Détail', 'text', 420, true),
  ],
}

const millisecondsADay = 86_400_000

/**
 * The dashboard as of `now` (milliseconds since 1970, UTC): the same all day long as long as no record changes and
 * nothing happens in the sheet. `open` are the campaigns to count the answers of.
 */
export async function dashboardRows(
  db: D1Database,
  catalogue: Catalogue,
  open: readonly OpenCampaign[],
  now: number,
): Promise<readonly BoardRow[]> {
  const midnight = Math.floor(now / millisecondsADay) * millisecondsADay
  const today = new Date(midnight).toISOString().slice(0, 10)
  const wanted = [
    ...wantedOfDirectories(catalogue),
    ...wantedOfPlaces(catalogue),
    ...wantedOfMeetings(catalogue),
    ...wantedOfMinutes(catalogue),
    ...wantedOfPlans(catalogue),
    ...wantedOfProjects(catalogue),
    ...wantedOfAnswers(catalogue),
  ]
  const [counts, { sketches, mentions, tallies }] = await Promise.all([
    countRecords(db),
    boardFigures(db, together(wanted), placesOfMembers(catalogue), {
      types: exchangeTypes,
      since: midnight - recentDays * millisecondsADay,
    }),
  ])
  return [
    ...meetingRows(catalogue, sketches, today),
    ...minutesRows(catalogue, sketches, today),
    ...planRows(catalogue, sketches, today),
    ...placeRows(catalogue, sketches),
    ...projectRows(catalogue, sketches),
    ...answerRows(catalogue, sketches, mentions),
    ...campaignAnswerRows(catalogue, open),
    ...exchangeRows(tallies),
    ...unansweredRows(catalogue, sketches, mentions),
    ...statusRows(catalogue, counts),
  ]
}
