import { Hono, type Context as HonoContext } from 'hono'
import { keyName, requireCoordinator, retryAfter } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { allowedTransitions, stateOf } from '../../form/index.ts'
import type { Names } from '../../form/names.ts'
import { type Issue, isProblem } from '../../problem.ts'
import { refuseMoving } from '../../record/campaign/index.ts'
import { editLinkOf, findAlike, revise, transition } from '../../record/index.ts'
import { loadOffered } from '../../record/load-names.ts'
import { loadTerms } from '../../record/load-terms.ts'
import { eventsOf } from '../../store/events.ts'
import { lastNote } from '../../store/record-past.ts'
import { AlikeLinks } from '../alike-notice.tsx'
import { answersFromTyped, typedFromEntries } from '../answers-from-form.ts'
import { AnswersSummary, Comparison, differences } from '../answers-summary.tsx'
import { formScript } from '../assets.ts'
import { Completion, editAddress } from '../completion.tsx'
import { answerWithdrawal, Consents, standingConsents } from '../consent.tsx'
import { EditLinkPart } from '../edit-link.tsx'
import { flatAnswers } from '../flat-answers.ts'
import { ErrorSummary, FormContent } from '../form-content.tsx'
import { Hurried } from '../form-notices.tsx'
import { History, mostOfHistory } from '../history.tsx'
import { withKept } from '../kept.ts'
import { pageData } from '../logic.ts'
import { makeView } from '../make-view.ts'
import { labelOfMove, Moves, movedTo } from '../moves.tsx'
import { moveRead, Publishing, type Unread, unreadBefore } from '../publishing.tsx'
import { loadAside, RecordAside } from '../record-aside.tsx'
import { withRepeatAction } from '../repeat-action.ts'
import { respond } from '../respond.tsx'
import { shownFromTyped } from '../shown-from-typed.ts'
import { Standing } from '../standing.tsx'
import { type Typed, typedFromAnswers } from '../typed.ts'
import type { FormView } from '../view.ts'
import { word } from '../words.ts'
import { formAction } from './held-key.ts'
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
recordRoutes.post('/coordination/fiches/:reference/statut', move)

async function openPage(c: C) {
  const opened = await openRecord(c)
  const names = await loadOffered(opened.context, opened.form, opened.record.answers)
  const typed = typedFromAnswers(opened.form, opened.record.answers, names, c.var.locale)
  const state = c.req.query('corrigee') === '1' ? 'saved' : 'open'
  return recordPage(c, { opened, names, typed, revision: opened.record.revision, state, issues: [] })
}

async function correct(c: C) {
  const entries = await readEntries(c)
  const opened = await openRecord(c, entries)
  const { form, record, context } = opened
  const action = entryOf(entries, 'action')
  const withdrawal = await answerWithdrawal(c, opened, action)
  if (withdrawal !== null) return withdrawal
  const names = await loadOffered(context, form, record.answers)
  const typed = typedFromEntries(form, entries)
  const shown = { opened, names, typed, revision: Number(entryOf(entries, 'revision')), issues: [] }
  if (c.var.hurried) return recordPage(c, { ...shown, state: 'hurried' })
  const changed = withRepeatAction(form, typed, action, context.now)
  if (changed) return recordPage(c, { ...shown, typed: changed, state: 'open' })
  let reached = record
  try {
    const answers = withKept(form, answersFromTyped(form, typed, names), record.answers)
    if (opened.invited) refuseMoving(opened.invited, answers)
    reached = await revise(context, form, record, { answers, revision: shown.revision })
    const to = movedTo(action)
    if (to !== null) await transition(context, form, reached, { to, note: '' })
    return saved(c, opened)
  } catch (cause) {
    const revision = reached === record ? shown.revision : reached.revision
    return refusal(c, { ...shown, revision }, () => openRecord(c, entries), cause)
  }
}

