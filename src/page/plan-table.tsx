import { roles } from '../document/table-roles.ts'
import type { Answers, Row } from '../form/answers.ts'
import type { Field, PlanColumn } from '../form/definition/index.ts'
import { displayAnswer } from '../form/index.ts'
import { namesOf } from '../form/names.ts'
import type { StoredRecord } from '../record/record.ts'
import { capitalised, longDate } from './format.ts'
import { CriteriaCell } from './plan-criteria.tsx'
import type { PlanView } from './plan-series.ts'
import { word } from './words.ts'

/** One series of the plan: questions above, their columns below, one row a record. On a phone each row is a card. */
export function PlanTable({
  view,
  records,
  title,
}: {
  view: PlanView
  records: readonly StoredRecord[]
  title: string
}) {
  const { plan, locale } = view
  const columns = plan.columns.flatMap(({ question, columns }) =>
    columns.map((column) => ({ question, column })),
  )
  return (
    <table class="plan stack" {...roles.table}>
      <caption>{title}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {plan.columns.map(({ question, columns }) => (
            <th scope="colgroup" {...roles.column} colspan={columns.length}>
              {question[locale]}
            </th>
          ))}
        </tr>
        <tr {...roles.row}>
          {columns.map(({ column }) => (
            <th scope="col" {...roles.column}>
              {column.label[locale]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {records.map((record) => (
          <tr id={record.reference} {...roles.row}>
            {columns.map(({ column }, index) =>
              index === 0 ? (
                <th scope="row" {...roles.head} data-label={column.label[locale]}>
                  <PlanCell view={view} column={column} record={record} />
                  <Status view={view} record={record} />
                  <Documents view={view} record={record} />
                </th>
              ) : (
                <td {...roles.cell} data-label={column.label[locale]}>
                  <PlanCell view={view} column={column} record={record} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Status({ view: { form, locale }, record }: { view: PlanView; record: StoredRecord }) {
  const state = form.workflow.states.find(({ code }) => code === record.status)
  return <span class="tag">{state?.label[locale] ?? record.status}</span>
}

/** The way to what the library has for an item. */
function Documents({ view: { documents, locale }, record: { reference } }: Omit<CellProps, 'column'>) {
  const n = documents?.get(reference) ?? 0
  if (n === 0) return null
  return (
    <a class="documents" href={`/bibliotheque?action=${reference}`}>
      {word(locale, n === 1 ? 'oneDocument' : 'documents', { n })}
    </a>
  )
}

type CellProps = { readonly view: PlanView; readonly column: PlanColumn; readonly record: StoredRecord }

function PlanCell({ view, column, record }: CellProps) {
  const fields = column.fields.flatMap((name) => view.form.fields.filter((field) => field.name === name))
  const [only] = fields
  if (fields.length === 1 && only?.name === view.plan.criteria?.field) {
    return <CriteriaCell view={view} record={record} />
  }
  const items = fields.length === 1 && only ? itemsOf(view, only, record.answers) : null
  if (items !== null && items.length > 1) {
    return (
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    )
  }
  return (
    <span class="cell">
      {fields
        .map((field) => textOf(view, field, record.answers))
        .join(' ')
        .trim()}
    </span>
  )
}

/** The items of a list or the rows of a repeat; null for a field of one value. */
function itemsOf(view: PlanView, field: Field, answers: Answers): readonly string[] | null {
  const answer = answers[field.name]
  if (!Array.isArray(answer)) return null
  if (field.type === 'list') return answer as readonly string[]
  if (field.type !== 'repeat') return null
  return (answer as readonly Row[]).map((row) =>
    field.fields
      .map((inner) => textOf(view, inner, row))
      .filter((text) => text !== '')
      .join(' – '),
  )
}

/** The order stands in brackets after the date, as in the group's minutes: "Octobre 2018 (2)". */
function textOf(view: PlanView, field: Field, answers: Answers): string {
  const { plan, lists, names, locale } = view
  const answer = answers[field.name]
  if (field.type === 'list' || field.type === 'repeat') {
    const items = itemsOf(view, field, answers) ?? []
    if (items.length > 0) return items.join('\n')
  } else if (answer !== undefined) {
    if (field.type === 'partial_date' || field.type === 'date')
      return capitalised(longDate(String(answer), locale))
    const text = displayAnswer(field, lists, answer, locale, namesOf(names, field))
    return field.name === plan.order ? `(${text})` : text
  }
  return field.undefinedLabel?.[locale] ?? ''
}

/** What is still undefined: "Zones concernées : 7 « À définir »". */
export function undefinedCounts(view: PlanView, records: readonly StoredRecord[]): readonly string[] {
  const { form, plan, locale } = view
  const shown = new Set(plan.columns.flatMap(({ columns }) => columns.flatMap(({ fields }) => fields)))
  return form.fields.flatMap(({ name, label, undefinedLabel }) => {
    const n = records.filter(({ answers }) => answers[name] === undefined).length
    if (undefinedLabel === null || n === 0 || !shown.has(name)) return []
    return [word(locale, 'toDefine', { label: label[locale], n, undefined: undefinedLabel[locale] })]
  })
}
