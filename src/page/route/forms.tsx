import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv, Context } from '../../context.ts'
import type { Form, Term } from '../../form/definition/index.ts'
import { findForm, initialAnswers } from '../../form/index.ts'
import type { Names } from '../../form/names.ts'
import { noticeOf } from '../../privacy/index.ts'
import { type Issue, isProblem, problem } from '../../problem.ts'
import { type Invited, invitedBy, prefilled } from '../../record/campaign/index.ts'
import { checkAnswers } from '../../record/check.ts'
import { accept, findAlike, type StoredRecord } from '../../record/index.ts'
import { loadOffered } from '../../record/load-names.ts'
import { loadTerms } from '../../record/load-terms.ts'
import { mayBeMentioned } from '../../record/published.ts'
import { loadSettings, type Settings } from '../../record/settings.ts'
import { AlikeNotice } from '../alike-notice.tsx'
import { answersFromTyped, typedFromEntries } from '../answers-from-form.ts'
import { formScript } from '../assets.ts'
import { draftName } from '../draft-name.ts'
import { ErrorSummary, FormContent } from '../form-content.tsx'
import { pageData } from '../logic.ts'
import { makeView } from '../make-view.ts'
import { withNewRow } from '../new-row.ts'
import { FormNotice, MissingSettings } from '../privacy/notice.tsx'
import { withRepeatAction } from '../repeat-action.ts'
import { respond } from '../respond.tsx'
import { type Typed, typedFromAnswers } from '../typed.ts'
import { word } from '../words.ts'
import { entryOf, readEntries } from './request.ts'

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
  const invited = await invitedTo(c, form)
  const known = { ...initialAnswers(form, context), ...(invited && prefilled(invited)) }
  const [names, terms, { settings }] = await Promise.all([
    loadOffered(context, form, known),
    loadTerms(context, form),
    loadSettings(context),
  ])
  const typed = withAsked(form, typedFromAnswers(form, known, names, locale), c.req.query())
  return formPage(c, {
    form,
    names,
    terms,
    settings,
    typed: withFirstRows(form, typed, context.now),
    id: crypto.randomUUID(),
    state: 'new',
    member: memberOf(invited),
  })
})

formRoutes.post('/formulaires/:form', async (c) => {
  const form = formOf(c)
  const { locale } = c.var
  const invited = await invitedTo(c, form)
  const context = invited?.context ?? c.var.context
  const entries = await readEntries(c)
  const names = await loadOffered(context, form, invited === null ? {} : prefilled(invited))
  const typed = typedFromEntries(form, entries)
  const id = entryOf(entries, 'id')
  const action = entryOf(entries, 'action')
  const shown = { form, names, typed, id: id === '' ? crypto.randomUUID() : id, member: memberOf(invited) }
  const showAgain = async (changes: Pick<Shown, 'state'> & Partial<Shown>) => {
    const [terms, { settings }] = await Promise.all([loadTerms(context, form), loadSettings(context)])
    return formPage(c, { ...shown, terms, settings, ...changes })
  }
  const changed = withRepeatAction(form, typed, action, context.now)
  if (changed) return showAgain({ typed: changed, state: 'continued' })
  if (action === 'new') return showAgain({ id: crypto.randomUUID(), state: 'renewed' })
  const answers = answersFromTyped(form, typed, names)
  const alike = action === 'sendAnyway' ? [] : await alikeOf(context, form, shown.id, answers)
  if (alike.length > 0) return showAgain({ state: 'alike', alike })
  try {
    const { receipt } = await accept(context, form, { id: shown.id, answers, locale })
    const query = new URLSearchParams({
      cle: receipt.key,
      ...(shown.member !== null && { de: shown.member }),
    })
    return c.redirect(`/fiches/${receipt.reference}/recu?${query}`, 303)
  } catch (cause) {
    if (!isProblem(cause)) throw cause
    if (cause.code === 'invalid') return showAgain({ state: 'refused', issues: cause.errors })
    if (cause.code === 'same-id-other-answers') return showAgain({ state: 'already' })
    throw cause
  }
})

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

