import type { Form, Group, Purpose } from '../form/definition/index.ts'
import type { Locale } from '../form/text.ts'
import { stateOf } from '../form/workflow.ts'
import type { Settings } from '../record/settings.ts'
import { type AskedField, personalFields } from './fields.ts'
import { type Host, hosts } from './hosts.ts'
import { bases, noticeWords, period, publicationOf, quoted, told } from './words.ts'

/** What is said to those of whom a form asks personal data: one source for the form's page and that of all forms. */
export type Notice = {
  /** The form's id. */
  readonly form: string
  readonly locale: Locale
  /** One sentence: what the data are for. */
  readonly lead: string
  readonly parts: readonly NoticePart[]
}

export type NoticePart = {
  readonly id: 'who' | 'why' | 'recipients' | 'abroad' | 'rights' | 'receipt'
  readonly title: string
  readonly texts: readonly string[]
}

/**
 * The notice of a form (law 2008-12 on the duty to inform; GDPR, art. 13), or null when it asks nothing personal. Pure:
 * the same definition and settings give the same notice.
 */
export function noticeOf(form: Form, group: Group | null, settings: Settings, locale: Locale): Notice | null {
  const fields = personalFields(form)
  if (fields.length === 0) return null
  const titles = form.purposes.map(({ title }) => title[locale])
  return noticeFrom({ form, group, settings, locale }, titles, {
    why: form.purposes.map((purpose) => purposeText(form, purpose, fields, settings, locale)),
    recipients: recipientTexts(form, fields, locale),
    abroad: hostTexts(form, locale),
  })
}

export type NoticeSource = {
  readonly form: Form
  readonly group: Group | null
  readonly settings: Settings
  readonly locale: Locale
}

/** A notice of what its own parts say, with the parts that are the same in all: who answers, the rights, the receipt. */
export function noticeFrom(
  { form, group, settings, locale }: NoticeSource,
  purposes: readonly string[],
  own: Readonly<Record<'why' | 'recipients' | 'abroad', readonly string[]>>,
): Notice {
  const say = (word: keyof typeof noticeWords, places?: Record<string, string>) =>
    told(noticeWords[word], locale, places)
  const part = (id: NoticePart['id'], texts: readonly string[]): NoticePart => ({ id, title: say(id), texts })
  const name = settings.name || (group?.name[locale] ?? form.title[locale])
  return {
    form: form.id,
    locale,
    lead: say('lead', { purposes: purposes.join(locale === 'fr' ? '\u00a0; ' : '; ') }),
    parts: [
      part('who', [settings.controller || say('unset', { group: name })]),
      part('why', own.why),
      part('recipients', own.recipients),
      part('abroad', own.abroad),
      part('rights', [say('rightsText', { contact: settings.contact || say('contactUnset') })]),
      part('receipt', [
        settings.receipt === '' ? say('receiptUnset') : say('receiptText', { receipt: settings.receipt }),
      ]),
    ],
  }
}

/** What a notice needs and the coordination has not set yet. */
export const missingIn = (settings: Settings): readonly ('controller' | 'contact' | 'receipt')[] =>
  (['controller', 'contact', 'receipt'] as const).filter((name) => settings[name] === '')

/** For how many months the data of a purpose are kept: as the coordination set it, else as the form says. */
export const monthsOf = ({ id, retention }: Purpose, settings: Settings): number =>
  settings.retention[id] ?? retention.months

/** How long the data of a purpose are kept, as a sentence without its full stop. */
export const periodOf = (form: Form, purpose: Purpose, settings: Settings, locale: Locale): string =>
  period(
    purpose.retention,
    monthsOf(purpose, settings),
    (purpose.retention.states ?? []).map((code) => stateOf(form, code).label[locale]),
    locale,
  )

function purposeText(
  form: Form,
  purpose: Purpose,
  fields: readonly AskedField[],
  settings: Settings,
  locale: Locale,
): string {
  const asked = fields.filter(({ field }) => field.data.purpose === purpose.id)
  const title = purpose.title[locale]
  return told(noticeWords.what, locale, {
    title: title.charAt(0).toLocaleUpperCase(locale) + title.slice(1),
    fields: asked.map(({ field }) => `${field.label[locale]} (${needOf(field, locale)})`).join(', '),
    basis: bases[purpose.basis][locale],
    period: periodOf(form, purpose, settings, locale),
  })
}

function needOf({ required }: AskedField['field'], locale: Locale): string {
  if (required === null) return noticeWords.optional[locale]
  return noticeWords[required.source === 'true()' ? 'required' : 'depending'][locale]
}

function recipientTexts(form: Form, fields: readonly AskedField[], locale: Locale): readonly string[] {
  const recipients = [
    ...new Set(form.purposes.flatMap((purpose) => purpose.recipients.map((one) => one[locale]))),
  ]
  const published = fields.flatMap(({ field }) => {
    const what = publicationOf(form, field, locale)
    return what === null ? [] : [`${quoted(field.label[locale], locale)} (${what})`]
  })
  return [
    noticeWords.coordination[locale],
    ...(recipients.length === 0
      ? []
      : [told(noticeWords.also, locale, { recipients: recipients.join(', ') })]),
    published.length === 0
      ? noticeWords.unpublished[locale]
      : told(noticeWords.published, locale, { published: published.join(', ') }),
  ]
}

const hostTexts = (form: Form, locale: Locale): readonly string[] =>
  hosts.filter(({ keeps }) => keeps(form).length > 0).map((host) => hostText(host, locale))

/** Who keeps data outside the country, and what of. */
export const hostText = ({ name, purpose }: Host, locale: Locale): string =>
  `${name}${locale === 'fr' ? '\u00a0' : ''}: ${purpose[locale]}.`
