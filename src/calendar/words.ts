import type { Locale, Text } from '../form/text.ts'

/** The calendar's own words; those of the records are in their forms. */
export const words = {
  dateToSettle: { fr: 'Date à préciser', en: 'Date to be settled' },
  status: { fr: 'Statut', en: 'Status' },
  months: {
    fr: 'Ce dont seul le mois est connu en couvre tous les jours.',
    en: 'What has a month and no day yet covers the whole month.',
  },
  'meeting.invitation': { fr: 'Invitation', en: 'Invitation' },
  'meeting.changed': { fr: 'Changement', en: 'Change' },
  when: { fr: 'Quand', en: 'When' },
  where: { fr: 'Où', en: 'Where' },
  zone: { fr: '(heure de Dakar)', en: '(Dakar time)' },
  formerly: { fr: 'Auparavant', en: 'Formerly' },
  leftOut: { fr: 'Sans date, donc pas encore ici', en: 'Without a date, so not here yet' },
} as const satisfies Record<string, Text>

/** "Lieu : Dakar", with the space French puts before a colon. */
export const labelled = (locale: Locale, label: string, value: string): string =>
  `${label}${locale === 'fr' ? '\u00a0' : ''}: ${value}`
