import type { Text } from '../form/text.ts'

/** The words about personal data; part of `words.ts`. Those of the notices themselves are in `src/privacy`. */
export const privacyWords = {
  noticeMore: {
    fr: 'Qui les voit, combien de temps, vos droits',
    en: 'Who sees them, for how long, your rights',
  },
  noticeIncomplete: {
    fr: 'Cet avis est incomplet tant que les réglages du groupe ne donnent pas\u00a0: {missing}. Seule la coordination voit cette remarque.',
    en: 'This notice is incomplete until the group’s settings give: {missing}. The coordination alone sees this remark.',
  },
  missing_controller: { fr: 'le responsable du traitement', en: 'the controller' },
  missing_contact: { fr: 'le contact pour les données personnelles', en: 'the contact about personal data' },
  missing_receipt: { fr: 'le récépissé de la CDP', en: 'the CDP’s receipt' },
  register: { fr: 'Registre des traitements', en: 'Register of treatments' },
  registerAbout: {
    fr: 'À joindre à la déclaration à la CDP ; registre de l’article 30 du RGPD. Page et fichier Word.',
    en: 'To be annexed to the declaration to the CDP; records of GDPR article 30. A page and a Word file.',
  },
  dataLead: {
    fr: 'Ce que chaque formulaire demande de personnel, pourquoi, qui le voit et combien de temps. Ces données ne sont ni vendues ni utilisées à autre chose.',
    en: 'What each form asks that is personal, why, who sees it and for how long. These data are neither sold nor used for anything else.',
  },
  dataNothing: { fr: 'Aucune donnée personnelle n’est demandée.', en: 'No personal data are asked.' },
  onDevice: { fr: 'Sur votre téléphone ou votre ordinateur', en: 'On your phone or computer' },
  onDeviceText: {
    fr: 'Un formulaire commencé y est gardé comme brouillon jusqu’à l’envoi, puis dans le seul onglet jusqu’à sa fermeture, pour qui revient en arrière. Sur un appareil partagé, utilisez le bouton «\u00a0Effacer le brouillon\u00a0» et fermez l’onglet. Un seul témoin (cookie) retient la langue. Aucune mesure d’audience, rien ne vient d’un autre site.',
    en: 'A form you began is kept there as a draft until it is sent, then in the tab alone until you close it, for whoever goes back. On a shared device, use the “Erase the draft” button and close the tab. A single cookie remembers the language. No audience measurement, nothing comes from another site.',
  },
} as const satisfies Record<string, Text>
