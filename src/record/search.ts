import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { findForm } from '../form/index.ts'
import { beginningsIn, holdsAll, matchOf, type PublicText } from '../search/index.ts'
import { findSearchable } from '../store/searchable.ts'
import { publicNames, publicText } from './public-text.ts'

/** What was found, and what everyone may read of it. */
export type Found = { readonly form: Form; readonly reference: string; readonly text: PublicText }

/** How many records a search gives at most. */
export const mostFound = 50

/**
 * The records whose public text has a word with each beginning, the best first: two queries. The index only proposes:
 * what is given is what everyone may read at this moment.
 */
export async function search(
  context: Context,
  query: string,
): Promise<{ readonly beginnings: readonly string[]; readonly found: readonly Found[] }> {
  const beginnings = beginningsIn(query)
  if (beginnings.length === 0) return { beginnings, found: [] }
  const proposed = await findSearchable(context.db, context.catalogue, matchOf(beginnings), mostFound)
  const names = await publicNames(
    context,
    proposed.map(({ record }) => record),
  )
  const found = proposed.flatMap(({ record, newest }): readonly Found[] => {
    const form = findForm(context.catalogue, record.form)
    const text = form ? publicText(context, form, record, newest, names) : null
    if (!form || text === null || !holdsAll([text.title, text.text], beginnings)) return []
    return [{ form, reference: record.reference, text }]
  })
  return { beginnings, found }
}
