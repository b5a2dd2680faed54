import { Hono, type Context as HonoContext } from 'hono'
import { keyName, requireCoordinator, retryAfter } from '../../access/index.ts'
import type { AppEnv, Context } from '../../context.ts'
import type { Form, Term } from '../../form/definition/index.ts'
import { findForm, initialAnswers } from '../../form/index.ts'
import type { Names } from '../../form/names.ts'
import { noticeOf } from '../../privacy/index.ts'
import { type Issue, isProblem, problem } from '../../problem.ts'
import { type Invited, invitedBy, prefilled } from '../../record/campaign/index.ts'
import { checkAnswers } from '../../record/check.ts'
import { findAlike, type Received, receive, type StoredRecord } from '../../record/index.ts'
import { loadOffered } from '../../record/load-names.ts'
import { loadTerms } from '../../record/load-terms.ts'
import { mayBeMentioned } from '../../record/published.ts'
import { groupAsSet, type Settings } from '../../record/settings.ts'
import { openingName } from '../../spam/doubt.ts'
import { signOpening } from '../../spam/opening.ts'
import { AlikeNotice } from '../alike-notice.tsx'
import { answersFromTyped, typedFromEntries } from '../answers-from-form.ts'
import { formScript, proofScript } from '../assets.ts'
import { asksForProof, doubtsOfSent, isUnknown } from '../doubts.ts'
import { draftName } from '../draft-name.ts'
import { type Entries, entryOf } from '../entries.ts'
import { withAsked, withFirstRows } from '../first-typed.ts'
import { ErrorSummary, FormContent } from '../form-content.tsx'
import { Already, Hurried } from '../form-notices.tsx'
import { settingsOf } from '../group.ts'
import { pageData } from '../logic.ts'
import { makeView } from '../make-view.ts'
import { FormNotice, MissingSettings } from '../privacy/notice.tsx'
import { withRepeatAction } from '../repeat-action.ts'
import { respond } from '../respond.tsx'
import { type Typed, typedFromAnswers } from '../typed.ts'
import { UnseenControls } from '../unseen-controls.tsx'
import { word } from '../words.ts'
import { campaignName, formAction, giveKey, keyOf, withKey } from './held-key.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/** The forms this visitor may send in, in the catalogue's order. */
export function openForms(c: C): readonly Form[] {
  const { catalogue, actor } = c.var.context
  return catalogue.forms.filter(({ submit }) => submit === 'anyone' || actor.role === 'coordinator')
}

/** A list of forms with what each is for. */
export function FormLinks({ forms, locale }: { forms: readonly Form[]; locale: 'fr' | 'en' }) {
  return (
    <ul class="cards">
      {forms.map(({ id, title, description }) => (
        <li>
          <a href={`/formulaires/${id}`}>{title[locale]}</a>
          <p>{description[locale]}</p>
        </li>
      ))}
    </ul>
  )
}

/** The form pages: a list, and each form to fill in. */
export const formRoutes = new Hono<AppEnv>()

formRoutes.get('/formulaires', (c) => {
  const { locale } = c.var
  const forms = openForms(c)
  const content = (
    <>
      <h1>{word(locale, 'forms')}</h1>
      <p class="lead">{word(locale, forms.length === 0 ? 'noForm' : 'formsLead')}</p>
      <FormLinks forms={forms} locale={locale} />
    </>
  )
  return respond(c, { title: word(locale, 'forms'), content })
})

formRoutes.get('/formulaires/:form', async (c) => {
  const form = formOf(c)
  const { context, locale } = c.var
  const invited = await invitedTo(c, form, [])
  const known = { ...initialAnswers(form, context), ...(invited && prefilled(invited)) }
  const [names, terms, { settings }] = await Promise.all([
    loadOffered(context, form, known),
    loadTerms(context, form),
    settingsOf(c),
  ])
  const typed = withAsked(form, typedFromAnswers(form, known, names, locale), c.req.query())
  return formPage(c, {
    form,
    names,
    terms,
    settings,
    typed: withFirstRows(form, typed, context.now),
    id: crypto.randomUUID(),
    opening: await signOpening(context.secret, form.id, context.now),
    asked: await isAsked(c, form, invited),
    state: 'new',
    invited,
  })
})

