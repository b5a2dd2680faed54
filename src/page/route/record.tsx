import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../context.ts'
import { type Issue, isProblem } from '../../problem.ts'
import { revise } from '../../record/index.ts'
import { answersFromTyped, typedFromEntries } from '../answers-from-form.ts'
import { Comparison, differences } from '../answers-summary.tsx'
import { formScript } from '../assets.ts'
import { flatAnswers } from '../flat-answers.ts'
import { ErrorSummary, FormContent } from '../form-content.tsx'
import { formatMoment } from '../format.ts'
import { withKept } from '../kept.ts'
import { loadNames } from '../load-names.ts'
import { pageData } from '../logic.ts'
import { makeView } from '../make-view.ts'
import type { Names } from '../names.ts'
import { withRepeatAction } from '../repeat-action.ts'
import { respond } from '../respond.tsx'
import { shownFromTyped } from '../shown-from-typed.ts'
import { type Typed, typedFromAnswers } from '../typed.ts'
import type { FormView } from '../view.ts'
import { word } from '../words.ts'
import { type Opened, openRecord } from './opened.ts'
import { entryOf, readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/**
 * The private page of a record: where it stands, and its answers to correct. Who may call: whoever has its key, and
 * coordinators, whom the second path lets in where Cloudflare Access only looks at the console.
 */
export const recordRoutes = new Hono<AppEnv>()

for (const path of ['/fiches/:reference', '/coordination/fiches/:reference'])
  recordRoutes.get(path, openPage).post(path, correct)

async function openPage(c: C) {
  const opened = await openRecord(c)
  const names = await loadNames(c.var.context, [opened.form])
  const typed = typedFromAnswers(opened.form, opened.record.answers, names, c.var.locale)
  const state = c.req.query('corrigee') === '1' ? 'saved' : 'open'
  return recordPage(c, { opened, names, typed, revision: opened.record.revision, state, issues: [] })
}

async function correct(c: C) {
  const opened = await openRecord(c)
  const { form, record, path } = opened
  const { context } = c.var
  const entries = await readEntries(c)
  const names = await loadNames(context, [form])
  const typed = typedFromEntries(form, entries)
  const revision = Number(entryOf(entries, 'revision'))
  const shown = { opened, names, typed, revision, issues: [] }
  const changed = withRepeatAction(form, typed, entryOf(entries, 'action'), context.now)
  if (changed) return recordPage(c, { ...shown, typed: changed, state: 'open' })
  try {
    const answers = withKept(form, answersFromTyped(form, typed, names), record.answers)
    await revise(context, form, record, { answers, revision })
    return c.redirect(`${path}${path.includes('?') ? '&' : '?'}corrigee=1`, 303)
  } catch (cause) {
    if (!isProblem(cause)) throw cause
    if (cause.code === 'invalid') return recordPage(c, { ...shown, state: 'refused', issues: cause.errors })
    if (cause.code === 'revision-stale') {
      const present = await openRecord(c)
      return recordPage(c, { ...shown, opened: present, revision: present.record.revision, state: 'stale' })
    }
    throw cause
  }
}

type State = 'open' | 'saved' | 'refused' | 'stale'
type Page = {
  readonly opened: Opened
  readonly names: Names
  readonly typed: Typed
  readonly revision: number
  readonly state: State
  readonly issues: readonly Issue[]
}

const statuses = { open: 200, saved: 200, refused: 422, stale: 412 } as const satisfies Record<State, number>

function recordPage(c: C, { opened, names, typed, revision, state, issues }: Page) {
  const { locale, context } = c.var
  const { form, record } = opened
  const { view, faults } = makeView(context, { form, locale, typed, names, issues, recorded: record.answers })
  const title = `${record.reference} – ${form.title[locale]}`
  const content = (
    <>
      <ErrorSummary view={view} faults={faults} />
      {state === 'saved' ? (
        <p class="banner" role="status">
          {word(locale, 'saved')}
        </p>
      ) : null}
      {state === 'stale' ? <Stale view={view} opened={opened} /> : null}
      <h1>{title}</h1>
      <Standing c={c} opened={opened} />
      <h2>{word(locale, 'correct')}</h2>
      <FormContent
        view={view}
        hidden={{ revision: String(revision) }}
        submitLabel={word(locale, 'save')}
        draft="correction"
        data={pageData(form, context.catalogue.lists, locale)}
      />
    </>
  )
  const prefix = statuses[state] === 200 ? '' : word(locale, 'errorPrefix')
  const page = { title: prefix + title, content, status: statuses[state], scripts: [formScript.path] }
  return respond(c, { ...page, secret: true })
}

/** Where the record stands: its status and dates. */
function Standing({ c, opened: { form, record, receipt } }: { c: C; opened: Opened }) {
  const { locale } = c.var
  const status = form.workflow.states.find(({ code }) => code === record.status)
  return (
    <dl class="answers">
      <div>
        <dt>{word(locale, 'status')}</dt>
        <dd>
          <span class="tag">{status?.label[locale] ?? record.status}</span>
        </dd>
      </div>
      <div>
        <dt>{word(locale, 'receivedAt')}</dt>
        <dd>{formatMoment(record.createdAt, locale)}</dd>
      </div>
      {record.revision === 1 ? null : (
        <div>
          <dt>{word(locale, 'changedAt')}</dt>
          <dd>{formatMoment(record.updatedAt, locale)}</dd>
        </div>
      )}
      {receipt === null ? null : (
        <div>
          <dt>{word(locale, 'reference')}</dt>
          <dd>
            {record.reference}, <a href={receipt}>{word(locale, 'keepLinkShort')}</a>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** What changed while this correction was being typed. */
function Stale({ view, opened: { form, record } }: { view: FormView; opened: Opened }) {
  const { locale } = view
  const recorded = flatAnswers(form, record.answers, view)
  const typed = shownFromTyped(view, record.answers)
  return (
    <div class="summary" role="alert" tabindex={-1} id="page-erreurs">
      <h2>{word(locale, 'staleTitle')}</h2>
      <p>{word(locale, 'stale')}</p>
      <Comparison list={differences(recorded, typed)} locale={locale} />
    </div>
  )
}
