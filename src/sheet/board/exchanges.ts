import type { Tally } from '../../store/board-figures.ts'
import { type BoardRow, boardKey } from './board.ts'
import { listed } from './shown.ts'

const rubric = 'Synchronisation'

const counted: readonly { readonly type: string; readonly label: string }[] = [
  { type: 'sheet.refused', label: 'Saisies refusées' },
  { type: 'sheet.conflict', label: 'Conflits' },
]

/** The events that are counted. */
export const exchangeTypes: readonly string[] = counted.map(({ type }) => type)

/** How far back they are counted, in days. */
export const recentDays = 30

/** Edits refused and conflicts of late: those whose record has not changed since, by their rows, then all. */
export const exchangeRows = (tallies: readonly Tally[]): readonly BoardRow[] =>
  counted.flatMap(({ type, label }) => {
    const tally = tallies.find((one) => one.type === type)
    const rows = [...(tally?.rows ?? [])].sort()
    return [
      {
        key: boardKey(type, 'open'),
        cells: [rubric, `${label}, fiche inchangée depuis`, tally?.open ?? 0, listed(rows)],
      },
      {
        key: boardKey(type, 'recent'),
        cells: [rubric, `${label}, ${recentDays} derniers jours`, tally?.recent ?? 0, ''],
      },
    ]
  })
