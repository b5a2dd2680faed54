import type { Text } from '../form/text.ts'

/** The words of the page that verifies the log; part of `words.ts`. */
export const auditWords = {
  audit: { fr: 'Le journal', en: 'The log' },
  auditAbout: {
    fr: 'Vérifier que rien de ce qui s’est passé n’a été réécrit.',
    en: 'Verify that nothing that happened was rewritten.',
  },
  auditLead: {
    fr: 'Chaque événement est scellé avec l’empreinte de celui qui le précède. Si quelqu’un change, ajoute ou retire quelque chose dans la base de données, la vérification dit où.',
    en: 'Each event is sealed with the head of the one before it. If someone changes, adds or removes anything in the database, the verification says where.',
  },
  auditVerify: { fr: 'Vérifier tout le journal', en: 'Verify the whole log' },
  auditGoOn: { fr: 'Continuer la vérification', en: 'Go on verifying' },
  auditWhole: {
    fr: 'Rien n’a été changé\u00a0: les {n} événements scellés sont tels qu’ils l’ont été. Vérification commencée le {moment}.',
    en: 'Nothing was changed: the {n} sealed events are as they were. Verification begun on {moment}.',
  },
  auditPart: {
    fr: 'Rien n’a été changé jusqu’à l’événement {n} sur {total}.',
    en: 'Nothing was changed up to event {n} of {total}.',
  },
  auditFaults: { fr: 'Le journal a été changé', en: 'The log was changed' },
  auditFault: { fr: 'Événement {seq}\u00a0: {what}', en: 'Event {seq}: {what}' },
  auditBefore: {
    fr: 'Anomalies trouvées avant l’événement {seq}\u00a0: {n}',
    en: 'Anomalies found before event {seq}: {n}',
  },
  auditMore: { fr: 'Et {n} autres ici.', en: 'And {n} more here.' },
  auditWhatNow: {
    fr: 'Prévenez la personne qui maintient Recueil et ne supprimez rien\u00a0: la base de données peut être comparée à une copie d’avant.',
    en: 'Tell the person who maintains Recueil and delete nothing: the database can be compared with an earlier copy.',
  },
  'auditFault.missing': { fr: 'il n’y est plus.', en: 'it is no longer there.' },
  'auditFault.unsealed': {
    fr: 'il n’est pas scellé et devrait l’être.',
    en: 'it is not sealed and should be.',
  },
  'auditFault.changed': {
    fr: 'son contenu n’est plus celui qui a été scellé.',
    en: 'its content is not what was sealed.',
  },
  'auditFault.unexplained': {
    fr: 'du contenu a été effacé sans qu’un effacement soit inscrit.',
    en: 'content was taken away and no erasure says so.',
  },
  'auditFault.broken': {
    fr: 'ce qu’il dit ou son scellé a été changé.',
    en: 'what it says, or its seal, was changed.',
  },
  'auditFault.noted': {
    fr: 'son empreinte n’est pas celle qui a été notée ce jour-là.',
    en: 'its head is not the one that was noted that day.',
  },

  auditEvents: { fr: 'Événements', en: 'Events' },
  auditSealed: { fr: 'Scellés jusqu’à', en: 'Sealed up to' },
  auditSealedOn: { fr: 'n°\u00a0{seq}, le {moment}', en: 'no. {seq}, on {moment}' },
  auditNone: { fr: 'Aucun encore', en: 'None yet' },
  auditWaiting: { fr: 'Pas encore scellés', en: 'Not sealed yet' },
  auditBlanked: { fr: 'Dont le contenu a été effacé', en: 'With content erased' },
  auditHead: { fr: 'Empreinte', en: 'Head' },

  auditCompare: { fr: 'Comparer une empreinte notée ailleurs', en: 'Compare a head noted elsewhere' },
  auditCompareWhy: {
    fr: 'L’onglet «\u00a0Journal\u00a0» de la feuille en garde une par jour. Si elle est encore la même ici et que la vérification ne trouve rien, personne n’a réécrit ce qui précède.',
    en: 'The tab “Journal” of the sheet keeps one a day. If it is still the same here and the verification finds nothing, nobody rewrote what comes before.',
  },
  auditSeq: { fr: 'Numéro de l’événement', en: 'Number of the event' },
  auditCompareNow: { fr: 'Comparer', en: 'Compare' },
  'auditNoted.same': {
    fr: 'L’empreinte de l’événement {seq} est bien celle-là.',
    en: 'The head of event {seq} is that one.',
  },
  'auditNoted.other': {
    fr: 'L’empreinte de l’événement {seq} est une autre\u00a0: ce qui précède a été réécrit depuis, ou l’empreinte a été mal recopiée.',
    en: 'The head of event {seq} is another one: what comes before was rewritten since, or the head was not copied right.',
  },
  'auditNoted.unknown': {
    fr: 'Aucun événement {seq} n’est scellé ici\u00a0: le numéro a été mal recopié, ou la fin du journal a été retirée.',
    en: 'No event {seq} is sealed here: the number was not copied right, or the end of the log was removed.',
  },
  auditUnreadable: {
    fr: 'Recopiez le numéro de l’événement et les 64 caractères de l’empreinte.',
    en: 'Copy the event’s number and the 64 characters of the head.',
  },
  auditDays: { fr: 'Empreintes des derniers jours', en: 'Heads of the last days' },
  auditDay: { fr: 'Jour', en: 'Day' },
  auditEvent: { fr: 'Événement', en: 'Event' },
} as const satisfies Record<string, Text>
