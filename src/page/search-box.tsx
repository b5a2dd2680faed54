import type { Locale } from '../form/text.ts'
import { word } from './words.ts'

/** Where to search all that is published. */
export function SearchBox({ locale, query = '' }: { locale: Locale; query?: string }) {
  return (
    <search>
      <form action="/recherche" class="search">
        <label for="page-recherche">{word(locale, 'searchLabel')}</label>
        <input type="search" id="page-recherche" name="q" value={query} maxlength={200} />
        <button type="submit" class="second">
          {word(locale, 'searchButton')}
        </button>
      </form>
    </search>
  )
}
