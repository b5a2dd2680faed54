import type { Text } from '../form/text.ts'

/** The words of the pages about meetings and their minutes, for coordinators and note-takers; part of `words.ts`. */
export const meetingWords = {
  meetings: { fr: 'Rencontres', en: 'Meetings' },
  meetingsAbout: {
    fr: 'Présences, rédacteurs, compte-rendu de chaque rencontre.',
    en: 'Attendance, note-takers and minutes of each meeting.',
  },
  attendance: { fr: 'Présences', en: 'Attendance' },
  attendanceScan: {
    fr: 'Photographiez ce code avec votre téléphone, ou ouvrez l’adresse\u00a0:',
    en: 'Scan this code with your phone, or open the address:',
  },
  attendanceCode: { fr: 'Code QR du formulaire de présence', en: 'QR code of the attendance form' },
  attendanceCount: { fr: 'Personnes présentes\u00a0: {n}', en: 'People present: {n}' },
  attendanceNone: { fr: 'Personne ne s’est encore inscrit.', en: 'Nobody has signed in yet.' },
  attendanceClosed: { fr: 'La liste de présence est close.', en: 'The attendance list is closed.' },
  refresh: { fr: 'Actualiser', en: 'Refresh' },
  notNamed: { fr: 'ne souhaite pas être nommé', en: 'does not wish to be named' },
  writers: { fr: 'Rédaction du compte-rendu', en: 'Minute-taking' },
  writersAsk: {
    fr: 'Désignez une ou deux personnes. Chacune reçoit aussitôt un lien personnel pour écrire.',
    en: 'Designate one or two people. Each gets a personal link to write with at once.',
  },
  writersPresent: { fr: 'Parmi les présents', en: 'Among those present' },
  writersOther: { fr: 'Quelqu’un d’autre', en: 'Somebody else' },
  writerName: { fr: 'Prénom et nom', en: 'Full name' },
  writerOrganisation: { fr: 'Organisation', en: 'Organisation' },
  designate: { fr: 'Désigner', en: 'Designate' },
  linkOf: { fr: 'Lien de {name}', en: 'Link of {name}' },
  linkWhy: {
    fr: 'Donnez à chacun le sien\u00a0: qui a un lien peut écrire. Valable jusqu’au {date}.',
    en: 'Give each person their own: whoever has a link can write. Valid until {date}.',
  },
  linkCode: { fr: 'Code QR du lien de {name}', en: 'QR code of the link of {name}' },
  showCode: { fr: 'Montrer le code QR', en: 'Show the QR code' },
  done: { fr: 'C’est fait.', en: 'Done.' },
  moveTo: { fr: 'Passer à\u00a0: {state}', en: 'Move to: {state}' },
  moves: { fr: 'Statut', en: 'Status' },
  moveNote: { fr: 'Note (facultatif)', en: 'Note (optional)' },
  saveDraft: { fr: 'Enregistrer le brouillon', en: 'Save the draft' },
  draftLead: {
    fr: 'Enregistrez quand vous voulez\u00a0: tout peut rester incomplet jusqu’à l’envoi.',
    en: 'Save whenever you like: anything may be missing until you send.',
  },
  savedDraft: { fr: 'Votre brouillon est enregistré.', en: 'Your draft is saved.' },
  locked: {
    fr: 'Le coordinateur a pris la suite\u00a0: cette fiche ne se corrige plus par ce lien.',
    en: 'The coordinator has taken over: this record can no longer be corrected by this link.',
  },
  minutes: { fr: 'Comptes rendus', en: 'Minutes' },
  minutesOpen: { fr: 'Ouvrir le compte-rendu', en: 'Open the minutes' },
  minutesMissing: { fr: 'Personne n’est encore désigné.', en: 'Nobody is designated yet.' },
} as const satisfies Record<string, Text>
