import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../context.ts'
import type { Answers, Row } from '../../form/answers.ts'
import type { Criteria, Field } from '../../form/definition/index.ts'
import { type Issue, isProblem, problem } from '../../problem.ts'
import { revise } from '../../record/index.ts'
import { answersFromTyped, typedFromEntries } from '../answers-from-form.ts'
import { assess } from '../assessment.ts'
import { AssessmentForm, Gone, StaleAssessment } from '../assessment-form.tsx'
import { entryOf } from '../entries.ts'
import { makeView } from '../make-view.ts'
import { respond } from '../respond.tsx'
import { Problems } from '../summary.tsx'
import { typedFromAnswers } from '../typed.ts'
import { word } from '../words.ts'
import { type Opened, openRecord } from './opened.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/** The criteria of one item of a plan, to assess one by one. Who may call: coordinators. */
export const assessmentRoutes = new Hono<AppEnv>()

assessmentRoutes.get('/coordination/plan/:reference', openPage).post('/coordination/plan/:reference', save)

async function openPage(c: C) {
  const { opened, repeat } = await openCriteria(c)
  const state = c.req.query('fait') === '1' ? 'saved' : 'open'
  return assessmentPage(c, {
    opened,
    rows: rowsOf(opened.record.answers, repeat),
    gone: [],
    state,
    issues: [],
  })
}

async function save(c: C) {
  const { opened, criteria, repeat } = await openCriteria(c)
  const { form, record } = opened
  const entries = await readEntries(c)
  const sent = rowsOf(answersFromTyped(form, typedFromEntries(form, entries), new Map()), repeat)
  const { rows, gone } = assess(criteria, rowsOf(record.answers, repeat), sent)
  const answers = { ...record.answers, [repeat.name]: rows }
  try {
    await revise(c.var.context, form, record, { answers, revision: Number(entryOf(entries, 'revision')) })
    return c.redirect(`${c.req.path}?fait=1`, 303)
  } catch (cause) {
    if (!isProblem(cause)) throw cause
    if (cause.code === 'invalid')
      return assessmentPage(c, { opened, rows, gone, state: 'refused', issues: cause.errors })
    if (cause.code !== 'revision-stale') throw cause
    const { opened: present } = await openCriteria(c)
    const over = assess(criteria, rowsOf(present.record.answers, repeat), sent)
    return assessmentPage(c, { opened: present, ...over, state: 'stale', issues: [] })
  }
}

const rowsOf = (answers: Answers | Readonly<Record<string, unknown>>, { name }: Field): readonly Row[] =>
  (answers[name] ?? []) as readonly Row[]

/** @throws problem 'not-signed-in', 'not-allowed', 'not-found', 'erased' */
async function openCriteria(
  c: C,
): Promise<{ readonly opened: Opened; readonly criteria: Criteria; readonly repeat: Field }> {
  const opened = await openRecord(c)
  const criteria = opened.form.plan?.criteria
  const repeat = opened.form.fields.find(({ name }) => name === criteria?.field)
  if (!criteria || !repeat) throw problem('not-found')
  return { opened, criteria, repeat }
}

type State = 'open' | 'saved' | 'refused' | 'stale'
type Page = {
  readonly opened: Opened
  /** What the controls show of each recorded criterion. */
  readonly rows: readonly Row[]
  readonly gone: readonly Row[]
  readonly state: State
  readonly issues: readonly Issue[]
}

const statuses = { open: 200, saved: 200, refused: 422, stale: 412 } as const satisfies Record<State, number>

function assessmentPage(c: C, { opened: { form, record }, rows, gone, state, issues }: Page) {
  const { locale, context } = c.var
  const criteria = form.plan?.criteria
  if (!criteria) throw problem('not-found')
  const names = new Map()
  const answers = { ...record.answers, [criteria.field]: rows }
  const typed = typedFromAnswers(form, answers, names, locale)
  const { view, faults } = makeView(context, {
    form,
    locale,
    action: '',
    typed,
    names,
    terms: [],
    issues,
    recorded: record.answers,
  })
  const title = `${record.reference} – ${word(locale, 'assessTitle')}`
  const content = (
    <>
      <Problems problems={faults} locale={locale} />
      {state === 'saved' ? (
        <p class="banner" role="status">
          {word(locale, 'assessmentSaved')}{' '}
          <a href={`/plan#${record.reference}`}>{word(locale, 'backToPlan')}</a>
        </p>
      ) : null}
      {state === 'stale' ? (
        <StaleAssessment view={view} criteria={criteria} recorded={record.answers} typed={answers} />
      ) : null}
      {gone.length === 0 ? null : <Gone view={view} criteria={criteria} rows={gone} />}
      <h1>{title}</h1>
      <p class="lead">{String(record.answers[form.titleField] ?? '')}</p>
      <p>{word(locale, 'assessLead')}</p>
      <AssessmentForm view={view} criteria={criteria} rows={rows} revision={record.revision} />
    </>
  )
  const prefix = statuses[state] === 200 ? '' : word(locale, 'errorPrefix')
  return respond(c, { title: prefix + title, content, status: statuses[state], secret: true })
}
