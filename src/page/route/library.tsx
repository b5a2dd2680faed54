import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../context.ts'
import type { Form, Library } from '../../form/definition/index.ts'
import { itemsOf, type LibraryQuery, orders, shelvesOf } from '../../library/index.ts'
import type { StoredRecord } from '../../record/index.ts'
import { publicNames } from '../../record/public-text.ts'
import { recordsSeen } from '../../record/published.ts'
import { DocumentEntry } from '../library/entry.tsx'
import { LibraryFilter } from '../library/filter.tsx'
import { respond } from '../respond.tsx'
import { SearchBox } from '../search-box.tsx'
import { word } from '../words.ts'

type C = HonoContext<AppEnv>

/** The library. Who may call: anyone; coordinators see what is not published too. */
export const libraryRoutes = new Hono<AppEnv>()

libraryRoutes.get('/bibliotheque', async (c) => {
  const { context, locale } = c.var
  const title = word(locale, 'library')
  const form = context.catalogue.forms.find((one) => one.library !== null)
  const content = (
    <>
      <h1>{title}</h1>
      <p class="lead">{word(locale, 'libraryLead')}</p>
      <SearchBox locale={locale} />
      {form?.library ? await shelves(c, form, form.library) : null}
    </>
  )
  return respond(c, { title, content })
})

async function shelves(c: C, form: Form, library: Library) {
  const { context, locale } = c.var
  const { lists } = context.catalogue
  const { records } = await recordsSeen(context, form)
  if (records.length === 0) return <p>{word(locale, 'noDocument')}</p>
  const nameOf = await publicNames(context, records)
  const query = queryOf(c)
  const items = itemsServed(library, records, query.item).map((reference) => ({
    value: reference,
    label: nameOf(reference) || reference,
  }))
  const found = shelvesOf(form, library, lists, records, query)
  const n = found.reduce((sum, { documents }) => sum + documents.length, 0)
  const view = { form, library, lists, nameOf, locale, coordinates: context.actor.role === 'coordinator' }
  return (
    <>
      <LibraryFilter view={view} query={query} items={items} />
      <p role="status">
        {n === 0
          ? word(locale, 'noDocumentAsked')
          : word(locale, n === 1 ? 'oneDocument' : 'documents', { n })}
      </p>
      {found.map((shelf) => (
        <>
          {shelf.title === null ? null : <h2>{shelf.title[locale]}</h2>}
          <ul class="cards">
            {shelf.documents.map((record) => (
              <li id={record.reference}>
                <DocumentEntry view={view} record={record} isShelved={shelf.title !== null} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

/** What the address asks; an order there is not is the first one. */
function queryOf(c: C): LibraryQuery {
  const [first] = orders
  const asked = c.req.query('tri')
  return {
    order: orders.find((order) => order === asked) ?? first,
    item: c.req.query('action') ?? '',
    theme: c.req.query('theme') ?? '',
  }
}

/** The items that a document serves, and the one that is asked for. */
const itemsServed = (library: Library, records: readonly StoredRecord[], asked: string): readonly string[] =>
  [...new Set([...records.flatMap((record) => itemsOf(library, record)), asked])]
    .filter((reference) => reference !== '')
    .toSorted()
