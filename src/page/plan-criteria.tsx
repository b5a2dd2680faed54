import type { Row } from '../form/answers.ts'
import type { Criteria, Field } from '../form/definition/index.ts'
import { displayAnswer } from '../form/index.ts'
import type { Locale } from '../form/text.ts'
import {
  type CriteriaCount,
  countCriteria,
  criteriaOf,
  type Meaning,
  meaningOf,
  meanings,
} from '../plan/index.ts'
import type { StoredRecord } from '../record/record.ts'
import type { PlanView } from './plan-series.ts'
import { word } from './words.ts'

/** Where a coordinator assesses the criteria of a record of a plan. */
const assessmentPath = (reference: string): string => `/coordination/plan/${reference}`

type CellProps = { readonly view: PlanView; readonly record: StoredRecord }

/** An item's criteria, each with its assessment in words and what shows it, and how many are met. */
export function CriteriaCell({ view, record }: CellProps) {
  const { plan, locale, coordinates } = view
  const { criteria } = plan
  if (criteria === null) return null
  const count = countCriteria(criteria, [record])
  const found = meanings.filter((meaning) => count[meaning] > 0)
  return (
    <>
      <ul class="criteria">
        {criteriaOf(criteria, record).map((row) => (
          <li>
            <Criterion view={view} criteria={criteria} row={row} />
          </li>
        ))}
      </ul>
      {count.open === count.total ? null : <p class="counted">{countTexts(count, found, locale)}</p>}
      {coordinates && count.total > 0 ? (
        <p class="assess">
          <a href={assessmentPath(record.reference)}>
            {word(locale, 'assess')}{' '}
            <span class="hidden">{word(locale, 'assessOf', { reference: record.reference })}</span>
          </a>
        </p>
      ) : null}
    </>
  )
}

/** How many criteria there are of each of these meanings, in words. */
export const countTexts = (count: CriteriaCount, of: readonly Meaning[], locale: Locale): string =>
  of.map((meaning) => word(locale, `criteria.${meaning}`, { n: count[meaning] })).join(' · ')

type CriterionProps = { readonly view: PlanView; readonly criteria: Criteria; readonly row: Row }

/** A criterion with its assessment in words and what shows it. */
export function Criterion({ view: { form, lists, locale }, criteria, row }: CriterionProps) {
  const inner = form.fields.find(({ name }) => name === criteria.field)?.fields ?? []
  const field = (name: string): Field | undefined => inner.find((one) => one.name === name)
  const shown = (name: string) => {
    const one = field(name)
    return one ? displayAnswer(one, lists, row[name], locale, new Map()) : ''
  }
  const meaning = meaningOf(criteria, row)
  const evidence = shown(criteria.evidence)
  return (
    <>
      {shown(criteria.text)}{' '}
      {meaning === 'open' ? null : <span class={`tag ${meaning}`}>{shown(criteria.assessment)}</span>}
      {evidence === '' ? null : (
        <span class="proof">
          {word(locale, 'planEvidence', {
            label: field(criteria.evidence)?.label[locale] ?? '',
            text: evidence,
          })}
        </span>
      )}
    </>
  )
}