formRoutes.post('/formulaires/:form', async (c) => {
  const form = formOf(c)
  const { locale } = c.var
  const entries = await readEntries(c)
  const invited = await invitedTo(c, form, entries)
  const context = invited?.context ?? c.var.context
  const names = await loadOffered(context, form, invited === null ? {} : prefilled(invited))
  const typed = typedFromEntries(form, entries)
  const id = entryOf(entries, 'id')
  const action = entryOf(entries, 'action')
  const shown = {
    form,
    names,
    typed,
    id: id === '' ? crypto.randomUUID() : id,
    opening: entryOf(entries, openingName).slice(0, 100),
    asked: await isAsked(c, form, invited),
    invited,
  }
  const showAgain = async (changes: Pick<Shown, 'state'> & Partial<Shown>) => {
    const [terms, { settings }] = await Promise.all([loadTerms(context, form), settingsOf(c)])
    return formPage(c, { ...shown, terms, settings, ...changes })
  }
  if (c.var.hurried) return showAgain({ state: 'hurried' })
  const changed = withRepeatAction(form, typed, action, context.now)
  if (changed) return showAgain({ typed: changed, state: 'continued' })
  if (action === 'new') return showAgain({ id: crypto.randomUUID(), state: 'renewed' })
  const answers = answersFromTyped(form, typed, names)
  const alike = action === 'sendAnyway' ? [] : await alikeOf(context, form, shown.id, answers)
  if (alike.length > 0) return showAgain({ state: 'alike', alike })
  try {
    const unknown = isUnknown(c.var.context, invited !== null)
    const doubts = unknown ? await doubtsOfSent(context, form, entries, shown.asked) : []
    const received = await receive(context, form, { id: shown.id, answers, locale }, doubts)
    return c.redirect(leadOn(c, received, invited), 303)
  } catch (cause) {
    if (!isProblem(cause)) throw cause
    if (cause.code === 'invalid') return showAgain({ state: 'refused', issues: cause.errors })
    if (cause.code === 'same-id-other-answers') return showAgain({ state: 'already' })
    if (cause.code === 'too-many') return showAgain({ state: 'hurried' })
    throw cause
  }
})

/** The page that says what became of a submission, its key given to the browser; what waits has no reference yet. */
function leadOn(c: C, received: Received, invited: Asked | null): string {
  const waits = received.kind === 'waiting'
  const key = waits ? received.key : received.receipt.key
  const path = waits ? `/envois/${received.id}` : `/fiches/${received.receipt.reference}/recu`
  giveKey(c, path, key)
  return withKey(c, waits || invited === null ? path : `${path}?de=${invited.member.reference}`, key)
}

/** What is known already and like what is about to be sent; only once nothing else is to be corrected. */
async function alikeOf(
  context: Context,
  form: Form,
  id: string,
  given: Readonly<Record<string, unknown>>,
): Promise<readonly StoredRecord[]> {
  if (!form.likeness?.beforehand) return []
  const { answers, issues } = await checkAnswers(context, form, given)
  if (issues.length > 0) return []
  const alike = await findAlike(context, form, answers, id.toLowerCase())
  return alike.filter((record) => context.actor.role === 'coordinator' || mayBeMentioned(form, record))
}

/** @throws problem 'not-found', 'not-signed-in', 'not-allowed' */
function formOf(c: C): Form {
  const form = findForm(c.var.context.catalogue, c.req.param('form') ?? '')
  if (!form) throw problem('not-found')
  if (form.submit === 'coordinator') requireCoordinator(c)
  return form
}

type Asked = Invited & { readonly key: string }

/**
 * The member whom a campaign asks to fill in this form, by its key; null for anybody else. Whoever opens the form
 * without the campaign, on a phone that members share, is nobody's member.
 */
