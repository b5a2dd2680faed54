import type { Basis, Form, Retention } from '../form/definition/index.ts'
import { findField } from '../form/index.ts'
import type { Locale, Text } from '../form/text.ts'
import type { AskedField } from './fields.ts'

/** A text in one language, its `{places}` filled in. */
export const told = (text: Text, locale: Locale, places: Record<string, string> = {}): string =>
  text[locale].replace(/\{(\w+)\}/g, (whole, place: string) => places[place] ?? whole)

/** Law 2008-12, art. 33; GDPR, art. 6(1). */
export const bases: Readonly<Record<Basis, Text>> = {
  consent: { fr: 'votre consentement', en: 'your consent' },
  contract: {
    fr: 'les engagements pris en participant au groupe',
    en: 'what was agreed by taking part in the group',
  },
  law: { fr: 'une obligation légale', en: 'a legal obligation' },
  mission: { fr: 'une mission d’intérêt public', en: 'a task in the public interest' },
}

/** The same in the register, in French. */
export const registerBases: Readonly<Record<Basis, string>> = {
  consent: 'consentement de la personne (loi n° 2008-12, article 33 ; RGPD, article 6, paragraphe 1, a)',
  contract:
    'engagement de la personne envers le groupe (loi n° 2008-12, article 33 ; RGPD, article 6, paragraphe 1, b)',
  law: 'obligation légale (loi n° 2008-12, article 33 ; RGPD, article 6, paragraphe 1, c)',
  mission: 'mission d’intérêt public (loi n° 2008-12, article 33 ; RGPD, article 6, paragraphe 1, e)',
}

const starts: Readonly<Record<Retention['from'], Text>> = {
  acceptance: { fr: 'l’envoi', en: 'they were sent' },
  'last-change': { fr: 'la dernière modification de la fiche', en: 'the record was last changed' },
}

const ends: Readonly<Record<Retention['ends'], Text>> = {
  fields: { fr: 'puis effacé', en: 'then erased' },
  record: { fr: 'puis effacé avec toute la fiche', en: 'then erased with the whole record' },
}

const periods = {
  always: {
    fr: 'Gardé {months} mois après {start}, {end}',
    en: 'Kept for {months} months after {start}, {end}',
  },
  inStates: {
    fr: 'Gardé {months} mois après {start}, une fois la fiche dans l’état {states}, {end}',
    en: 'Kept for {months} months after {start}, once the record is {states}, {end}',
  },
} as const satisfies Record<string, Text>

/**
 * How long something is kept, as a sentence without its full stop.
 * @param months what is set, or what the form says
 * @param states the labels of the states that it is counted in; none: in every state
 */
export const period = (
  { from, ends: end }: Retention,
  months: number,
  states: readonly string[],
  locale: Locale,
): string =>
  told(states.length === 0 ? periods.always : periods.inStates, locale, {
    months: String(months),
    start: starts[from][locale],
    states: states.map((state) => quoted(state, locale)).join(locale === 'fr' ? ' ou ' : ' or '),
    end: ends[end][locale],
  })

export const quoted = (text: string, locale: Locale): string =>
  locale === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`

const publications = {
  initials: { fr: 'les initiales seules', en: 'the initials alone' },
  full: { fr: 'en entier', en: 'in full' },
  agreed: { fr: 'si vous cochez {question}', en: 'if you tick {question}' },
} as const satisfies Record<string, Text>

/** What of an answer is published; null: nothing. */
export function publicationOf(
  form: Form,
  { data: { publish } }: AskedField['field'],
  locale: Locale,
): string | null {
  if (publish === 'never') return null
  if (typeof publish === 'string') return publications[publish][locale]
  const question = findField(form, publish.agreed)?.label[locale] ?? ''
  return told(publications.agreed, locale, { question: quoted(question, locale) })
}

export const noticeWords = {
  lead: { fr: 'Vos données servent à {purposes}.', en: 'Your data are used {purposes}.' },
  who: { fr: 'Qui en répond', en: 'Who answers for them' },
  unset: {
    fr: '{group}\u00a0: le responsable du traitement reste à préciser par la coordination.',
    en: '{group}: the coordination has yet to say who the controller is.',
  },
  why: { fr: 'Pourquoi, et combien de temps', en: 'Why, and for how long' },
  what: {
    fr: '{title}\u00a0: {fields}. À ce titre\u00a0: {basis}. {period}.',
    en: '{title}: {fields}. On the ground of {basis}. {period}.',
  },
  required: { fr: 'obligatoire', en: 'required' },
  depending: { fr: 'selon vos réponses', en: 'depending on your answers' },
  optional: { fr: 'facultatif', en: 'optional' },
  recipients: { fr: 'Qui les voit', en: 'Who sees them' },
  coordination: { fr: 'La coordination du groupe.', en: 'The group’s coordination.' },
  also: { fr: 'Aussi\u00a0: {recipients}.', en: 'Also: {recipients}.' },
  published: {
    fr: 'Est publié\u00a0: {published}. Rien d’autre.',
    en: 'Is published: {published}. Nothing else.',
  },
  unpublished: { fr: 'Rien n’en est publié.', en: 'None of them is published.' },
  abroad: { fr: 'Hors du Sénégal', en: 'Outside Senegal' },
  rights: { fr: 'Vos droits', en: 'Your rights' },
  rightsText: {
    fr: 'Accéder à vos données, les corriger, vous opposer à leur traitement, les faire effacer, retirer votre accord (loi n°\u00a02008-12 du 25 janvier 2008)\u00a0: par le lien de l’accusé de réception, ou en écrivant à {contact}. Vous pouvez aussi saisir la Commission de protection des données personnelles (CDP).',
    en: 'To access your data, correct them, object to their processing, have them erased, withdraw your consent (Senegalese law no.\u00a02008-12 of 25 January 2008): by the link of the receipt, or by writing to {contact}. You may also refer to the Commission de protection des données personnelles (CDP).',
  },
  contactUnset: { fr: 'la coordination du groupe', en: 'the group’s coordination' },
  receipt: { fr: 'Déclaration à la CDP', en: 'Declaration to the CDP' },
  receiptText: { fr: 'Récépissé n°\u00a0{receipt}.', en: 'Receipt no.\u00a0{receipt}.' },
  receiptUnset: { fr: 'Son récépissé n’est pas encore indiqué.', en: 'Its receipt is not given yet.' },
} as const satisfies Record<string, Text>
