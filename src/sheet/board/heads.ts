import { type DailyHead, dailyHeads } from '../../store/daily-heads.ts'
import { momentSerial } from '../cells.ts'
import { type BoardRow, lastingKey } from './board.ts'

/** Heads of the newest days that are put into the sheet again if it lost them. */
const mostHeads = 366

/**
 * Where the chain of events stood at the beginning of each day on which it had moved, oldest first: as cells of the
 * journal. Once shown they are not written over, so that the sheet can bear witness against the database.
 */
export async function headRows(db: D1Database): Promise<readonly BoardRow[]> {
  return (await dailyHeads(db, mostHeads)).toReversed().map(toRow)
}

const toRow = ({ day, seq, head }: DailyHead): BoardRow => ({
  key: lastingKey('empreinte', day),
  cells: [
    momentSerial(Date.parse(day)),
    `Événement ${seq}`,
    '',
    '',
    'Empreinte du jour',
    '',
    head,
    'Prouve que ce qui précède n’a pas été réécrit\u00a0: à comparer dans la console, page «\u00a0Le journal\u00a0».',
  ],
})
