import { Hono, type Context as HonoContext } from 'hono'
import { byTheme, type Theme } from '../../advocacy/index.ts'
import type { AppEnv } from '../../context.ts'
import type { Advocacy, Form } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import type { StoredRecord } from '../../record/index.ts'
import { publicRecords, recordsSeen } from '../../record/published.ts'
import { type AdvocacyView, Pleading } from '../advocacy/pleading.tsx'
import { publishedMinutes } from '../minutes/published.ts'
import { Criterion } from '../plan-criteria.tsx'
import type { PlanView } from '../plan-series.ts'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

type C = HonoContext<AppEnv>

/** What the group pleads for. Who may call: anyone; coordinators see what is not published too, and move it on. */
export const advocacyRoutes = new Hono<AppEnv>()

advocacyRoutes.get('/plaidoyers', async (c) => {
  const { context, locale } = c.var
  const form = context.catalogue.forms.find(({ advocacy }) => advocacy !== null)
  const title = word(locale, 'advocacy')
  const content = (
    <>
      <h1>{title}</h1>
      <p class="lead">{word(locale, 'advocacyLead')}</p>
      {form?.advocacy ? await themes(c, form, form.advocacy) : null}
    </>
  )
  return respond(c, { title, content })
})

async function themes(c: C, form: Form, advocacy: Advocacy) {
  const { context, locale } = c.var
  const { catalogue, actor } = context
  const planForm = (advocacy.plan && findForm(catalogue, advocacy.plan.form)) ?? null
  const [{ records }, items, minutes] = await Promise.all([
    recordsSeen(context, form),
    // Criteria are gathered as everyone knows them, for coordinators too: those of drafts are nobody's promise yet.
    planForm === null ? null : publicRecords(context, planForm),
    publishedMinutes(context),
  ])
  const { lists } = catalogue
  const coordinates = actor.role === 'coordinator'
  const view: AdvocacyView = {
    form,
    advocacy,
    lists,
    minutes: new Map(minutes.map((one) => [one.reference, one])),
    locale,
    coordinates,
  }
  const plan = planForm && items ? { form: planForm, items: items.records } : null
  const planView = planForm?.plan
    ? { form: planForm, plan: planForm.plan, lists, names: new Map(), locale, coordinates }
    : null
  return byTheme(form, advocacy, lists, records, plan).map((theme) => (
    <ThemeSection view={view} planView={planView} theme={theme} />
  ))
}

type ThemeProps = {
  readonly view: AdvocacyView
  readonly planView: PlanView | null
  readonly theme: Theme<StoredRecord, StoredRecord>
}

function ThemeSection({ view, planView, theme: { choice, pleadings, criteria } }: ThemeProps) {
  const { locale } = view
  const isEmpty = pleadings.length === 0 && criteria.length === 0
  return (
    <section aria-labelledby={`theme-${choice.code}`}>
      <h2 id={`theme-${choice.code}`}>{choice.label[locale]}</h2>
      {isEmpty ? <p>{word(locale, 'themeEmpty')}</p> : null}
      {!isEmpty && pleadings.length === 0 ? <p>{word(locale, 'noPleading')}</p> : null}
      {pleadings.map((record) => (
        <Pleading view={view} record={record} />
      ))}
      {planView === null || criteria.length === 0 ? null : <Criteria view={planView} criteria={criteria} />}
    </section>
  )
}

type CriteriaProps = {
  readonly view: PlanView
  readonly criteria: Theme<StoredRecord, StoredRecord>['criteria']
}

/** The criteria of the meetings on a theme, each with its assessment and the way to its meeting. */
function Criteria({ view, criteria }: CriteriaProps) {
  const { form, plan, locale } = view
  return (
    <details>
      <summary>{word(locale, 'themeCriteria', { n: criteria.length })}</summary>
      <ul class="criteria">
        {criteria.map(({ item, row }) => (
          <li>
            {plan.criteria === null ? null : <Criterion view={view} criteria={plan.criteria} row={row} />}{' '}
            <a href={`/plan#${item.reference}`}>{String(item.answers[form.titleField] ?? item.reference)}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
