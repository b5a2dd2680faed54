import { nextState } from '../../advocacy/index.ts'
import type { Advocacy, ChoiceLists, Form } from '../../form/definition/index.ts'
import { displayAnswer, rowsOf } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import type { StoredRecord } from '../../record/index.ts'
import { Facts } from '../facts.tsx'
import type { Published } from '../minutes/published.ts'
import { moveLabel } from '../moves.tsx'
import { word } from '../words.ts'

export type AdvocacyView = {
  readonly form: Form
  readonly advocacy: Advocacy
  readonly lists: ChoiceLists
  /** Published minutes by reference: elements cite them. */
  readonly minutes: ReadonlyMap<string, Published>
  readonly locale: Locale
  readonly coordinates: boolean
}

type Props = { readonly view: AdvocacyView; readonly record: StoredRecord }

/** A pleading: how far it is, what it says, to whom, by whom, by when, and what it is made of. */
export function Pleading({ view, record }: Props) {
  const { form, advocacy, locale, coordinates } = view
  const facts = [advocacy.message, advocacy.addressee, advocacy.carriers, advocacy.due].flatMap((name) => {
    const field = form.fields.find((one) => one.name === name)
    const answer = record.answers[name]
    return field && answer !== undefined
      ? [[field.label[locale], displayAnswer(field, view.lists, answer, locale, new Map())] as const]
      : []
  })
  return (
    <article id={record.reference} class="pleading">
      <h3>{String(record.answers[form.titleField] ?? record.reference)}</h3>
      <Steps form={form} status={record.status} locale={locale} />
      <Facts lines={facts} />
      <Elements view={view} record={record} />
      {coordinates ? <Onward form={form} record={record} locale={locale} /> : null}
    </article>
  )
}

/** The states on the way, those reached and the present one told in words too. */
function Steps({ form, status, locale }: { form: Form; status: string; locale: Locale }) {
  const { states } = form.workflow
  const here = states.findIndex(({ code }) => code === status)
  return (
    <ol class="steps" aria-label={word(locale, 'steps')}>
      {states.map(({ label }, index) => (
        <li class={index < here ? 'past' : undefined} aria-current={index === here ? 'step' : undefined}>
          {label[locale]}
        </li>
      ))}
    </ol>
  )
}

/** What it is made of, each with the minutes it comes from; minutes that are not published are told by reference. */
function Elements({ view: { form, advocacy, minutes, locale }, record }: Props) {
  const { repeat, text, source } = advocacy.elements
  const rows = rowsOf(record.answers, repeat)
  if (rows.length === 0) return null
  return (
    <>
      <h4>{form.fields.find(({ name }) => name === repeat)?.label[locale]}</h4>
      <ul>
        {rows.map((row) => {
          const cited = String(row[source] ?? '')
          const published = minutes.get(cited)
          return (
            <li>
              <span class="cell">{String(row[text] ?? '')}</span>
              {cited === '' ? null : (
                <span class="hint">
                  {word(locale, 'elementFrom')}{' '}
                  {published ? <a href={`/comptes-rendus/${cited}`}>{published.title}</a> : cited}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The way to the record, and the button that moves it on. */
function Onward({ form, record, locale }: { form: Form; record: StoredRecord; locale: Locale }) {
  const next = nextState(form, record.status)
  const path = `/coordination/fiches/${record.reference}`
  return (
    <form method="post" action={`${path}/statut`} class="actions">
      {next === null ? null : (
        <button type="submit" name="to" value={next.to} class="second">
          {moveLabel(form, next, locale)}
        </button>
      )}
      <a href={path}>
        {word(locale, 'openRecord')} {record.reference}
      </a>
    </form>
  )
}
