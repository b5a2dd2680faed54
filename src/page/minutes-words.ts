import type { Text } from '../form/text.ts'

/** The words of the minutes' pages: published, under review, and in the console; part of `words.ts`. */
export const minutesWords = {
  minutesLead: {
    fr: 'Ce que le groupe a dit et décidé, rencontre par rencontre.',
    en: 'What the group said and decided, meeting by meeting.',
  },
  noMinutes: { fr: 'Aucun compte-rendu n’est encore publié.', en: 'No minutes are published yet.' },
  followFeed: { fr: 'Suivre les publications (Atom)', en: 'Follow the publications (Atom)' },
  version: { fr: 'Version {n}, publiée le {date}', en: 'Version {n}, published on {date}' },
  oldVersion: {
    fr: 'Cette version a été corrigée depuis.',
    en: 'This version has been corrected since.',
  },
  currentVersion: { fr: 'Lire la version en vigueur', en: 'Read the current version' },
  versions: { fr: 'Versions', en: 'Versions' },
  versionShort: { fr: 'Version {n} du {date}', en: 'Version {n} of {date}' },
  whatChanged: {
    fr: 'Ce qui change de la version {before} à la version {n}',
    en: 'What changes from version {before} to version {n}',
  },
  previousMinutes: { fr: 'Rencontre précédente', en: 'Previous meeting' },
  nextMinutes: { fr: 'Rencontre suivante', en: 'Next meeting' },
  otherMinutes: { fr: 'Autres comptes rendus', en: 'Other minutes' },
  downloadWord: { fr: 'Télécharger en Word (.docx)', en: 'Download as Word (.docx)' },
  referenceDocument: {
    fr: 'Document de référence ({type}, {size})',
    en: 'Reference document ({type}, {size})',
  },
  files: { fr: 'Document mis en page', en: 'Laid-out document' },
  fileAsk: {
    fr: 'PDF ou Word, 10 Mo au plus. Il devient le document de référence de la version {n}\u00a0; ce que ses photos disent du lieu et de l’appareil en est retiré.',
    en: 'PDF or Word, 10 MB at most. It becomes the reference document of version {n}; what its photos say of the place and the camera is removed.',
  },
  fileSend: { fr: 'Déposer le fichier', en: 'Upload the file' },
  filesOff: {
    fr: 'Le dépôt de fichiers n’est pas en service (aucun espace R2).',
    en: 'Files cannot be uploaded here (no R2 bucket).',
  },
  changedSince: {
    fr: 'Le texte a changé depuis la version {n}\u00a0: le public lit encore celle-ci. Pour publier les changements, préparez une correction.',
    en: 'The text has changed since version {n}, which the public still reads. To publish the changes, prepare a correction.',
  },
  preview: { fr: 'Aperçu', en: 'Preview' },
  previewWhy: {
    fr: 'Ce que le public lira, tel que c’est écrit maintenant.',
    en: 'What the public will read, as it is written now.',
  },
  editMinutes: { fr: 'Corriger le texte', en: 'Edit the text' },
  consoleMinutes: { fr: 'Mise en page et diffusion', en: 'Layout and sending' },
  goingMinutes: { fr: 'Comptes rendus en cours', en: 'Minutes in progress' },
  notKept: {
    fr: 'Votre remarque n’a pas été enregistrée. La voici, pour l’envoyer à la coordination\u00a0:',
    en: 'Your comment was not kept. Here it is, to send to the coordination:',
  },
  review: { fr: 'Relecture', en: 'Review' },
  reviewUntil: { fr: 'Jusqu’au {date}.', en: 'Until {date}.' },
  reviewOver: { fr: 'Le délai de relecture est passé.', en: 'The time for review is over.' },
  reviewLink: { fr: 'Lien de relecture', en: 'Review link' },
  reviewLinkWhy: {
    fr: 'Envoyez-le à ceux qui étaient présents\u00a0: qui a ce lien peut lire et commenter.',
    en: 'Send it to those who were there: whoever has this link can read and comment.',
  },
  reviewTitle: { fr: 'Relire le compte-rendu', en: 'Review the minutes' },
  reviewAsk: {
    fr: 'Vous étiez là\u00a0? Dites ce qui manque ou n’est pas juste. Le coordinateur lit chaque remarque.',
    en: 'Were you there? Say what is missing or not right. The coordinator reads each comment.',
  },
  reviewClosed: { fr: 'La relecture est terminée.', en: 'The review is over.' },
  comments: { fr: 'Remarques', en: 'Comments' },
  noComment: { fr: 'Aucune remarque pour l’instant.', en: 'No comment so far.' },
  commentName: { fr: 'Prénom et nom', en: 'Full name' },
  commentOrganisation: { fr: 'Organisation', en: 'Organisation' },
  commentText: { fr: 'Votre remarque', en: 'Your comment' },
  commentSend: { fr: 'Envoyer la remarque', en: 'Send the comment' },
  commentThanks: { fr: 'Merci, votre remarque est reçue.', en: 'Thank you, your comment is received.' },
  sendings: { fr: 'Envois', en: 'Sendings' },
  noSending: { fr: 'Rien n’a encore été envoyé.', en: 'Nothing was sent yet.' },
  heldWhy: {
    fr: 'La liste n’a pas répondu clairement\u00a0: le message est peut-être arrivé. Regardez dans votre messagerie ou dans les archives de la liste.',
    en: 'The list gave no clear answer: the message may have arrived. Look into your mail or the list’s archive.',
  },
  heldArrived: { fr: 'Il est arrivé', en: 'It arrived' },
  heldAgain: { fr: 'Envoyer de nouveau', en: 'Send it again' },
  snippet: { fr: 'Extrait pour le site', en: 'Snippet for the website' },
  snippetAbout: {
    fr: 'La liste des comptes rendus, à coller dans une page de la plateforme.',
    en: 'The list of minutes, to paste into a page of the platform.',
  },
  snippetWhy: {
    fr: 'À coller dans une page du site de la plateforme. Il liste les derniers comptes rendus\u00a0; recollez-le après chaque publication, ou suivez le flux Atom.',
    en: 'To paste into a page of the platform’s website. It lists the latest minutes; paste it again after each publication, or follow the Atom feed.',
  },
} as const satisfies Record<string, Text>
