import type { Row } from '../form/answers.ts'
import { attributeOf } from '../form/attribute.ts'
import type { Advocacy, Choice, ChoiceLists, Form, Transition } from '../form/definition/index.ts'
import { compareItems, criteriaOf, type PlanItem } from '../plan/index.ts'

/** A criterion of success and the meeting it is of. */
export type ThemeCriterion<Item> = { readonly item: Item; readonly row: Row }

/** What the group has on a theme: its pleadings, and what its meetings are to achieve. */
export type Theme<Pleading, Item> = {
  readonly choice: Choice
  readonly pleadings: readonly Pleading[]
  readonly criteria: readonly ThemeCriterion<Item>[]
}

/**
 * Everything by theme, in the order of the list: pleadings as they come, criteria in the order of the plan. Pure.
 * @param plan the form of the plan and its records, null when pleadings take no criteria
 */
export function byTheme<Pleading extends PlanItem, Item extends PlanItem>(
  form: Form,
  advocacy: Advocacy,
  lists: ChoiceLists,
  pleadings: readonly Pleading[],
  plan: { readonly form: Form; readonly items: readonly Item[] } | null,
): readonly Theme<Pleading, Item>[] {
  const list = lists[form.fields.find(({ name }) => name === advocacy.theme)?.choices ?? ''] ?? []
  return list.map((choice) => ({
    choice,
    pleadings: pleadings.filter(({ answers }) => answers[advocacy.theme] === choice.code),
    criteria: plan === null ? [] : criteriaOn(choice, advocacy, plan.form, plan.items),
  }))
}

function criteriaOn<Item extends PlanItem>(
  choice: Choice,
  { plan: source }: Advocacy,
  form: Form,
  items: readonly Item[],
): readonly ThemeCriterion<Item>[] {
  const { plan } = form
  const criteria = plan?.criteria
  if (!source || !plan || !criteria) return []
  const orders = attributeOf(choice, source.attribute).split(' ')
  return items
    .filter(
      ({ answers }) =>
        answers[plan.series] === source.series && orders.includes(String(answers[plan.order] ?? '')),
    )
    .toSorted((one, other) => compareItems(form, plan, one, other))
    .flatMap((item) => criteriaOf(criteria, item).map((row) => ({ item, row })))
}

/** The move that a coordinator makes next on a pleading's way, to the nearest state further on. Pure. */
export function nextState({ workflow }: Form, status: string): Transition | null {
  const place = (code: string) => workflow.states.findIndex((state) => state.code === code)
  const onward = workflow.transitions
    .filter(
      ({ from, to, by }) => from.includes(status) && by.includes('coordinator') && place(to) > place(status),
    )
    .toSorted((one, other) => place(one.to) - place(other.to))
  return onward[0] ?? null
}
