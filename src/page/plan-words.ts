import type { Text } from '../form/text.ts'

/** The words of the plan and of its assessment; part of `words.ts`. */
export const planWords = {
  planProgress: { fr: 'Où en est le plan', en: 'How the plan goes' },
  yearSpan: { fr: 'Du {from} au {until}', en: 'From {from} to {until}' },
  daysElapsed: { fr: '{n} jours écoulés sur {total}', en: '{n} days elapsed of {total}' },
  itemsHeld: { fr: 'Actions tenues\u00a0: {n} sur {total}', en: 'Items held: {n} of {total}' },
  criteriaMet: {
    fr: 'Critères de réussite atteints\u00a0: {n} sur {total}',
    en: 'Success criteria met: {n} of {total}',
  },
  'criteria.met': { fr: 'Atteints\u00a0: {n}', en: 'Met: {n}' },
  'criteria.partly': { fr: 'En partie\u00a0: {n}', en: 'Partly: {n}' },
  'criteria.unmet': { fr: 'Non atteints\u00a0: {n}', en: 'Not met: {n}' },
  'criteria.early': { fr: 'Trop tôt pour le dire\u00a0: {n}', en: 'Too early to tell: {n}' },
  'criteria.open': { fr: 'Pas encore évalués\u00a0: {n}', en: 'Not assessed yet: {n}' },
  planEvidence: { fr: '{label}\u00a0: {text}', en: '{label}: {text}' },
  assess: { fr: 'Évaluer', en: 'Assess' },
  assessOf: { fr: 'les critères de {reference}', en: 'the criteria of {reference}' },

  planWatch: { fr: 'À surveiller', en: 'To watch' },
  nothingToWatch: { fr: 'Rien à signaler.', en: 'Nothing to report.' },
  placeSoon: {
    fr: 'Dans les {n} jours, sans lieu\u00a0: {title} ({date})',
    en: 'Within {n} days, without a place: {title} ({date})',
  },
  monthNone: { fr: '{month}\u00a0: aucune rencontre', en: '{month}: no meeting' },
  monthFew: {
    fr: '{month}, nombre de rencontres\u00a0: {n} au lieu de {least} au moins',
    en: '{month}, number of meetings: {n} instead of {least} at least',
  },
  monthMany: {
    fr: '{month}\u00a0: {n} rencontres au lieu de {most} au plus',
    en: '{month}: {n} meetings instead of {most} at most',
  },
  monthsFree: {
    fr: 'Aucune rencontre n’est prévue après la dernière\u00a0: {months}.',
    en: 'No meeting is planned after the last one: {months}.',
  },

  assessTitle: { fr: 'Évaluer les critères', en: 'Assess the criteria' },
  assessLead: {
    fr: 'Choisissez pour chaque critère ce qu’il en est\u00a0; dites ce qui le montre si vous le pouvez. Vous pourrez y revenir.',
    en: 'Choose how each criterion stands; say what shows it if you can. You can come back to it.',
  },
  saveAssessment: { fr: 'Enregistrer l’évaluation', en: 'Save the assessment' },
  assessmentSaved: { fr: 'L’évaluation est enregistrée.', en: 'The assessment is saved.' },
  backToPlan: { fr: 'Retour au plan d’action', en: 'Back to the action plan' },
  criteriaGoneTitle: {
    fr: 'Ces critères ne sont plus dans le plan',
    en: 'These criteria are no longer in the plan',
  },
  criteriaGone: {
    fr: 'Quelqu’un les a retirés ou réécrits pendant que vous écriviez. Voici ce que vous en disiez\u00a0:',
    en: 'Someone removed or rewrote them while you were typing. Here is what you said of them:',
  },
} as const satisfies Record<string, Text>
