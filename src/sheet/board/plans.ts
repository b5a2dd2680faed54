import type { Catalogue, Criteria, Form, Rhythm } from '../../form/definition/index.ts'
import { displayDate } from '../../form/display.ts'
import {
  checkRhythm,
  countCriteria,
  dateOf,
  isHeld,
  isIn,
  type MonthCount,
  type PlanYear,
  spanOf,
  unplacedSoon,
  yearOf,
} from '../../plan/index.ts'
import { referenceOf } from '../../record/reference.ts'
import type { Sketch, Wanted } from '../../store/sketches.ts'
import { type BoardRow, boardKey } from './board.ts'
import { joined, shownAnswer, statusOf, titleOf } from './shown.ts'

const rubric = 'Avancement du plan'

/** What must be read of the records of plans. */
export const wantedOfPlans = ({ forms }: Catalogue): readonly Wanted[] =>
  forms.flatMap(({ id, titleField, plan, calendar }) => {
    if (plan === null) return []
    const { date, place, venue } = calendar ?? { date: null, place: null, venue: null }
    const names = [titleField, plan.series, plan.criteria?.field ?? null, date, place, venue]
    return [{ form: id, fields: names.filter((name) => name !== null) }]
  })

/** What was held, which criteria are met, which months break the rhythm and what lacks a place soon. */
export const planRows = (
  catalogue: Catalogue,
  sketches: readonly Sketch[],
  today: string,
): readonly BoardRow[] =>
  catalogue.forms.flatMap((form) => {
    if (form.plan === null) return []
    const items = sketches.filter((one) => one.form === form.id)
    const { criteria, rhythm } = form.plan
    return [
      ...(criteria === null ? [] : [criteriaRow(form, criteria, items)]),
      ...(rhythm === null ? [] : rhythmRows(catalogue, form, rhythm, items, today)),
    ]
  })

function criteriaRow(form: Form, criteria: Criteria, items: readonly Sketch[]): BoardRow {
  const { met, partly, unmet, early, open, total } = countCriteria(criteria, items)
  const detail = joined([
    `sur ${total}`,
    `en partie\u00a0: ${partly}`,
    `non atteints\u00a0: ${unmet}`,
    `trop tôt\u00a0: ${early}`,
    `pas encore évalués\u00a0: ${open}`,
  ])
  return { key: boardKey('criteria', form.id), cells: [rubric, 'Critères atteints', met, detail] }
}

function rhythmRows(
  catalogue: Catalogue,
  form: Form,
  rhythm: Rhythm,
  items: readonly Sketch[],
  today: string,
): readonly BoardRow[] {
  const year = yearOf(form, items, today)
  const soon = unplacedSoon(form, items, today)
  return [
    ...(year === null ? [] : yearRows(form, items, year)),
    {
      key: boardKey('soon', form.id),
      cells: [rubric, `Sans lieu à ${rhythm.placeDays} jours au plus`, soon.length, ''],
    },
    ...soon.map((record): BoardRow => {
      const date = form.calendar ? shownAnswer(catalogue, form, record, form.calendar.date) : ''
      return {
        key: boardKey('soon', referenceOf(form.prefix, record.number)),
        cells: [rubric, titleOf(catalogue, form, record), '', joined([date, statusOf(form, record)])],
      }
    }),
  ]
}

function yearRows(form: Form, items: readonly Sketch[], year: PlanYear): readonly BoardRow[] {
  const { plan } = form
  if (plan === null) return []
  const ofYear = items.filter((item) => isIn(year, dateOf(form, item)))
  const { unusual, free } = checkRhythm(form, items, year)
  // Not how many days are over: that would write the sheet anew each day.
  const { from, until } = spanOf(year)
  const span = `du ${displayDate(from, 'fr')} au ${displayDate(until, 'fr')}`
  const held = ofYear.filter((item) => isHeld(plan, item)).length
  const row = (key: string, label: string, number: number, detail: string): BoardRow => ({
    key: boardKey(key, form.id),
    cells: [rubric, label, number, detail],
  })
  return [
    row('held', 'Actions tenues', held, joined([`sur ${ofYear.length}`, span])),
    row('months', 'Mois hors du rythme', unusual.length, joined(unusual.map(countText))),
    row(
      'free',
      'Mois sans rencontre après la dernière',
      free.length,
      joined(free.map((month) => displayDate(month, 'fr'))),
    ),
  ]
}

const countText = ({ month, meetings }: MonthCount): string => {
  const number = meetings === 0 ? 'aucune rencontre' : `${meetings} rencontre${meetings > 1 ? 's' : ''}`
  return `${displayDate(month, 'fr')}\u00a0: ${number}`
}
