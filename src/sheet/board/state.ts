import { momentSerial, textCell } from '../cells.ts'
import { cellText } from '../remark.ts'
import { type Board, type BoardRow, boardColumn, keyColumn } from './board.ts'

/** How the mirror is doing, in a few rows that are always the same ones. */
export const stateBoard: Board = {
  id: 'state',
  title: 'Lisez-moi',
  columns: [
    keyColumn,
    boardColumn('state', 'État', 'text', 340, true),
    boardColumn('value', 'Valeur', 'text', 460, true),
  ],
}

export type MirrorState = {
  /** The last pass that changed the sheet; milliseconds since 1970, UTC. */
  readonly lastWriteAt: number | null
  /** Records the sheet does not show yet. */
  readonly pending: number
  /** What the mirror waits for, in French; null while it works. */
  readonly parked: string | null
  readonly braked: readonly { readonly title: string; readonly message: string }[]
  readonly quarantined: readonly { readonly reference: string; readonly reason: string }[]
  /** How many rows were taken out of the sheet and not put back. */
  readonly withdrawn: number
  /** Where all this can be acted upon. */
  readonly address: string
}

/** The state as rows. Pure. Its moment is text: a column of counts and sentences has no format of dates. */
export function stateRows(state: MirrorState): readonly BoardRow[] {
  const last =
    state.lastWriteAt === null ? 'Aucune pour l’instant' : cellText('moment', momentSerial(state.lastWriteAt))
  const braked = state.braked.map(({ title, message }) => `${title}\u00a0: ${message}`)
  const quarantined = state.quarantined.map(({ reference, reason }) => `${reference}\u00a0: ${reason}`)
  return [
    { key: 'last', cells: ['Dernière mise à jour de la feuille', last] },
    { key: 'pending', cells: ['Fiches en attente', String(state.pending)] },
    { key: 'parked', cells: ['Synchronisation à l’arrêt', textCell(state.parked ?? 'Non')] },
    { key: 'braked', cells: ['Onglets à l’arrêt', linesOr('Aucun', braked)] },
    { key: 'quarantined', cells: ['Fiches que Google refuse', linesOr('Aucune', quarantined)] },
    {
      key: 'withdrawn',
      cells: ['Lignes retirées de la feuille (leurs fiches sont gardées)', String(state.withdrawn)],
    },
    { key: 'address', cells: ['Pour agir', state.address] },
  ]
}

const linesOr = (none: string, lines: readonly string[]): string =>
  lines.length === 0 ? none : textCell(lines.join('\n'))
