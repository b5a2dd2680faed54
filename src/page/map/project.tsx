import type { Answer } from '../../form/answers.ts'
import type { Field } from '../../form/definition/index.ts'
import { displayAnswer, findField, rowsOf } from '../../form/index.ts'
import { namesOf } from '../../form/names.ts'
import { organisationOf } from '../../map/figures.ts'
import type { StoredRecord } from '../../record/record.ts'
import { Facts } from '../facts.tsx'
import { word } from '../words.ts'
import type { MapView } from './view.ts'

type Props = { readonly view: MapView; readonly record: StoredRecord }

/** A record in a few lines, and all that everyone may read of it behind them. */
export function Project({ view, record }: Props) {
  const { form, names, locale } = view
  const { map, titleField } = form
  const title = String(record.answers[titleField] ?? record.reference)
  const told = new Set([titleField, map.organisation])
  const details = form.fields
    .filter(({ name }) => !told.has(name))
    .map((field) => [field.label[locale], answerText(view, field, record)] as const)
    .filter(([, text]) => text !== '')
  return (
    <li>
      <h3>{title}</h3>
      <p>{organisationOf(form, names, record.answers)}</p>
      <p>{placesText(view, record)}</p>
      <p>
        {tagsOf(view, record).map((text) => (
          <>
            <span class="tag">{text}</span>{' '}
          </>
        ))}
      </p>
      <details>
        <summary>
          {word(locale, 'mapDetail')} <span class="hidden">{word(locale, 'mapDetailOf', { title })}</span>
        </summary>
        <Facts lines={details} />
      </details>
    </li>
  )
}

const shown = ({ lists, locale, names }: MapView, field: Field, answer: Answer | undefined) =>
  displayAnswer(field, lists, answer, locale, namesOf(names, field))

/** Of a repeat, a line for each row. */
function answerText(view: MapView, field: Field, { answers }: StoredRecord): string {
  if (field.type !== 'repeat') return shown(view, field, answers[field.name])
  return rowsOf(answers, field.name)
    .map((row) =>
      field.fields
        .map((inner) => shown(view, inner, row[inner.name]))
        .filter((text) => text !== '')
        .join(', '),
    )
    .join('\n')
}

/** What the filters ask for that has one answer: what it is about, how far it is. */
function tagsOf(view: MapView, { answers }: StoredRecord): readonly string[] {
  return view.form.map.filters.flatMap(({ fields: [first] }) => {
    const field = findField(view.form, first ?? '')
    if (field?.type !== 'select_one') return []
    return shown(view, field, answers[field.name]) || []
  })
}

/** "Dakar (Guédiawaye, Pikine) ; Kolda", or what stands for all of the country or none of it. */
function placesText(view: MapView, { answers }: StoredRecord): string {
  const { zones, region, department, whole } = view.form.map
  const [regionField, departmentField, wholeField] = [region, department, whole.field].map((name) =>
    findField(view.form, name),
  )
  const rows = Object.groupBy(rowsOf(answers, zones), (row) => String(row[region] ?? ''))
  const places = Object.entries(rows).map(([code, here = []]) => {
    const within = here.flatMap((row) => {
      const answer = row[department]
      return answer === undefined || departmentField === undefined ? [] : shown(view, departmentField, answer)
    })
    const name = regionField === undefined ? code : shown(view, regionField, code)
    return within.length === 0 ? name : `${name} (${[...new Set(within)].join(', ')})`
  })
  if (places.length > 0) return places.join(view.locale === 'fr' ? '\u00a0; ' : '; ')
  return wholeField === undefined ? '' : shown(view, wholeField, answers[whole.field])
}
