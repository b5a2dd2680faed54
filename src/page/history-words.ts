import type { Text } from '../form/text.ts'

export const historyWords = {
  history: { fr: 'Historique', en: 'History' },
  historyWhy: {
    fr: 'Le plus récent d’abord, {n} au plus\u00a0; le journal garde tout.',
    en: 'Latest first, {n} at most; the log keeps all.',
  },
  historyWhen: { fr: 'Quand', en: 'When' },
  historyWho: { fr: 'Qui', en: 'Who' },
  historyWhat: { fr: 'Quoi', en: 'What' },
  'happened.record.accepted': { fr: 'Reçue', en: 'Received' },
  'happened.record.revised': { fr: 'Corrigée', en: 'Corrected' },
  'happened.record.transitioned': { fr: '{from} → {to}', en: '{from} → {to}' },
  'happened.record.confirmed': { fr: 'Confirmée sans changement', en: 'Confirmed without a change' },
  'happened.answers.erased': {
    fr: 'Données effacées, leur durée de conservation étant passée',
    en: 'Data erased, their time being over',
  },
  'happened.erasure.failed': {
    fr: 'L’effacement, leur durée étant passée, a échoué',
    en: 'The erasure of data whose time is over failed',
  },
  historyNote: { fr: 'Note', en: 'Note' },
  historyAssignee: { fr: 'Responsable', en: 'Assignee' },
  'by.member': { fr: 'Membre', en: 'Member' },
  'by.coordinator': { fr: 'Coordination', en: 'Coordination' },
  'by.system': { fr: 'Recueil', en: 'Recueil' },
  'from.page': { fr: 'par une page', en: 'by a page' },
  'from.api': { fr: 'par l’API', en: 'by the API' },
  'from.sheet': { fr: 'dans la feuille', en: 'in the sheet' },
  'from.system': { fr: 'de lui-même', en: 'by itself' },
} as const satisfies Record<string, Text>