async function invitedTo(c: C, form: Form, entries: Entries): Promise<Asked | null> {
  const campaign = c.req.query(campaignName)
  if (campaign === undefined) return null
  const key = keyOf(c, entries)
  const invited = await invitedBy(c.var.context, key)
  if (invited?.campaign.asked.id !== form.id || invited.campaign.record.reference !== campaign) return null
  return { ...invited, key }
}

/** Whether whoever fills the form in is asked for a proof of work. */
const isAsked = async (c: C, form: Form, invited: Invited | null): Promise<boolean> =>
  isUnknown(c.var.context, invited !== null) && (await asksForProof(c.var.context, form, c.env.PROOF_OF_WORK))

type Shown = {
  readonly form: Form
  readonly names: Names
  readonly terms: readonly Term[]
  readonly settings: Settings
  readonly typed: Typed
  readonly id: string
  /** When it was opened, signed. */
  readonly opening: string
  /** Whether a proof of work is asked for. */
  readonly asked: boolean
  /** By whose link it was opened, or null. */
  readonly invited: Asked | null
  /** Just opened; a row added or removed; refused; received with other answers; made a new record of; there already; too many at once. */
  readonly state: 'new' | 'continued' | 'refused' | 'already' | 'renewed' | 'alike' | 'hurried'
  /** What is there already. */
  readonly alike?: readonly StoredRecord[]
  readonly issues?: readonly Issue[]
}

const statuses = {
  new: 200,
  continued: 200,
  renewed: 200,
  refused: 422,
  already: 409,
  alike: 409,
  hurried: 429,
} as const

function formPage(c: C, shown: Shown) {
  const {
    form,
    names,
    terms,
    settings,
    typed,
    id,
    opening,
    asked,
    invited,
    state,
    alike = [],
    issues = [],
  } = shown
  const { locale, context } = c.var
  const { view, faults } = makeView(context, {
    form,
    locale,
    action: formAction(c),
    typed,
    names,
    terms,
    issues,
    recorded: null,
  })
  const group = context.catalogue.group && groupAsSet(context.catalogue.group, settings)
  const notice = noticeOf(form, group, settings, locale)
  const title = form.title[locale]
  if (state === 'hurried') c.header('Retry-After', String(retryAfter))
  const content = (
    <>
      <ErrorSummary view={view} faults={faults} />
      {state === 'already' ? <Already locale={locale} /> : null}
      {state === 'hurried' ? <Hurried locale={locale} /> : null}
      {state === 'alike' ? (
        <AlikeNotice
          form={form}
          lists={context.catalogue.lists}
          alike={alike}
          coordinates={context.actor.role === 'coordinator'}
          locale={locale}
        />
      ) : null}
      {state === 'renewed' ? (
        <p class="notice" role="status">
          {word(locale, 'nowNew')}
        </p>
      ) : null}
      <h1>{title}</h1>
      <p class="lead">{form.description[locale]}</p>
      {notice === null ? null : (
        <>
          {context.actor.role === 'coordinator' ? (
            <MissingSettings settings={settings} locale={locale} />
          ) : null}
          <FormNotice notice={notice} />
        </>
      )}
      <FormContent
        view={view}
        hidden={{ id, ...(invited && { [keyName]: invited.key }) }}
        unseen={<UnseenControls opening={opening} asked={asked} locale={locale} />}
        submitLabel={word(locale, 'send')}
        draftName={draftName(form, invited?.member.reference ?? null)}
        draft={state === 'new' ? 'new' : 'going'}
        data={pageData(form, context.catalogue.lists, terms, locale)}
      />
    </>
  )
  const prefix = statuses[state] === 200 ? '' : word(locale, 'errorPrefix')
  const page = { title: prefix + title, content, status: statuses[state], secret: invited !== null }
  return respond(c, { ...page, scripts: [formScript.path, ...(asked ? [proofScript.path] : [])] })
}
