import type { Answers, Row } from '../form/answers.ts'
import type { ChoiceLists, Field, Form, Plan, PlanColumn } from '../form/definition/index.ts'
import { displayAnswer } from '../form/index.ts'
import type { Cell, Table } from './model.ts'
import { printed } from './typography.ts'

/** A plan as it stood: its form, and its records in the order of the plan. */
export type PlanSource = {
  readonly form: Form
  readonly plan: Plan
  readonly records: readonly { readonly answers: Answers }[]
}

/** The plan's tables, one a series, as the group's minutes have them: questions above, seven columns, one row an action. */
export function planTables({ form, plan, records }: PlanSource, lists: ChoiceLists): readonly Table[] {
  const series = lists[form.fields.find(({ name }) => name === plan.series)?.choices ?? ''] ?? []
  const columns = plan.columns.flatMap((group) => group.columns)
  return series.flatMap(({ code, label }): readonly Table[] => {
    const rows = records.filter(({ answers }) => answers[plan.series] === code)
    if (rows.length === 0) return []
    return [
      {
        type: 'table',
        caption: printed((plan.titles[code] ?? label).fr),
        questions: plan.columns.map((group) => ({
          text: printed(group.question.fr),
          columns: group.columns.length,
        })),
        columns: columns.map((column) => printed(column.label.fr)),
        rows: rows.map(({ answers }) => columns.map((column) => cellOf(form, plan, lists, column, answers))),
        isWide: true,
      },
    ]
  })
}

function cellOf(form: Form, plan: Plan, lists: ChoiceLists, { fields }: PlanColumn, answers: Answers): Cell {
  const parts = fields.flatMap((name) => {
    const field = form.fields.find((one) => one.name === name)
    return field ? [linesOf(plan, lists, field, answers)] : []
  })
  // Several fields in a column are one line: "Octobre 2018 (2)".
  const lines = parts.length === 1 ? (parts[0] ?? []) : [parts.flat().join(' ')]
  return lines.map(printed)
}

function linesOf(plan: Plan, lists: ChoiceLists, field: Field, answers: Answers): readonly string[] {
  const answer = answers[field.name]
  if (field.type === 'list' && Array.isArray(answer)) return answer.map(String)
  if (field.type === 'repeat' && Array.isArray(answer)) {
    // The plan's own words: what was assessed since is not part of it.
    const [first] = field.fields
    return (answer as readonly Row[]).map((row) => (first ? String(row[first.name] ?? '') : ''))
  }
  const text = displayAnswer(field, lists, answer, 'fr', new Map())
  if (field.name === plan.order) return [`(${text})`]
  if (field.type === 'partial_date' && typeof answer === 'string') return [longDate(answer)]
  return [text]
}

/** "24 septembre 2018", or "Octobre 2018" as the group writes months. */
function longDate(date: string): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const format = new Intl.DateTimeFormat('fr', date.length > 7 ? { ...options, day: 'numeric' } : options)
  const text = format.format(Date.parse(date))
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}
