import type { ChoiceLists, Form, Plan } from '../form/definition/index.ts'
import type { Names } from '../form/names.ts'
import type { Locale } from '../form/text.ts'
import { compareItems } from '../plan/index.ts'
import type { StoredRecord } from '../record/record.ts'

export type PlanView = {
  readonly form: Form
  readonly plan: Plan
  readonly lists: ChoiceLists
  readonly names: Names
  readonly locale: Locale
  /** Whether a coordinator looks at it, who assesses criteria. */
  readonly coordinates: boolean
  /** How many documents of the library serve an item, by its reference. */
  readonly documents?: ReadonlyMap<string, number>
}

/** The records of each series, in the order of its list and of the plan; a series without records is left out. */
export function seriesOf(
  { form, plan, lists, locale }: Omit<PlanView, 'coordinates'>,
  records: readonly StoredRecord[],
) {
  const list = lists[form.fields.find(({ name }) => name === plan.series)?.choices ?? ''] ?? []
  return list
    .map(({ code, label }) => ({
      code,
      title: (plan.titles[code] ?? label)[locale],
      records: records
        .filter(({ answers }) => answers[plan.series] === code)
        .sort((one, other) => compareItems(form, plan, one, other)),
    }))
    .filter((series) => series.records.length > 0)
}
