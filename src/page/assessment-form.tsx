import type { Answers, Row } from '../form/answers.ts'
import type { Criteria, Field } from '../form/definition/index.ts'
import { Comparison, differences } from './answers-summary.tsx'
import { Facts } from './facts.tsx'
import { FieldView } from './field/index.tsx'
import { flatAnswers } from './flat-answers.ts'
import { Refusal } from './summary.tsx'
import type { FormView } from './view.ts'
import { word } from './words.ts'

type Of = { readonly view: FormView; readonly criteria: Criteria }

const repeatOf = ({ form }: FormView, { field }: Criteria): Field | undefined =>
  form.fields.find(({ name }) => name === field)

/** The criteria of an item, each with what to choose and what shows it. Sent to the address it is shown at. */
export function AssessmentForm({
  view,
  criteria,
  rows,
  revision,
}: Of & { readonly rows: readonly Row[]; readonly revision: number }) {
  const { locale } = view
  const inner = repeatOf(view, criteria)?.fields ?? []
  const asked = [criteria.assessment, criteria.evidence].flatMap((name) =>
    inner.filter((field) => field.name === name),
  )
  return (
    <form method="post" action="?" class="assessment">
      <input type="hidden" name="revision" value={String(revision)} />
      {rows.map((row, index) => {
        const place = `${criteria.field}.${index}`
        const text = String(row[criteria.text] ?? '')
        return (
          <fieldset class="row" id={place}>
            <legend>
              {index + 1}. {text}
            </legend>
            <input type="hidden" name={`${criteria.field}.row`} value={String(index)} />
            <input type="hidden" name={`${place}.${criteria.text}`} value={text} />
            {asked.map((field) => (
              <FieldView view={view} field={field} name={`${place}.${field.name}`} />
            ))}
          </fieldset>
        )
      })}
      <div class="actions">
        <button type="submit">{word(locale, 'saveAssessment')}</button>
        <a href="/plan">{word(locale, 'backToPlan')}</a>
      </div>
    </form>
  )
}

/** What is recorded by now beside what was chosen and typed. */
export function StaleAssessment({
  view,
  criteria,
  recorded,
  typed,
}: Of & { readonly recorded: Answers; readonly typed: Answers }) {
  const { locale } = view
  const shown = (answers: Answers) => {
    const rows = answers[criteria.field]
    return flatAnswers(view.form, rows === undefined ? {} : { [criteria.field]: rows }, view)
  }
  return (
    <Refusal title={word(locale, 'staleTitle')}>
      <p>{word(locale, 'stale')}</p>
      <Comparison list={differences(shown(recorded), shown(typed))} locale={locale} />
    </Refusal>
  )
}

/** What was said of criteria that are there no more: it is shown, so that it can be said elsewhere. */
export function Gone({ view, criteria, rows }: Of & { readonly rows: readonly Row[] }) {
  const { locale, form } = view
  const gone = flatAnswers(form, { [criteria.field]: rows }, view)
  return (
    <div class="notice">
      <h2>{word(locale, 'criteriaGoneTitle')}</h2>
      <p>{word(locale, 'criteriaGone')}</p>
      <Facts lines={gone.map(({ label, text }) => [label, text])} />
    </div>
  )
}
