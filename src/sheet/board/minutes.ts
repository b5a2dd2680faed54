import { awaitedMinutes, lateMeetings } from '../../calendar/index.ts'
import type { Catalogue } from '../../form/definition/index.ts'
import { referenceOf } from '../../record/reference.ts'
import type { Sketch } from '../../store/sketches.ts'
import { type BoardRow, boardKey } from './board.ts'
import { joined, shownAnswer, statusOf, titleOf } from './shown.ts'

const rubric = 'Comptes rendus en retard'
/** How many meetings lack minutes that were due by `today` (ISO 8601), then which. */
export const minutesRows = (
  catalogue: Catalogue,
  sketches: readonly Sketch[],
  today: string,
): readonly BoardRow[] =>
  awaitedMinutes(catalogue).flatMap((awaited) => {
    const { form, calendar } = awaited
    const late = lateMeetings(catalogue, awaited, sketches, today)
    return [
      { key: boardKey('minutes', form.id), cells: [rubric, form.sheet.tab, late.length, ''] },
      ...late.map((record): BoardRow => {
        const detail = joined([shownAnswer(catalogue, form, record, calendar.date), statusOf(form, record)])
        return {
          key: boardKey('minutes', referenceOf(form.prefix, record.number)),
          cells: [rubric, titleOf(catalogue, form, record), '', detail],
        }
      }),
    ]
  })
