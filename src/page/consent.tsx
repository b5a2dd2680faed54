import type { Context as HonoContext } from 'hono'
import { keyName } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import type { Field, Form } from '../form/definition/index.ts'
import type { Locale } from '../form/text.ts'
import { consentFields, isToPublish, restingOn } from '../privacy/index.ts'
import { type StoredRecord, withdrawConsent } from '../record/index.ts'
import { consentsOf, type StoredConsent } from '../store/consents.ts'
import { formatMoment } from './format.ts'
import { respond } from './respond.tsx'
import type { Opened } from './route/opened.ts'
import { word } from './words.ts'

const asking = 'withdraw:'
const sure = 'withdrawn:'

/** What was agreed to by a record and still holds, if anything was; none where no consent is asked. */
export const standingConsents = async (
  { db }: Opened['context'],
  form: Form,
  { id }: StoredRecord,
): Promise<readonly StoredConsent[]> =>
  consentFields(form).length === 0
    ? []
    : (await consentsOf(db, [id])).filter(({ withdrawnAt }) => withdrawnAt === null)

type Props = {
  readonly form: Form
  readonly record: StoredRecord
  readonly consents: readonly StoredConsent[]
  /** Where the record's page is, without a key, and the key it was opened with. */
  readonly path: string
  readonly heldBy: string
  readonly coordinates: boolean
  readonly locale: Locale
}

/** Each consent that stands, with a button that takes it back. */
export function Consents({ form, record, consents, path, heldBy, coordinates, locale }: Props) {
  const given = consentFields(form).filter(({ name }) => record.answers[name] === true)
  if (given.length === 0) return null
  return (
    <details>
      <summary>{word(locale, coordinates ? 'consentsTheirs' : 'consents')}</summary>
      {given.map((field) => (
        <form method="post" action={path}>
          <Key value={heldBy} />
          <p>{field.label[locale]}</p>
          <Given consent={consents.find((one) => one.field === field.name)} locale={locale} />
          <button type="submit" name="action" value={asking + field.name} class="second">
            {word(locale, coordinates ? 'consentWithdrawTheirs' : 'consentWithdraw')}
          </button>
        </form>
      ))}
    </details>
  )
}

/** In the form, not in its address, which browsers keep and show. */
const Key = ({ value }: { value: string }) =>
  value === '' ? null : <input type="hidden" name={keyName} value={value} />

function Given({ consent, locale }: { consent: StoredConsent | undefined; locale: Locale }) {
  if (consent === undefined) return null
  const date = formatMoment(consent.givenAt, locale)
  return (
    <p class="hint">
      {word(locale, consent.givenBy === 'coordinator' ? 'consentDeclared' : 'consentGivenAt', { date })}
    </p>
  )
}

/** Answers a button that takes a consent back: asks first, then does it; null when the action is none of these. */
export async function answerWithdrawal(
  c: HonoContext<AppEnv>,
  { form, record, context, key, path }: Opened,
  action: string,
): Promise<Response | null> {
  if (action.startsWith(sure)) {
    await withdrawConsent(context, form, record, action.slice(sure.length))
    return c.redirect(`${path}${path.includes('?') ? '&' : '?'}retire=1`, 303)
  }
  const field = consentFields(form).find(({ name }) => action === asking + name)
  return field ? confirmPage(c, { form, field, key, path }) : null
}

type Asked = { readonly form: Form; readonly field: Field; readonly key: string; readonly path: string }

function confirmPage(c: HonoContext<AppEnv>, { form, field, key: held, path }: Asked): Promise<Response> {
  const { locale } = c.var
  const fields = restingOn(form, field).map(({ label }) => label[locale])
  const key = isToPublish(form, field) ? 'consentPublishes' : 'consentKeeps'
  const content = (
    <>
      <h1>{word(locale, 'consentTitle')}</h1>
      <p>{word(locale, 'consentOf', { label: field.label[locale] })}</p>
      <p class="notice">{word(locale, key, { fields: fields.join(', ') })}</p>
      <form method="post" class="actions">
        <Key value={held} />
        <button type="submit" name="action" value={sure + field.name}>
          {word(locale, 'consentConfirm')}
        </button>
        <a href={path}>{word(locale, 'consentKeep')}</a>
      </form>
    </>
  )
  return respond(c, { title: word(locale, 'consentTitle'), content, secret: true })
}
