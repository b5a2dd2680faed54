import type { Context as HonoContext } from 'hono'
import { keyName, retryAfter } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import type { Form, Term } from '../form/definition/index.ts'
import type { Names } from '../form/names.ts'
import { noticeOf } from '../privacy/index.ts'
import type { Issue } from '../problem.ts'
import type { Invited } from '../record/campaign/index.ts'
import type { StoredRecord } from '../record/index.ts'
import { groupAsSet, type Settings } from '../record/settings.ts'
import { AlikeNotice } from './alike-notice.tsx'
import { formScript, proofScript } from './assets.ts'
import { draftName } from './draft-name.ts'
import { FormContent } from './form-content.tsx'
import { Already, Hurried } from './form-notices.tsx'
import { pageData } from './logic.ts'
import { makeView } from './make-view.ts'
import { FormNotice, MissingSettings } from './privacy/notice.tsx'
import { respond } from './respond.tsx'
import { formAction } from './route/held-key.ts'
import { Problems } from './summary.tsx'
import type { Typed } from './typed.ts'
import { UnseenControls } from './unseen-controls.tsx'
import { word } from './words.ts'

type C = HonoContext<AppEnv>

/** A member who was asked to fill the form in, with the key that they opened it by. */
export type Invitee = Invited & { readonly key: string }

/** What a page of a form shows, whatever it is the answer to. */
export type Shown = {
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
  readonly invited: Invitee | null
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

/** The page of a form to fill in. */
export function formPage(c: C, shown: Shown) {
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
      <Problems problems={faults} locale={locale} />
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
