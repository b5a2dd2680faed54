import type { Text } from '../form/text.ts'

/** The words about personal data; part of `words.ts`. Those of the notices themselves are in `src/privacy`. */
export const privacyWords = {
  noticeMore: {
    fr: 'Qui les voit, combien de temps, vos droits',
    en: 'Who sees them, for how long, your rights',
  },
  noticeIncomplete: {
    fr: 'Cette page est incomplète tant que les réglages du groupe ne donnent pas\u00a0: {missing}. Seule la coordination voit cette remarque.',
    en: 'This page is incomplete until the group’s settings give: {missing}. The coordination alone sees this remark.',
  },
  'missing.controller': { fr: 'le responsable du traitement', en: 'the controller' },
  'missing.contact': {
    fr: 'le contact pour les données personnelles',
    en: 'the contact about personal data',
  },
  'missing.receipt': { fr: 'le récépissé de la CDP', en: 'the CDP’s receipt' },
  register: { fr: 'Registre des traitements', en: 'Register of treatments' },
  registerAbout: {
    fr: 'À joindre à la déclaration à la CDP ; registre de l’article 30 du RGPD. Page et fichier Word.',
    en: 'To be annexed to the declaration to the CDP; records of GDPR article 30. A page and a Word file.',
  },
  retention: { fr: 'Durées de conservation', en: 'How long data are kept' },
  retentionAbout: {
    fr: 'Ce dont la durée est passée, liste d’abord ; puis l’effacement, une fois confirmé.',
    en: 'What is over, listed first; then its erasure, once confirmed.',
  },
  retentionDry: {
    fr: 'Voici ce dont la durée est passée aujourd’hui. Rien n’est effacé tant que vous ne l’avez pas demandé plus bas.',
    en: 'This is what is over today. Nothing is erased until you ask for it below.',
  },
  retentionOn: {
    fr: 'Ce dont la durée est passée est effacé, quelques fiches tous les quarts d’heure. Voici ce qui reste à effacer.',
    en: 'What is over is being erased, a few records every quarter of an hour. This is what is left to erase.',
  },
  retentionWhat: { fr: 'Formulaire et finalité', en: 'Form and purpose' },
  retentionPeriod: { fr: 'Durée', en: 'Period' },
  retentionDue: { fr: 'Fiches échues', en: 'Records that are due' },
  retentionFailed: {
    fr: '(échec le {when}\u00a0; nouvel essai sept jours après)',
    en: '(failed on {when}; tried again seven days later)',
  },
  retentionResponses: {
    fr: 'Réponses de destinataires de plus de {days} jours, dans le journal des envois : {n}. Elles sont effacées dans tous les cas ; l’envoi et son résultat restent.',
    en: 'Answers of receivers older than {days} days, in the log of deliveries: {n}. They are erased in any case; the delivery and its outcome stay.',
  },
  retentionStart: { fr: 'Effacer ce qui est échu', en: 'Erase what is over' },
  retentionWarning: {
    fr: 'Les fiches listées, puis celles qui viendront à échéance, perdent les réponses de cette finalité, leur historique compris, ou sont effacées en entier là où la durée le dit. Cela ne peut pas être défait. Pour garder plus longtemps, changez d’abord la durée dans les réglages du groupe.',
    en: 'The records listed, and those that come to be due, lose the answers of that purpose, their history included, or are erased whole where the period says so. This cannot be undone. To keep them longer, first change the period in the group’s settings.',
  },
  retentionSure: {
    fr: 'J’ai lu la liste, et ce qui doit être gardé a été mis à part',
    en: 'I have read the list, and what must be kept was put aside',
  },
  retentionUnsure: {
    fr: 'Cochez la case pour dire que vous avez lu la liste',
    en: 'Tick the box to say that you have read the list',
  },
  retentionSince: { fr: 'En marche depuis le {when} ({by}).', en: 'Running since {when} ({by}).' },
  retentionStop: { fr: 'Ne plus rien effacer', en: 'Erase nothing more' },
  dataLead: {
    fr: 'Ce que chaque formulaire demande de personnel, pourquoi, qui le voit et combien de temps. Ces données ne sont ni vendues ni utilisées à autre chose.',
    en: 'What each form asks that is personal, why, who sees it and for how long. These data are neither sold nor used for anything else.',
  },
  dataNothing: { fr: 'Aucune donnée personnelle n’est demandée.', en: 'No personal data are asked.' },
  keptApart: { fr: 'Ce qui est gardé à part', en: 'What is kept apart' },
  onDevice: { fr: 'Sur votre téléphone ou votre ordinateur', en: 'On your phone or computer' },
  onDeviceText: {
    fr: 'Un formulaire commencé y est gardé comme brouillon jusqu’à l’envoi, puis dans le seul onglet jusqu’à sa fermeture, pour qui revient en arrière. Sur un appareil partagé, utilisez le bouton «\u00a0Effacer le brouillon\u00a0» et fermez l’onglet. Deux témoins (cookies) y sont gardés\u00a0: la langue, et pendant une semaine la clé du lien personnel que vous y ouvrez. Aucune mesure d’audience, rien ne vient d’un autre site.',
    en: 'A form you began is kept there as a draft until it is sent, then in the tab alone until you close it, for whoever goes back. On a shared device, use the “Erase the draft” button and close the tab. Two cookies are kept there: the language, and for a week the key of the personal link that you open there. No audience measurement, nothing comes from another site.',
  },
} as const satisfies Record<string, Text>
