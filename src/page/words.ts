import type { Locale, Text } from '../form/text.ts'
import { auditWords } from './audit-words.ts'
import { campaignWords } from './campaign-words.ts'
import { consentWords } from './consent-words.ts'
import { consoleWords } from './console-words.ts'
import { consultWords } from './consult-words.ts'
import { coordinationWords } from './coordination-words.ts'
import { dashboardWords } from './dashboard-words.ts'
import { deliveryWords } from './delivery-words.ts'
import { exportWords } from './export-words.ts'
import { historyWords } from './history-words.ts'
import { inboxWords } from './inbox-words.ts'
import { linkWords } from './link-words.ts'
import { mapWords } from './map-words.ts'
import { meetingWords } from './meeting-words.ts'
import { minutesWords } from './minutes-words.ts'
import { peopleWords } from './people-words.ts'
import { personWords } from './person-words.ts'
import { planWords } from './plan-words.ts'
import { privacyWords } from './privacy-words.ts'
import { publishingWords } from './publishing-words.ts'
import { quarantineWords } from './quarantine-words.ts'
import { reconcileWords } from './reconcile-words.ts'
import { settingsWords } from './settings-words.ts'
import { webhookWords } from './webhook-words.ts'

/** The words of the pages themselves; those of the forms are in the forms. `{n}` and the like are filled in. */
const words = {
  site: { fr: 'Recueil', en: 'Recueil' },
  skip: { fr: 'Aller au contenu', en: 'Skip to content' },
  navigation: { fr: 'Navigation principale', en: 'Main navigation' },
  forms: { fr: 'Formulaires', en: 'Forms' },
  plan: { fr: 'Plan d’action', en: 'Action plan' },
  yourData: { fr: 'Vos données', en: 'Your data' },
  otherLanguage: { fr: 'English', en: 'Français' },
  footer: { fr: '{group} – un site tenu avec Recueil', en: '{group} – a site kept with Recueil' },
  footerOfNobody: { fr: 'Un site tenu avec Recueil', en: 'A site kept with Recueil' },

  homeForms: { fr: 'Remplir un formulaire', en: 'Fill in a form' },
  coordinatorForms: { fr: 'Pour la coordination', en: 'For the coordination' },
  noAccount: {
    fr: 'Sans compte ni mot de passe. Après l’envoi, vous recevez une référence et un lien pour corriger.',
    en: 'No account, no password. After sending you get a reference and a link to correct it.',
  },
  nextMeetings: { fr: 'Prochaines rencontres', en: 'Next meetings' },
  noMeeting: { fr: 'Aucune rencontre à venir n’est datée.', en: 'No coming meeting has a date.' },
  seePlan: { fr: 'Voir le plan d’action', en: 'See the action plan' },
  counts: { fr: 'En chiffres', en: 'In figures' },
  formsLead: { fr: 'Choisissez ce que vous voulez transmettre.', en: 'Choose what you want to send.' },
  noForm: { fr: 'Aucun formulaire n’est ouvert.', en: 'No form is open.' },

  errorPrefix: { fr: 'Erreur\u00a0: ', en: 'Error: ' },
  problemTitle: { fr: 'Il y a un problème', en: 'There is a problem' },
  sections: { fr: 'Sections du formulaire', en: 'Sections of the form' },
  sectionOf: { fr: '{n} sur {total}', en: '{n} of {total}' },
  optional: { fr: '(facultatif)', en: '(optional)' },
  depends: { fr: '(selon vos réponses)', en: '(depending on your answers)' },
  requiredByDefault: {
    fr: 'Tout est à remplir, sauf ce qui est marqué «\u00a0facultatif\u00a0».',
    en: 'Everything is to be filled in, except what is marked “optional”.',
  },
  choose: { fr: 'Choisir…', en: 'Choose…' },
  noChoice: { fr: 'Aucun choix', en: 'No choice' },
  atMost: { fr: '{n} caractères au plus.', en: 'At most {n} characters.' },
  left: { fr: '{n} caractères restants', en: '{n} characters left' },
  over: { fr: '{n} caractères en trop', en: '{n} characters too many' },
  onePerLine: { fr: 'Un élément par ligne.', en: 'One item a line.' },
  dateHint: { fr: 'jj/mm/aaaa', en: 'dd/mm/yyyy' },
  timeHint: { fr: 'Exemple\u00a0: 14:30 ou 14h30', en: 'Example: 14:30' },
  day: { fr: 'Jour (facultatif)', en: 'Day (optional)' },
  month: { fr: 'Mois', en: 'Month' },
  year: { fr: 'Année', en: 'Year' },
  latitude: { fr: 'Latitude', en: 'Latitude' },
  longitude: { fr: 'Longitude', en: 'Longitude' },
  useMyPlace: { fr: 'Utiliser ma position', en: 'Use my position' },
  placeFailed: {
    fr: 'Votre position n’a pas pu être lue. Écrivez la latitude et la longitude.',
    en: 'Your position could not be read. Type the latitude and the longitude.',
  },
  showChoices: { fr: 'Afficher les {n} choix', en: 'Show the {n} choices' },
  filter: { fr: 'Chercher dans la liste', en: 'Search the list' },
  add: { fr: 'Ajouter', en: 'Add' },
  remove: { fr: 'Retirer', en: 'Remove' },
  send: { fr: 'Envoyer', en: 'Send' },
  save: { fr: 'Enregistrer les corrections', en: 'Save the corrections' },
  sending: { fr: 'Envoi en cours…', en: 'Sending…' },
  draftRestored: { fr: 'Votre brouillon du {date} est rétabli.', en: 'Your draft of {date} is restored.' },
  draftKept: {
    fr: 'Votre saisie est gardée dans ce téléphone ou cet ordinateur jusqu’à l’envoi.',
    en: 'What you type is kept on this phone or computer until it is sent.',
  },
  eraseDraft: { fr: 'Effacer le brouillon', en: 'Erase the draft' },
  eraseSurely: {
    fr: 'Effacer tout ce que vous avez écrit ici\u202f?',
    en: 'Erase everything you typed here?',
  },

  alreadyTitle: { fr: 'Cette fiche a déjà été reçue', en: 'This record was already received' },
  already: {
    fr: 'Elle avait d’autres réponses. Rien n’a été changé, et rien de ce que vous venez d’écrire n’est perdu.',
    en: 'It had other answers. Nothing was changed, and nothing you just typed is lost.',
  },
  alreadyCorrect: {
    fr: 'Pour corriger la fiche déjà reçue, ouvrez le lien de modification donné avec son accusé de réception.',
    en: 'To correct the record already received, open the edit link given with its receipt.',
  },
  alreadyNew: {
    fr: 'Ou envoyez ce qui suit comme une nouvelle fiche\u00a0:',
    en: 'Or send what follows as a new record:',
  },
  sendAsNew: { fr: 'En faire une nouvelle fiche', en: 'Make it a new record' },
  nowNew: {
    fr: 'C’est maintenant une nouvelle fiche. Relisez, puis envoyez.',
    en: 'It is now a new record. Read it again, then send it.',
  },

  received: { fr: 'Fiche reçue', en: 'Record received' },
  reference: { fr: 'Référence', en: 'Reference' },
  receivedAt: { fr: 'Reçue le', en: 'Received' },
  changedAt: { fr: 'Modifiée le', en: 'Changed' },
  status: { fr: 'Statut', en: 'Status' },
  keepLink: { fr: 'Gardez ce lien pour corriger votre fiche', en: 'Keep this link to correct your record' },
  keepLinkWhy: {
    fr: 'Il est personnel\u00a0: qui l’a peut modifier la fiche. Perdu, demandez-en un autre à la coordination.',
    en: 'It is private: whoever has it can change the record. If you lose it, ask the coordination for another.',
  },
  keepLinkShort: { fr: 'accusé de réception et lien à garder', en: 'receipt and link to keep' },
  copy: { fr: 'Copier le lien', en: 'Copy the link' },
  copied: { fr: 'Lien copié', en: 'Link copied' },
  copySnippet: { fr: 'Copier l’extrait', en: 'Copy the piece' },
  copiedSnippet: { fr: 'Extrait copié', en: 'Piece copied' },
  byMail: { fr: 'M’envoyer le lien par courriel', en: 'E-mail the link to myself' },
  byWhatsApp: { fr: 'Garder le lien dans WhatsApp', en: 'Keep the link in WhatsApp' },
  linkSubject: { fr: 'Lien de modification {reference}', en: 'Edit link {reference}' },
  warnings: { fr: 'À vérifier', en: 'To check' },
  warningsWhy: {
    fr: 'La fiche est bien enregistrée\u00a0; ces réponses surprennent\u00a0:',
    en: 'The record is kept; these answers are surprising:',
  },
  yourAnswers: { fr: 'Vos réponses', en: 'Your answers' },
  correct: { fr: 'Corriger la fiche', en: 'Correct the record' },
  another: { fr: 'Remplir une autre fiche', en: 'Fill in another' },
  moved: {
    fr: 'La fiche est maintenant à l’état «\u00a0{state}\u00a0».',
    en: 'The record is now in state “{state}”.',
  },
  saved: { fr: 'Vos corrections sont enregistrées.', en: 'Your corrections are saved.' },
  savedToReread: {
    fr: 'Vos corrections sont enregistrées. La coordination les relira avant que tout le monde puisse les voir.',
    en: 'Your corrections are saved. The coordination will read them before everyone can see them.',
  },
  staleTitle: { fr: 'La fiche a changé entre-temps', en: 'The record has changed in the meantime' },
  stale: {
    fr: 'Quelqu’un l’a modifiée pendant que vous écriviez. Vos réponses sont toujours ci-dessous, pas encore enregistrées. Comparez, corrigez si besoin, puis enregistrez.',
    en: 'Someone changed it while you were typing. Your answers are still below, not saved yet. Compare, correct if needed, then save.',
  },
  question: { fr: 'Question', en: 'Question' },
  nowRecorded: { fr: 'Enregistré maintenant', en: 'Recorded now' },
  youTyped: { fr: 'Vous avez écrit', en: 'You typed' },
  empty: { fr: '(vide)', en: '(empty)' },
  unchangedByOther: { fr: 'Aucune réponse ne diffère des vôtres.', en: 'No answer differs from yours.' },

  termHint: {
    fr: 'Le groupe dit plutôt «\u00a0{preferred}\u00a0» (au lieu de «\u00a0{avoided}\u00a0»).',
    en: 'The group would rather say “{preferred}” (instead of “{avoided}”).',
  },
  toDefine: {
    fr: '{label}\u00a0: {n} «\u00a0{undefined}\u00a0»',
    en: '{label}: {n} “{undefined}”',
  },
  noPlan: { fr: 'Le plan d’action est vide.', en: 'The action plan is empty.' },
  planLead: {
    fr: 'Tel que le groupe l’a arrêté, et tel qu’il avance.',
    en: 'As the group settled it, and how it goes.',
  },
  subscribe: { fr: 'S’abonner au calendrier', en: 'Subscribe to the calendar' },
  subscribeHint: {
    fr: 'Une date connue au mois près y couvre tout le mois. L’adresse à donner à un agenda en ligne\u00a0:',
    en: 'A month without a day covers the whole month there. The address to give an online calendar:',
  },

  backHome: { fr: 'Retour à l’accueil', en: 'Back to the home page' },
  ...campaignWords,
  ...auditWords,
  ...coordinationWords,
  ...consoleWords,
  ...planWords,
  ...privacyWords,
  ...mapWords,
  ...historyWords,
  ...inboxWords,
  ...linkWords,
  ...exportWords,
  ...meetingWords,
  ...minutesWords,
  ...quarantineWords,
  ...reconcileWords,
  ...dashboardWords,
  ...consultWords,
  ...webhookWords,
  ...deliveryWords,
  ...personWords,
  ...consentWords,
  ...publishingWords,
  ...settingsWords,
  ...peopleWords,
} as const satisfies Record<string, Text>

export type Word = keyof typeof words

/** A word or sentence of the pages in a language, with its places filled in. */
export function word(
  locale: Locale,
  key: Word,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[key][locale].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
