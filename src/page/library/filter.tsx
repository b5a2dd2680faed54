import { type LibraryQuery, orders } from '../../library/index.ts'
import { word } from '../words.ts'
import type { LibraryView } from './entry.tsx'

type Option = { readonly value: string; readonly label: string }

type Props = {
  readonly view: LibraryView
  readonly query: LibraryQuery
  /** The items of the plan that documents serve. */
  readonly items: readonly Option[]
}

/** What is shown of the library and in which order: a form that only reads. */
export function LibraryFilter({ view: { form, library, lists, locale }, query, items }: Props) {
  const list = form.fields.find(({ name }) => name === library.themes)?.choices ?? ''
  const themes = (lists[list] ?? []).map(({ code, label }) => ({ value: code, label: label[locale] }))
  const all = { value: '', label: word(locale, 'all') }
  const sorts = orders.map((order) => ({ value: order, label: word(locale, `order.${order}`) }))
  return (
    <form action="/bibliotheque" class="filters">
      <Select name="tri" label={word(locale, 'orderBy')} options={sorts} chosen={query.order} />
      <Select name="action" label={word(locale, 'planItem')} options={[all, ...items]} chosen={query.item} />
      <Select name="theme" label={word(locale, 'theme')} options={[all, ...themes]} chosen={query.theme} />
      <button type="submit" class="second">
        {word(locale, 'show')}
      </button>
    </form>
  )
}

type SelectProps = {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: string
}

function Select({ name, label, options, chosen }: SelectProps) {
  return (
    <div>
      <label for={`page-${name}`}>{label}</label>
      <select id={`page-${name}`} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
