import type { ChoiceLists, Form, Library } from '../../form/definition/index.ts'
import { displayAnswer, stateOf } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import { itemsOf } from '../../library/index.ts'
import type { StoredRecord } from '../../record/index.ts'
import type { PublicNames } from '../../search/index.ts'
import { word } from '../words.ts'

export type LibraryView = {
  readonly form: Form
  readonly library: Library
  readonly lists: ChoiceLists
  /** What items of the plan are called, as far as everyone may know. */
  readonly nameOf: PublicNames
  readonly locale: Locale
  /** Whether a coordinator looks at it, who is told the state and shown the way to the record. */
  readonly coordinates: boolean
}

type Props = {
  readonly view: LibraryView
  readonly record: StoredRecord
  /** Whether a heading above says what kind of document it is. */
  readonly isShelved: boolean
}

/** A document as the library lists it. */
export function DocumentEntry({ view, record, isShelved }: Props) {
  const { form, library, locale, coordinates } = view
  const { answers, reference } = record
  const title = String(answers[form.titleField] ?? reference)
  const url = answers[library.url]
  const about = [...(isShelved ? [] : [library.level, library.kind]), library.source, library.date]
    .map((name) => textOf(view, record, name))
    .filter((text) => text !== '')
  const summary = textOf(view, record, library.summary)
  const items = itemsOf(library, record).map((item) => ({ item, name: view.nameOf(item) }))
  const named = items.filter(({ name }) => name !== '')
  return (
    <>
      {url === undefined ? (
        <strong>{title}</strong>
      ) : (
        <a href={String(url)} rel="nofollow">
          {title}
        </a>
      )}{' '}
      {coordinates ? <span class="tag">{stateOf(form, record.status).label[locale]}</span> : null}
      <p>{about.join(' · ')}</p>
      {summary === '' ? null : <p class="cell">{summary}</p>}
      {named.length === 0 ? null : (
        <p>
          {word(locale, 'serves')}{' '}
          {named.map(({ item, name }, index) => (
            <>
              {index === 0 ? '' : ', '}
              <a class="inline" href={`/plan#${item}`}>
                {name}
              </a>
            </>
          ))}
        </p>
      )}
      {coordinates ? (
        <p class="links">
          <a class="inline" href={`/coordination/fiches/${reference}`}>
            {word(locale, 'openRecord')}
          </a>
        </p>
      ) : null}
    </>
  )
}

function textOf({ form, lists, locale }: LibraryView, { answers }: StoredRecord, name: string): string {
  const field = form.fields.find((one) => one.name === name)
  return field && answers[name] !== undefined
    ? displayAnswer(field, lists, answers[name], locale, new Map())
    : ''
}