/** The member whom a campaign asks to fill in this form, by the key in the address; null for anybody else. */
async function invitedTo(c: C, form: Form): Promise<Invited | null> {
  const invited = await invitedBy(c.var.context, c.req.query('cle') ?? '')
  return invited?.campaign.asked.id === form.id ? invited : null
}

const memberOf = (invited: Invited | null): string | null => invited?.member.reference ?? null

/** A repeat that needs rows starts with them: a person should not have to ask for what is required. */
function withFirstRows(form: Form, typed: Typed, now: number): Typed {
  return form.fields
    .filter(({ type }) => type === 'repeat')
    .flatMap((repeat) => Array.from({ length: repeat.minCount }, () => repeat))
    .reduce((sum, repeat) => withNewRow(form, repeat, sum, now), typed)
}

/** What the address already answers ("?action_id=PA-0003"), as if it were typed: it is checked like anything typed. */
function withAsked(form: Form, typed: Typed, query: Readonly<Record<string, string>>): Typed {
  const asked = form.fields.flatMap(({ name, type }): readonly [string, readonly string[]][] => {
    const value = query[name]
    return value === undefined || type === 'repeat' ? [] : [[name, [value.slice(0, mostAsked)]]]
  })
  return { ...typed, values: new Map([...typed.values, ...asked]) }
}

/** An address answers in a word: longer texts are typed. In UTF-16 code units. */
const mostAsked = 250

type Shown = {
  readonly form: Form
  readonly names: Names
  readonly terms: readonly Term[]
  readonly settings: Settings
  readonly typed: Typed
  readonly id: string
  /** By whose link it was opened: a member's reference in the directory, or null. */
  readonly member: string | null
  /** Just opened; a row added or removed; refused; received with other answers; made a new record of; there already. */
  readonly state: 'new' | 'continued' | 'refused' | 'already' | 'renewed' | 'alike'
  /** What is there already. */
  readonly alike?: readonly StoredRecord[]
  readonly issues?: readonly Issue[]
}

const statuses = { new: 200, continued: 200, renewed: 200, refused: 422, already: 409, alike: 409 } as const

function formPage(c: C, shown: Shown) {
  const { form, names, terms, settings, typed, id, member, state, alike = [], issues = [] } = shown
  const { locale, context } = c.var
  const { view, faults } = makeView(context, { form, locale, typed, names, terms, issues, recorded: null })
  const notice = noticeOf(form, context.catalogue.group, settings, locale)
  const title = form.title[locale]
  const content = (
    <>
      <ErrorSummary view={view} faults={faults} />
      {state === 'already' ? <Already locale={locale} /> : null}
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
        hidden={{ id }}
        submitLabel={word(locale, 'send')}
        draftName={draftName(form, member)}
        draft={state === 'new' ? 'new' : 'going'}
        data={pageData(form, context.catalogue.lists, terms, locale)}
      />
    </>
  )
  const prefix = statuses[state] === 200 ? '' : word(locale, 'errorPrefix')
  const page = { title: prefix + title, content, status: statuses[state], secret: member !== null }
  return respond(c, { ...page, scripts: [formScript.path] })
}

/** What to do when this id was received with other answers; the button belongs to the form below. */
function Already({ locale }: { locale: 'fr' | 'en' }) {
  return (
    <div class="summary" role="alert" tabindex={-1} id="page-erreurs">
      <h2>{word(locale, 'alreadyTitle')}</h2>
      <p>{word(locale, 'already')}</p>
      <p>{word(locale, 'alreadyCorrect')}</p>
      <p>{word(locale, 'alreadyNew')}</p>
      <button type="submit" form="page-fiche" name="action" value="new" class="second">
        {word(locale, 'sendAsNew')}
      </button>
    </div>
  )
}
