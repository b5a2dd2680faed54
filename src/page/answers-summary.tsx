import { roles } from '../document/table-roles.ts'
import type { Form } from '../form/definition/index.ts'
import type { Locale } from '../form/text.ts'
import { Facts } from './facts.tsx'
import type { Shown } from './flat-answers.ts'
import { word } from './words.ts'

const labelOf = ({ row, label }: Shown) => (row === null ? label : `${row} – ${label}`)

const textOf = ({ text, isAddress }: Shown) =>
  isAddress ? (
    <a class="address" href={text} rel="nofollow">
      {text}
    </a>
  ) : (
    text
  )

type SummaryProps = {
  readonly form: Form
  readonly shown: readonly Shown[]
  /** What the titles of sections are, under the heading that the page has above them. */
  readonly heading: 'h2' | 'h3'
  readonly locale: Locale
}

/** Answers under the titles of their sections. */
export function AnswersSummary({ form, shown, heading: Heading, locale }: SummaryProps) {
  const parts = [
    ...form.sections.map(({ id, title }) => ({ id, title: title[locale] })),
    { id: null, title: '' },
  ]
  const known = new Set(form.sections.map(({ id }) => id))
  return (
    <>
      {parts.map(({ id, title }) => {
        const here = shown.filter(({ section }) => (id === null ? !known.has(section) : section === id))
        return here.length === 0 ? null : (
          <>
            {title === '' ? null : <Heading>{title}</Heading>}
            <Facts lines={here.map((one) => [labelOf(one), textOf(one)])} />
          </>
        )
      })}
    </>
  )
}

type Difference = { readonly shown: Shown; readonly recorded: string; readonly typed: string }

/** Where two sets of answers differ, in the order of the form. */
export function differences(recorded: readonly Shown[], typed: readonly Shown[]): readonly Difference[] {
  const [before, after] = [recorded, typed].map((list) => new Map(list.map((one) => [one.name, one])))
  const all = [...recorded, ...typed.filter(({ name }) => !before?.has(name))]
  return all
    .map((shown) => ({
      shown,
      recorded: before?.get(shown.name)?.text ?? '',
      typed: after?.get(shown.name)?.text ?? '',
    }))
    .filter((one) => one.recorded !== one.typed)
}

/** What is recorded now beside what was typed, for a correction that came too late. */
export function Comparison({ list, locale }: { list: readonly Difference[]; locale: Locale }) {
  if (list.length === 0) return <p>{word(locale, 'unchangedByOther')}</p>
  const [question, recorded, typed] = (['question', 'nowRecorded', 'youTyped'] as const).map((key) =>
    word(locale, key),
  )
  return (
    <table class="stack" {...roles.table}>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <th scope="col" {...roles.column}>
            {question}
          </th>
          <th scope="col" {...roles.column}>
            {recorded}
          </th>
          <th scope="col" {...roles.column}>
            {typed}
          </th>
        </tr>
      </thead>
      <tbody {...roles.group}>
        {list.map((one) => (
          <tr {...roles.row}>
            <th scope="row" {...roles.head} data-label={question}>
              {labelOf(one.shown)}
            </th>
            <td {...roles.cell} data-label={recorded}>
              {one.recorded || word(locale, 'empty')}
            </td>
            <td {...roles.cell} data-label={typed}>
              {one.typed || word(locale, 'empty')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
