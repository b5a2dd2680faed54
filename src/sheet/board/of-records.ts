import type { Catalogue } from '../../form/definition/index.ts'
import { openCampaigns } from '../../record/campaign/index.ts'
import type { Board, BoardRow } from './board.ts'
import { campaignRows, campaigns } from './campaigns.ts'
import { dashboard, dashboardRows } from './dashboard.ts'
import { journal, journalRows } from './journal.ts'

/** What each board that is about records says as of `now` (milliseconds since 1970, UTC). */
export async function boardsOfRecords(
  db: D1Database,
  catalogue: Catalogue,
  now: number,
): Promise<readonly (readonly [Board, readonly BoardRow[]])[]> {
  const open = await openCampaigns({ db, catalogue, now })
  return [
    [dashboard, await dashboardRows(db, catalogue, open, now)],
    [campaigns, campaignRows(catalogue, open)],
    [journal, await journalRows(db, catalogue)],
  ]
}
