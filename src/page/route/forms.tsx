import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm, initialAnswers } from '../../form/index.ts'
import { isProblem, problem } from '../../problem.ts'
import { type Invited, invitedBy, prefilled } from '../../record/campaign/index.ts'
import { findAlikeBefore, type Received, receive } from '../../record/index.ts'
import { loadOffered } from '../../record/load-names.ts'
import { loadTerms } from '../../record/load-terms.ts'
import { openingName } from '../../spam/doubt.ts'
import { signOpening } from '../../spam/opening.ts'
import { answersFromTyped, typedFromEntries } from '../answers-from-form.ts'
import { asksForProof, doubtsOfSent, isUnknown } from '../doubts.ts'
import { type Entries, entryOf } from '../entries.ts'
import { withAsked, withFirstRows } from '../first-typed.ts'
import { FormLinks, openForms } from '../form-links.tsx'
import { formPage, type Invitee, type Shown } from '../form-page.tsx'
import { settingsOf } from '../group.ts'
import { withRepeatAction } from '../repeat-action.ts'
import { respond } from '../respond.tsx'
import { typedFromAnswers } from '../typed.ts'
import { word } from '../words.ts'
import { campaignName, giveKey, keyOf, withKey } from './held-key.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

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
  const [names, terms, { settings }, opening, asked] = await Promise.all([
    loadOffered(context, form, known),
    loadTerms(context, form),
    settingsOf(c),
    signOpening(context.secret, form.id, context.now),
    isAsked(c, form, invited),
  ])
  const typed = withAsked(form, typedFromAnswers(form, known, names, locale), c.req.query())
  return formPage(c, {
    form,
    names,
    terms,
    settings,
    typed: withFirstRows(form, typed, context.now),
    id: crypto.randomUUID(),
    opening,
    asked,
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
  const [names, asked] = await Promise.all([
    loadOffered(context, form, invited === null ? {} : prefilled(invited)),
    isAsked(c, form, invited),
  ])
  const typed = typedFromEntries(form, entries)
  const id = entryOf(entries, 'id')
  const action = entryOf(entries, 'action')
  const shown = {
    form,
    names,
    typed,
    id: id === '' ? crypto.randomUUID() : id,
    opening: entryOf(entries, openingName).slice(0, 100),
    asked,
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
  const alike =
    action === 'sendAnyway' ? [] : await findAlikeBefore(context, form, answers, shown.id.toLowerCase())
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
function leadOn(c: C, received: Received, invited: Invitee | null): string {
  const waits = received.kind === 'waiting'
  const key = waits ? received.key : received.receipt.key
  const path = waits ? `/envois/${received.id}` : `/fiches/${received.receipt.reference}/recu`
  giveKey(c, path, key)
  return withKey(c, waits || invited === null ? path : `${path}?de=${invited.member.reference}`, key)
}

/** @throws problem 'not-found', 'not-signed-in', 'not-allowed' */
function formOf(c: C): Form {
  const form = findForm(c.var.context.catalogue, c.req.param('form') ?? '')
  if (!form) throw problem('not-found')
  if (form.submit === 'coordinator') requireCoordinator(c)
  return form
}

/**
 * The member whom a campaign asks to fill in this form, by its key; null for anybody else. Whoever opens the form
 * without the campaign, on a phone that members share, is nobody's member.
 */
async function invitedTo(c: C, form: Form, entries: Entries): Promise<Invitee | null> {
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
