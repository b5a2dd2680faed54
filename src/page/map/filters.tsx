import type { Locale } from '../../form/text.ts'
import { word } from '../words.ts'
import type { Control, Question } from './question.ts'

type Props = {
  readonly controls: readonly Control[]
  readonly question: Question
  readonly locale: Locale
}

const chosen = ({ asked, region }: Question, name: string): string | null =>
  name === 'region' ? region : (asked[name] ?? null)

/** What the map can be asked; sent as part of its address, so that an answer can be passed on. */
export function Filters({ controls, question, locale }: Props) {
  return (
    <form class="filters grid" method="get" action="/carte" aria-label={word(locale, 'mapFilters')}>
      {controls.map(({ name, label, choices }) => (
        <label>
          {label}
          <select name={name}>
            <option value="">{word(locale, name === 'region' ? 'mapAllRegions' : 'mapAll')}</option>
            {choices.map((choice) => (
              <option value={choice.code} selected={choice.code === chosen(question, name)}>
                {choice.label[locale]}
              </option>
            ))}
          </select>
        </label>
      ))}
      <p>
        <button type="submit">{word(locale, 'mapFilter')}</button>
        <a href="/carte">{word(locale, 'mapClear')}</a>
      </p>
    </form>
  )
}

/** What was asked in words, which print too; and what was ignored. */
export function Asking({ controls, question, locale }: Props) {
  const filters = controls.flatMap(({ name, label, choices }) => {
    const text = choices.find(({ code }) => code === chosen(question, name))?.label[locale]
    return text === undefined || name === 'region' ? [] : [word(locale, 'mapPair', { label, text })]
  })
  return (
    <>
      {question.ignored.length === 0 ? null : (
        <div class="notice" role="status">
          <h2>{word(locale, 'mapIgnoredTitle')}</h2>
          {question.ignored.map(({ label, code }) => (
            <p>{word(locale, 'mapIgnored', { label, code })}</p>
          ))}
        </div>
      )}
      {filters.length === 0 ? null : (
        <p>
          <strong>
            {word(locale, 'mapAsked', { filters: filters.join(locale === 'fr' ? '\u00a0; ' : '; ') })}
          </strong>{' '}
          {word(locale, 'mapOnlyDetailed')}
        </p>
      )}
    </>
  )
}
