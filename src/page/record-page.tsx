import type { Context as HonoContext } from 'hono'
import { keyName, retryAfter } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import { allowedTransitions, stateOf } from '../form/index.ts'
import type { Names } from '../form/names.ts'
import type { Issue } from '../problem.ts'
import { editLinkOf, findAlike } from '../record/index.ts'
import { loadTerms } from '../record/load-terms.ts'
import { eventsOf } from '../store/events.ts'
import { lastNotes } from '../store/record-past.ts'
import { AlikeLinks } from './alike-notice.tsx'
import { AnswersSummary, Comparison, differences } from './answers-summary.tsx'
import { formScript } from './assets.ts'
import { Completion, editAddress } from './completion.tsx'
import { Consents, standingConsents } from './consent.tsx'
import { EditLinkPart } from './edit-link.tsx'
import { flatAnswers } from './flat-answers.ts'
import { FormContent } from './form-content.tsx'
import { Hurried } from './form-notices.tsx'
import { History, mostOfHistory } from './history.tsx'
import { pageData } from './logic.ts'
import { makeView } from './make-view.ts'
import { Moves } from './moves.tsx'
import { loadAside, RecordAside } from './record-aside.tsx'
import { respond } from './respond.tsx'
import { formAction } from './route/held-key.ts'
import type { Opened } from './route/opened.ts'
import { shownFromTyped } from './shown-from-typed.ts'
import { Standing } from './standing.tsx'
import { Problems, Refusal } from './summary.tsx'
import type { Typed } from './typed.ts'
import type { FormView } from './view.ts'
import { word } from './words.ts'

type C = HonoContext<AppEnv>

type State = 'open' | 'saved' | 'refused' | 'unmoved' | 'stale' | 'late' | 'hurried'

/** What the page of a record shows, whatever it is the answer to. */
export type Shown = {
  readonly opened: Opened
  readonly names: Names
  readonly typed: Typed
  readonly revision: number
  readonly state: State
  readonly issues: readonly Issue[]
}

const statuses = {
  open: 200,
  saved: 200,
  refused: 422,
  unmoved: 409,
  stale: 412,
  late: 403,
  hurried: 429,
} as const satisfies Record<State, number>

/** The page of a record: where it stands, and its answers to correct. */
export async function recordPage(c: C, { opened, names, typed, revision, state, issues }: Shown) {
  const { locale } = c.var
  const { form, record, context } = opened
  const { draft, locked } = stateOf(form, record.status)
  const coordinates = context.actor.role === 'coordinator'
  const toReread = !coordinates && record.status === form.publication?.reread
  const isIncomplete = form.census?.incomplete.from === record.status
  const [terms, alike, events, aside, consents, notes, link] = await Promise.all([
    loadTerms(context, form),
    coordinates ? findAlike(context, form, record.answers, record.id) : [],
    coordinates ? eventsOf(context.db, record.id, mostOfHistory) : [],
    coordinates ? loadAside(context, record) : null,
    standingConsents(context, form, record),
    isIncomplete ? lastNotes(context.db, [record.id], record.status) : null,
    coordinates ? editLinkOf(context, record) : null,
  ])
  const inConsole = opened.path.startsWith('/coordination/')
  // A refused move is answered under an address of its own.
  const path = inConsole ? opened.path : c.req.path
  const { view, faults } = makeView(context, {
    form,
    locale,
    action: path === c.req.path ? formAction(c) : path,
    typed,
    names,
    terms,
    issues,
    recorded: record.answers,
  })
  const title = `${record.reference} – ${form.title[locale]}`
  if (state === 'hurried') c.header('Retry-After', String(retryAfter))
  const content = (
    <>
      <Problems problems={faults} locale={locale} />
      {state === 'saved' ? (
        <p class="banner" role="status">
          {word(locale, draft ? 'savedDraft' : toReread ? 'savedToReread' : 'saved')}
        </p>
      ) : null}
      {c.req.query('passee') === '1' && state === 'open' ? (
        <p class="banner" role="status">
          {word(locale, 'moved', { state: stateOf(form, record.status).label[locale] })}
        </p>
      ) : null}
      {state === 'hurried' ? <Hurried locale={locale} /> : null}
      {c.req.query('retire') === '1' ? (
        <p class="banner" role="status">
          {word(locale, 'consentGone')}
        </p>
      ) : null}
      {state === 'stale' || state === 'late' ? <Stale view={view} opened={opened} /> : null}
      <h1>{title}</h1>
      {opened.campaign === null ? null : (
        <p class="links">
          <a href={opened.campaign}>{word(locale, 'campaignBack')}</a>
        </p>
      )}
      <Standing opened={opened} locale={locale} />
      <Completion
        c={c}
        opened={opened}
        note={notes?.get(record.id) ?? ''}
        link={link?.state === 'live' ? editAddress(c, record, link.key) : null}
      />
      <Consents
        form={form}
        record={record}
        consents={consents}
        path={path}
        heldBy={opened.key}
        coordinates={coordinates}
        locale={locale}
      />
      <AlikeLinks form={form} alike={alike} locale={locale} />
      {coordinates ? <Moves form={form} record={record} locale={locale} /> : null}
      {inConsole && link !== null ? <EditLinkPart c={c} record={record} link={link} /> : null}
      {events.length === 0 ? null : <History events={events} view={view} />}
      {aside === null ? null : <RecordAside aside={aside} record={record} locale={locale} />}
      {locked && !coordinates ? (
        <>
          <p class="notice">{word(locale, 'locked')}</p>
          <AnswersSummary
            form={form}
            shown={flatAnswers(form, record.answers, view)}
            heading="h2"
            locale={locale}
          />
        </>
      ) : (
        <>
          <h2>{word(locale, 'correct')}</h2>
          {draft ? <p class="lead">{word(locale, 'draftLead')}</p> : null}
          <FormContent
            view={view}
            hidden={{ revision: String(revision), ...(opened.key !== '' && { [keyName]: opened.key }) }}
            submitLabel={word(locale, draft ? 'saveDraft' : 'save')}
            moves={draft ? allowedTransitions(form, record.status, 'anyone') : []}
            draftName={form.id}
            draft="correction"
            data={pageData(form, context.catalogue.lists, terms, locale)}
          />
        </>
      )}
    </>
  )
  const prefix = statuses[state] === 200 ? '' : word(locale, 'errorPrefix')
  const page = { title: prefix + title, content, status: statuses[state], scripts: [formScript.path] }
  return respond(c, { ...page, secret: true })
}

/** What changed while this correction was being typed. */
function Stale({ view, opened: { form, record } }: { view: FormView; opened: Opened }) {
  const { locale } = view
  const recorded = flatAnswers(form, record.answers, view)
  const typed = shownFromTyped(view, record.answers)
  return (
    <Refusal title={word(locale, 'staleTitle')}>
      <p>{word(locale, 'stale')}</p>
      <Comparison list={differences(recorded, typed)} locale={locale} />
    </Refusal>
  )
}
