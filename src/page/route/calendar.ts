import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { eventOf, writeFeed } from '../../calendar/index.ts'
import type { AppEnv, Context } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { visibleAnswers } from '../../form/index.ts'
import { type Names, namesOf } from '../../form/names.ts'
import type { Locale } from '../../form/text.ts'
import { problem } from '../../problem.ts'
import { loadNames } from '../../record/load-names.ts'
import { isPublished } from '../../record/published.ts'
import { allRecords } from '../../store/records.ts'
import { groupOf, titled } from '../group.ts'
import { seriesOf } from '../plan-series.ts'
import { word } from '../words.ts'

/**
 * What every calendar program can subscribe to. It is the same for everyone, the coordinator too: a program asks in
 * nobody's name, and what it gets may be kept on the way. So the address alone chooses the language, never a cookie.
 */
export const calendarRoutes = new Hono<AppEnv>()

calendarRoutes.get('/plan.ics', etag(), async (c) => {
  const { context } = c.var
  const forms = context.catalogue.forms.filter(({ calendar }) => calendar !== null)
  if (forms.length === 0) throw problem('not-found')
  const locale: Locale = c.req.query('lang') === 'en' ? 'en' : 'fr'
  const page = new URL('/plan', context.site)
  const [names, group] = await Promise.all([loadNames(context, forms), groupOf(c)])
  const parts = await Promise.all(forms.map((form) => eventsOf(context, form, { names, locale, page })))
  const feed = writeFeed({
    name: titled(word(locale, 'plan'), group, locale),
    locale,
    source: feedAddress(page, locale),
    page,
    events: parts.flatMap(({ events }) => events),
    undated: parts.flatMap(({ undated }) => undated),
  })
  // Not by Hono's helper, which would send the cookie of ?lang= along.
  return new Response(feed, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-language': locale,
      'cache-control': 'public, max-age=300',
    },
  })
})

/** Where the calendar in this language is, on the same host as the page. */
export function feedAddress(page: string | URL, locale: Locale): URL {
  return new URL(locale === 'fr' ? '/plan.ics' : `/plan.ics?lang=${locale}`, page)
}

type View = { readonly names: Names; readonly locale: Locale; readonly page: URL }

/** The published records of a form as events, in the order of its plan, and the references of those without a date. */
async function eventsOf(context: Context, form: Form, { names, locale, page }: View) {
  const { calendar, plan } = form
  if (calendar === null) return { events: [], undated: [] }
  const { lists } = context.catalogue
  const records = (await allRecords(context.db, form))
    .filter((record) => isPublished(form, record))
    .map((record) => ({ ...record, answers: visibleAnswers(form, record.answers, 'public') }))
  const ordered =
    plan === null
      ? records
      : seriesOf({ form, plan, lists, names, locale }, records).flatMap((series) => series.records)
  const view = { form, calendar, lists, namesOf: namesOf.bind(null, names), locale, page }
  const found = ordered.map((record) => ({ record, event: eventOf(view, record) }))
  return {
    events: found.flatMap(({ event }) => (event === null ? [] : [event])),
    undated: found.flatMap(({ record, event }) => (event === null ? [record.reference] : [])),
  }
}
