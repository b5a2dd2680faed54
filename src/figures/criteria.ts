import type { Choice, ChoiceLists, Form } from '../form/definition/index.ts'
import type { Text } from '../form/text.ts'
import { type CriteriaCount, countCriteria } from '../plan/index.ts'
import { publicOf } from '../record/published.ts'
import type { Sketch } from '../store/sketches.ts'
import { choicesOf } from './counting.ts'

/** The criteria of success of a plan: of each series that has some, and in all. */
export type CriteriaFigures = {
  readonly form: Form
  readonly series: readonly {
    readonly choice: Choice
    readonly title: Text
    readonly count: CriteriaCount
  }[]
  readonly all: CriteriaCount
}

/** Counts the criteria of the plan's records that everyone may see; null for a form without any. Pure. */
export function criteriaFigures(
  form: Form,
  lists: ChoiceLists,
  live: readonly Sketch[],
): CriteriaFigures | null {
  const { plan } = form
  if (!plan?.criteria) return null
  const { criteria, series, titles } = plan
  const items = publicOf(form, live).records
  const counts = choicesOf(form, lists, series).map((choice) => ({
    choice,
    title: titles[choice.code] ?? choice.label,
    count: countCriteria(
      criteria,
      items.filter(({ answers }) => answers[series] === choice.code),
    ),
  }))
  return {
    form,
    series: counts.filter(({ count }) => count.total > 0),
    all: countCriteria(criteria, items),
  }
}
