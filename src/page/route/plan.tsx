import { Hono } from 'hono'
import type { AppEnv, Context } from '../../context.ts'
import { visibleAnswers } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import { itemsOf } from '../../library/index.ts'
import { loadNames } from '../../record/load-names.ts'
import { isPublished, recordsSeen } from '../../record/published.ts'
import { allRecords } from '../../store/records.ts'
import { PlanProgress, PlanWatch } from '../plan-progress.tsx'
import { type PlanView, seriesOf } from '../plan-series.ts'
import { PlanTable } from '../plan-table.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { feedAddress } from './calendar.ts'

/** The plan of action, as the table of the group's minutes. */
export const planRoutes = new Hono<AppEnv>()

planRoutes.get('/plan', async (c) => {
  const { context, locale } = c.var
  const { catalogue, actor } = context
  const forms = catalogue.forms.filter(({ plan }) => plan !== null)
  const [names, documents] = await Promise.all([loadNames(context, forms), documentsByItem(context)])
  const coordinates = actor.role === 'coordinator'
  const today = new Date(context.now).toISOString().slice(0, 10)
  const plans = await Promise.all(
    forms.map(async (form) => {
      const all = await allRecords(context.db, form)
      const records = all
        .filter((record) => coordinates || isPublished(form, record))
        .map((record) => ({
          ...record,
          answers: visibleAnswers(form, record.answers, coordinates ? 'coordination' : 'public'),
        }))
      return { form, records }
    }),
  )
  const content = (
    <>
      <h1>{word(locale, 'plan')}</h1>
      {plans.map(({ form, records }) => {
        if (form.plan === null) return null
        const { lists } = catalogue
        const view: PlanView = { form, plan: form.plan, lists, names, locale, coordinates, documents }
        return (
          <>
            <p class="lead">{word(locale, records.length === 0 ? 'noPlan' : 'planLead')}</p>
            {records.length === 0 ? null : (
              <>
                <PlanProgress view={view} records={records} today={today} />
                <PlanWatch view={view} records={records} today={today} />
              </>
            )}
            {seriesOf(view, records).map((series) => (
              <PlanTable view={view} records={series.records} title={series.title} />
            ))}
          </>
        )
      })}
      {catalogue.forms.some(({ calendar }) => calendar !== null) ? (
        <Subscription feed={feedAddress(c.req.url, locale)} locale={locale} />
      ) : null}
    </>
  )
  return respond(c, { title: word(locale, 'plan'), content })
})

/** How many documents of the library that the visitor sees serve each item of a plan. */
async function documentsByItem(context: Context): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const form of context.catalogue.forms) {
    const { library } = form
    if (library === null) continue
    const { records } = await recordsSeen(context, form)
    for (const item of records.flatMap((record) => itemsOf(library, record)))
      counts.set(item, (counts.get(item) ?? 0) + 1)
  }
  return counts
}

/** Phones and most programs open webcal: as a subscription; web calendars want the address itself, to paste. */
function Subscription({ feed, locale }: { feed: URL; locale: Locale }) {
  return (
    <>
      <p class="actions">
        <a class="button" href={feed.href.replace(/^https?:/, 'webcal:')}>
          {word(locale, 'subscribe')}
        </a>
      </p>
      <p class="hint">
        {word(locale, 'subscribeHint')} <a href={feed.href}>{feed.href}</a>
      </p>
    </>
  )
}
