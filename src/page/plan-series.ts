import type { ChoiceLists, Form, Plan } from '../form/definition.ts'
import type { Locale } from '../form/text.ts'
import type { StoredRecord } from '../record/record.ts'
import type { Names } from './names.ts'

export type PlanView = {
  readonly form: Form
  readonly plan: Plan
  readonly lists: ChoiceLists
  readonly names: Names
  readonly locale: Locale
}

/** The records of each series, in the order of its list and of the plan; a series without records is left out. */
export function seriesOf({ form, plan, lists, locale }: PlanView, records: readonly StoredRecord[]) {
  const list = lists[form.fields.find(({ name }) => name === plan.series)?.choices ?? ''] ?? []
  return list
    .map(({ code, label }) => ({
      code,
      title: (plan.titles[code] ?? label)[locale],
      records: records
        .filter(({ answers }) => answers[plan.series] === code)
        .sort(
          (a, b) => Number(a.answers[plan.order] ?? Infinity) - Number(b.answers[plan.order] ?? Infinity),
        ),
    }))
    .filter((series) => series.records.length > 0)
}
