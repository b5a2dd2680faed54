import type { Text } from '../form/text.ts'

/** The words of the coordination's pages; part of `words.ts`. */
export const coordinationWords = {
  coordination: { fr: 'Coordination', en: 'Coordination' },
  coordinationLead: {
    fr: 'Votre travail se fait dans la feuille\u00a0; ici, ce qu’une feuille ne sait pas faire.',
    en: 'Your work is done in the sheet; here is what a sheet cannot do.',
  },
  attention: { fr: 'À régler', en: 'To be settled' },
  noAttention: { fr: 'Rien n’attend votre décision.', en: 'Nothing is waiting for you.' },
  brakedNotice: {
    fr: 'Onglet «\u00a0{title}\u00a0»\u00a0: {n} lignes ont disparu d’un coup.',
    en: 'Tab “{title}”: {n} rows vanished at once.',
  },
  quarantinedNotice: { fr: 'Fiches que Google refuse\u00a0: {n}', en: 'Records that Google refuses: {n}' },
  errorNotice: { fr: 'Dernière erreur\u00a0: {message}', en: 'Last error: {message}' },
  tools: { fr: 'Outils', en: 'Tools' },

  sheet: { fr: 'La feuille', en: 'The sheet' },
  sheetAbout: {
    fr: 'Son état, les lignes retirées, les corrections refusées.',
    en: 'How it is doing, rows taken out, corrections refused.',
  },
  sheetDone: { fr: 'C’est fait. Voici où en est la feuille.', en: 'Done. Here is how the sheet stands.' },
  parkedTitle: {
    fr: 'La feuille attend une intervention',
    en: 'The sheet is waiting for someone to act',
  },
  noSheet: {
    fr: 'Les fiches sont reçues et gardées\u00a0; ce que la feuille montrerait attend. Pour en relier une\u00a0:',
    en: 'Records are received and kept; what the sheet would show is waiting. To connect one:',
  },
  lastPass: { fr: 'Dernier passage (heure de Dakar)', en: 'Last pass (Dakar time)' },
  never: { fr: 'Aucun encore', en: 'None yet' },
  waiting: { fr: 'Fiches en attente', en: 'Records waiting' },
  calls: { fr: 'Appels à Google', en: 'Calls to Google' },
  callCounts: {
    fr: 'Lectures\u00a0: {reads}, écritures\u00a0: {writes}',
    en: 'Reads: {reads}, writes: {writes}',
  },
  lastError: { fr: 'Dernière erreur', en: 'Last error' },
  noError: { fr: 'Aucune', en: 'None' },
  openSheet: { fr: 'Ouvrir le classeur', en: 'Open the spreadsheet' },
  syncNow: { fr: 'Synchroniser maintenant', en: 'Synchronise now' },

  brakedTitle: { fr: 'Onglet «\u00a0{title}\u00a0»', en: 'Tab “{title}”' },
  restoreRows: { fr: 'Remettre les {n} lignes', en: 'Put the {n} rows back' },
  acceptRemoval: { fr: 'Elles étaient à retirer', en: 'They were meant to go' },
  withdrawn: { fr: 'Lignes retirées de la feuille', en: 'Rows taken out of the sheet' },
  withdrawnWhy: {
    fr: 'Elles ont été supprimées dans le classeur. Les fiches, elles, sont gardées.',
    en: 'They were deleted in the spreadsheet. The records themselves are kept.',
  },
  since: { fr: 'Depuis le', en: 'Since' },
  restoreRow: { fr: 'Remettre dans la feuille', en: 'Put back in the sheet' },
  toDo: { fr: 'Que faire', en: 'What to do' },
  quarantined: { fr: 'Fiches que Google refuse', en: 'Records that Google refuses' },
  quarantinedWhy: {
    fr: 'Elles manquent dans la feuille, ou n’y sont pas à jour, jusqu’à leur prochaine correction.',
    en: 'They are missing from the sheet, or out of date there, until they are next corrected.',
  },

  sheetEvents: { fr: 'Ce qui s’est passé dans la feuille', en: 'What happened in the sheet' },
  sheetEventsWhy: { fr: 'Le plus récent d’abord, {n} au plus.', en: 'Latest first, {n} at most.' },
  noSheetEvent: { fr: 'Rien jusqu’ici.', en: 'Nothing so far.' },
  eventDate: { fr: 'Date', en: 'Date' },
  sheetRow: { fr: 'Ligne', en: 'Row' },
  sheetColumn: { fr: 'Colonne', en: 'Column' },
  sheetTab: { fr: 'Onglet', en: 'Tab' },
  inSheet: { fr: 'Dans la feuille', en: 'In the sheet' },
  inRecord: { fr: 'Dans la fiche', en: 'In the record' },
  why: { fr: 'Motif', en: 'Reason' },
  'sheet.refused': { fr: 'Correction refusée', en: 'Correction refused' },
  'sheet.conflict': { fr: 'Changée des deux côtés', en: 'Changed on both sides' },
  'sheet.withdrawn': { fr: 'Ligne retirée', en: 'Row taken out' },
  'sheet.restored': { fr: 'Ligne remise', en: 'Row put back' },
  'sheet.braked': { fr: 'Onglet en pause', en: 'Tab on hold' },

  faster: { fr: 'Des corrections prises en compte tout de suite', en: 'Corrections taken at once' },
  fasterWhy: {
    fr: 'Recueil relit la feuille toutes les 10 secondes quand on y travaille, chaque minute sinon. Un petit script posé dans le classeur le prévient aussitôt. C’est facultatif. La marche à suivre\u00a0:',
    en: 'Recueil reads the sheet every 10 seconds while someone works in it, every minute otherwise. A small script in the spreadsheet tells it at once. It is optional. How to install it:',
  },
  scriptSettings: { fr: 'L’adresse et le secret du script', en: 'The script’s address and secret' },
  scriptAddress: { fr: 'Adresse', en: 'Address' },
  scriptSecret: { fr: 'Secret', en: 'Secret' },
  scriptSecretWhy: {
    fr: 'Ce secret ne permet qu’une chose\u00a0: demander à Recueil de lire la feuille. Ne le publiez pas.',
    en: 'This secret allows one thing: asking Recueil to read the sheet. Do not publish it.',
  },
} as const satisfies Record<string, Text>
