import { Hono } from 'hono'
import type { AppEnv } from '../../context.ts'
import type { Locale } from '../../form/text.ts'
import { type Found, mostFound, search } from '../../record/index.ts'
import { excerpt, marked, type Piece } from '../../search/index.ts'
import { publicPath } from '../public-path.ts'
import { respond } from '../respond.tsx'
import { SearchBox } from '../search-box.tsx'
import { word } from '../words.ts'

/** A search over all that is published. Who may call: anyone; everyone finds the same. */
export const searchRoutes = new Hono<AppEnv>()

searchRoutes.get('/recherche', async (c) => {
  const { context, locale } = c.var
  const query = (c.req.query('q') ?? '').trim().slice(0, 200)
  const { beginnings, found } = await search(context, query)
  const title = word(locale, 'search')
  const content = (
    <>
      <h1>{title}</h1>
      <SearchBox locale={locale} query={query} />
      <p role="status">
        {query === '' ? word(locale, 'searchLead') : outcome(locale, query, beginnings.length, found.length)}
      </p>
      <ul class="cards">
        {found.map((one) => (
          <li>
            <Result found={one} beginnings={beginnings} locale={locale} />
          </li>
        ))}
      </ul>
    </>
  )
  return respond(c, { title: query === '' ? title : `${query} – ${title}`, content })
})

function outcome(locale: Locale, query: string, words: number, n: number): string {
  if (words === 0) return word(locale, 'foundNoWord')
  if (n === 0) return word(locale, 'foundNone', { query })
  const key = n === 1 ? 'foundOne' : n < mostFound ? 'foundMany' : 'foundMost'
  return word(locale, key, { n, query })
}

type ResultProps = {
  readonly found: Found
  readonly beginnings: readonly string[]
  readonly locale: Locale
}

function Result({ found: { form, reference, text }, beginnings, locale }: ResultProps) {
  return (
    <>
      <a href={publicPath(form, reference)}>
        <Pieces pieces={marked(text.title, beginnings)} />
      </a>
      <p class="hint">{form.title[locale]}</p>
      <p>
        <Pieces pieces={excerpt(text.text, beginnings)} />
      </p>
    </>
  )
}

const Pieces = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</>
)