/** A coordinator's move alone, without a word of the answers. */
async function move(c: C) {
  requireCoordinator(c)
  const opened = await openRecord(c)
  const entries = await readEntries(c)
  const note = { to: entryOf(entries, 'to'), note: entryOf(entries, 'note').slice(0, 2000) }
  const unread = await unreadBefore(
    opened.context,
    opened.form,
    [opened.record],
    note.to,
    entries,
    c.var.locale,
  )
  if (unread !== null) return publishingPage(c, opened, note, unread)
  try {
    await moveRead(opened.context, opened.form, opened.record, note)
    return saved(c, opened, 'passee')
  } catch (cause) {
    const names = await loadOffered(opened.context, opened.form, opened.record.answers)
    const present = await openRecord(c)
    const typed = typedFromAnswers(present.form, present.record.answers, names, c.var.locale)
    const shown = { opened: present, names, typed, revision: present.record.revision, issues: [] }
    return refusal(c, shown, () => openRecord(c), cause)
  }
}

/** What everyone will see, before a move shows it to them. */
function publishingPage(
  c: C,
  { form, record }: Opened,
  { to, note }: { readonly to: string; readonly note: string },
  unread: Unread,
) {
  const { locale } = c.var
  const content = (
    <Publishing
      {...unread}
      action={`/coordination/fiches/${record.reference}/statut`}
      sent={[
        ['to', to],
        ['note', note],
      ]}
      label={labelOfMove(form, record.status, to, locale)}
      locale={locale}
    />
  )
  const status = unread.state === 'unread' ? 422 : 200
  return respond(c, { title: word(locale, 'publicView'), content, status, secret: true })
}

const saved = (c: C, { path }: Opened, what: 'corrigee' | 'passee' = 'corrigee') =>
  c.redirect(`${path}${path.includes('?') ? '&' : '?'}${what}=1`, 303)

/** What was typed, with what stands against keeping it. @throws whatever is no refusal */
async function refusal(c: C, shown: Omit<Page, 'state'>, again: () => Promise<Opened>, cause: unknown) {
  if (!isProblem(cause)) throw cause
  switch (cause.code) {
    case 'invalid':
      return recordPage(c, { ...shown, state: 'refused', issues: cause.errors })
    case 'transition-refused':
      return recordPage(c, {
        ...shown,
        opened: await again(),
        state: 'unmoved',
        issues: [{ pointer: '', message: cause.detail ?? cause.title }],
      })
    case 'locked':
      return recordPage(c, { ...shown, opened: await again(), state: 'late' })
    case 'revision-stale': {
      const present = await again()
      return recordPage(c, { ...shown, opened: present, revision: present.record.revision, state: 'stale' })
    }
    default:
      throw cause
  }
}

type State = 'open' | 'saved' | 'refused' | 'unmoved' | 'stale' | 'late' | 'hurried'
type Page = {
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

async function recordPage(c: C, { opened, names, typed, revision, state, issues }: Page) {
  const { locale } = c.var
  const { form, record, context } = opened
  const { draft, locked } = stateOf(form, record.status)
  const coordinates = context.actor.role === 'coordinator'
  const [terms, alike, events, aside, consents] = await Promise.all([
    loadTerms(context, form),
    coordinates ? findAlike(context, form, record.answers, record.id) : [],
    coordinates ? eventsOf(context.db, record.id, mostOfHistory) : [],
    coordinates ? loadAside(context, record) : null,
    standingConsents(context, form, record),
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
  const incomplete = form.census?.incomplete.from === record.status
  const note = incomplete ? await lastNote(context.db, record.id, record.status) : ''
  const link = coordinates ? await editLinkOf(context, record) : null
  const content = (
    <>
      <ErrorSummary view={view} faults={faults} />
      {state === 'saved' ? (
        <p class="banner" role="status">
          {word(locale, draft ? 'savedDraft' : 'saved')}
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
        note={note}
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
    <div class="summary" role="alert" tabindex={-1} id="page-erreurs">
      <h2>{word(locale, 'staleTitle')}</h2>
      <p>{word(locale, 'stale')}</p>
      <Comparison list={differences(recorded, typed)} locale={locale} />
    </div>
  )
}
