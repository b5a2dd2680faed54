import type { Text } from '../form/text.ts'

export const inboxWords = {
  inbox: { fr: 'Toutes les fiches', en: 'All records' },
  inboxAbout: {
    fr: 'Par formulaire et par statut, chercher, ouvrir, faire avancer plusieurs fiches à la fois.',
    en: 'By form and status: search, open, move several records on at once.',
  },
  inboxForm: { fr: 'Formulaire', en: 'Form' },
  inboxStatus: { fr: 'Statut', en: 'Status' },
  inboxSearch: { fr: 'Référence ou mots de la fiche', en: 'Reference or words of the record' },
  inboxAll: { fr: 'Tous', en: 'All' },
  inboxShow: { fr: 'Afficher', en: 'Show' },
  inboxNone: { fr: 'Aucune fiche.', en: 'No record.' },
  inboxRecord: { fr: 'Fiche', en: 'Record' },
  inboxChanged: { fr: 'Modifiée', en: 'Changed' },
  inboxNext: { fr: 'Fiches suivantes', en: 'Next records' },
  inboxChoose: { fr: 'Choisir {reference}', en: 'Choose {reference}' },
  inboxKeys: {
    fr: 'Au clavier, une fois dans la liste : j passe à la fiche suivante, k à la précédente, x la choisit.',
    en: 'By keyboard, once in the list: j goes to the next record, k to the previous one, x chooses it.',
  },
  inboxMove: { fr: 'Faire avancer les fiches choisies', en: 'Move the chosen records on' },
  inboxMoveWhy: {
    fr: 'Huit à la fois au plus. Chaque passage reste dans l’historique de la fiche et peut être défait par un autre.',
    en: 'Eight at a time at most. Each move stays in the record’s history and can be undone by another.',
  },
  inboxMoved: {
    fr: 'Fiches passées à «\u00a0{state}\u00a0»\u00a0: {n}.',
    en: 'Records moved to “{state}”: {n}.',
  },
  inboxRefused: { fr: 'Ces fiches n’ont pas pu avancer\u00a0:', en: 'These records could not be moved:' },
  inboxMoveFirst: {
    fr: 'Choisissez un formulaire et un statut pour faire avancer plusieurs fiches.',
    en: 'Choose a form and a status to move several records on.',
  },
} as const satisfies Record<string, Text>
