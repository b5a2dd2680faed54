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

  confirmBox: { fr: 'Oui, je confirme', en: 'Yes, I confirm' },
  confirmMissing: { fr: 'Cochez la case pour confirmer.', en: 'Tick the box to confirm.' },

  sheet: { fr: 'La feuille', en: 'The sheet' },
  sheetAbout: {
    fr: 'Son état, les corrections à décider, les lignes retirées.',
    en: 'How it is doing, corrections to decide, rows taken out.',
  },
  sheetDone: { fr: 'C’est fait. Voici où en est la feuille.', en: 'Done. Here is how the sheet stands.' },
  parkedTitle: {
    fr: 'La feuille attend une intervention',
    en: 'The sheet is waiting for someone to act',
  },
  parkedThen: {
    fr: 'Quand c’est fait, appuyez sur « Synchroniser maintenant » : rien n’a été perdu, tout ce qui attend part alors.',
    en: 'Once that is done, press “Synchronise now”: nothing was lost, and all that waits goes then.',
  },
  errorPasses: {
    fr: 'Recueil réessaie de lui-même, de plus en plus rarement ; la feuille se rattrape ensuite. Vous n’avez rien à faire, à moins que cela ne dure plus d’une heure.',
    en: 'Recueil tries again by itself, less and less often; the sheet then catches up. There is nothing to do, unless it lasts for more than an hour.',
  },
  sheetSilent: {
    fr: 'La feuille n’a pas été relue depuis plus d’un quart d’heure, alors qu’elle l’est chaque minute. Appuyez sur « Synchroniser maintenant » ; si rien ne change, prévenez qui entretient Recueil.',
    en: 'The sheet was not read for more than a quarter of an hour, though it is each minute. Press “Synchronise now”; if nothing changes, tell whoever maintains Recueil.',
  },
  waitingWhich: {
    fr: 'Celles qui attendent depuis le plus longtemps',
    en: 'Those that have waited longest',
  },
  waitingSince: { fr: 'depuis le {date}', en: 'since {date}' },
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

  decisions: { fr: 'Corrections à décider', en: 'Corrections to decide' },
  decisionsNone: { fr: 'Aucune n’attend.', en: 'None is waiting.' },
  decisionsWhy: {
    fr: 'Ce que la feuille a voulu et que la fiche a refusé, ou changé au même moment. Un clic décide ; la fiche suit ses règles, et la feuille la fiche.',
    en: 'What the sheet wanted and the record refused, or changed at the same time. One click decides; the record follows its rules, and the sheet the record.',
  },
  decisionsMore: { fr: 'Et {n} plus anciennes.', en: 'And {n} older ones.' },
  decisionsNotice: {
    fr: 'Corrections de la feuille à décider : {n}',
    en: 'Corrections of the sheet to decide: {n}',
  },
  decisionsLeave: {
    fr: 'Laisser toutes ces fiches comme elles sont',
    en: 'Leave all these records as they are',
  },
  decisionsLeaveWhy: {
    fr: 'Les corrections listées ci-dessus sont décidées d’un coup : aucune fiche ne change. Le journal garde les deux valeurs de chacune.',
    en: 'The corrections listed above are all decided: no record changes. The log keeps both values of each.',
  },
  decision: { fr: 'Décision', en: 'Decision' },
  decisionDone: { fr: 'C’est décidé.', en: 'Decided.' },
  decisionRefused: {
    fr: 'La fiche {row} n’a pas pu prendre cette valeur.',
    en: 'Record {row} could not take this value.',
  },
  keepRecord: { fr: 'Garder la valeur de la fiche', en: 'Keep the record’s value' },
  keepSheet: { fr: 'Garder la valeur de la feuille', en: 'Keep the sheet’s value' },
  keepPresent: { fr: 'Garder la fiche comme elle est', en: 'Keep the record as it is' },
  takeSheet: { fr: 'Prendre la valeur de la feuille', en: 'Take the sheet’s value' },
  takeRecord: { fr: 'Reprendre la valeur de la fiche', en: 'Take the record’s value back' },
  presentIs: { fr: 'La fiche a changé depuis :', en: 'The record has changed since:' },
  presentGone: {
    fr: 'La fiche n’a plus cette cellule.',
    en: 'The record has no such cell any more.',
  },
  decidedSheet: { fr: 'Décidé : la valeur de la feuille', en: 'Decided: the sheet’s value' },
  decidedRecord: { fr: 'Décidé : la valeur de la fiche', en: 'Decided: the record’s value' },

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
  'sheet.settled': { fr: 'Décision', en: 'Decision' },
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
