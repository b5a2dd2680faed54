import type { Text } from '../form/text.ts'
import type { DeliveryState, SendError } from '../webhook/endpoint.ts'

const states: Readonly<Record<`delivery.${DeliveryState}`, Text>> = {
  'delivery.waiting': { fr: 'En attente', en: 'Waiting' },
  'delivery.sending': { fr: 'Envoi en cours', en: 'Being sent' },
  'delivery.held': { fr: 'En attente de votre décision', en: 'Waiting for your decision' },
  'delivery.delivered': { fr: 'Remis', en: 'Delivered' },
  'delivery.failed': { fr: 'Échec', en: 'Failed' },
  'delivery.cancelled': { fr: 'Annulé', en: 'Cancelled' },
}

const errors: Readonly<Record<`sendError.${SendError}`, Text>> = {
  'sendError.timeout': { fr: 'Pas de réponse à temps', en: 'No answer in time' },
  'sendError.unreachable': { fr: 'Serveur injoignable', en: 'The server cannot be reached' },
  'sendError.address': { fr: 'Adresse qui n’est pas permise', en: 'The address is not allowed' },
  'sendError.secret': { fr: 'Le secret gardé ne s’ouvre pas', en: 'The secret kept does not open' },
  'sendError.refused': { fr: 'Le service de courriel a refusé', en: 'The mail service refused' },
  'sendError.unclear': {
    fr: 'Le service de courriel n’a pas dit s’il l’a pris',
    en: 'The mail service did not say whether it took it',
  },
  'sendError.unavailable': { fr: 'Pas de service de courriel', en: 'There is no mail service' },
  'sendError.interrupted': { fr: 'L’envoi a été interrompu', en: 'The sending was interrupted' },
}

/** The words of the console’s pages about what was sent to endpoints; part of `words.ts`. */
export const deliveryWords = {
  ...states,
  ...errors,
  deliveries: { fr: 'Journal des envois', en: 'Log of deliveries' },
  deliveriesNone: { fr: 'Aucun envoi.', en: 'No delivery.' },
  deliveriesAll: { fr: 'Tous', en: 'All' },
  deliveriesShow: { fr: 'Afficher', en: 'Show' },
  deliveriesNext: { fr: 'Envois plus anciens', en: 'Older deliveries' },
  delivery: { fr: 'Envoi', en: 'Delivery' },
  deliveryEvent: { fr: 'Événement', en: 'Event' },
  deliveryState: { fr: 'État', en: 'State' },
  deliveryNext: { fr: 'prochain essai le {date}', en: 'next attempt {date}' },
  deliveryPayload: { fr: 'Contenu envoyé', en: 'Content sent' },
  deliveryRecord: { fr: 'Fiche', en: 'Record' },
  deliveryReplay: { fr: 'Renvoyer', en: 'Send again' },
  deliverySettle: { fr: 'Il est arrivé', en: 'It arrived' },
  deliveryHeldWhy: {
    fr: 'Il est peut-être arrivé\u00a0; envoyé de nouveau, il pourrait arriver deux fois. Regardez la liste, puis décidez.',
    en: 'It may have arrived; sent again, it might arrive twice. Look at the list, then decide.',
  },
  deliveryTwiceWhy: {
    fr: 'Ce message a été remis : envoyé de nouveau, la liste le recevra deux fois.',
    en: 'This message was delivered: sent again, the list gets it twice.',
  },
  deliveryGoing: {
    fr: 'L’envoi est en route\u00a0; cette page se recharge toute seule.',
    en: 'The delivery is under way; this page reloads by itself.',
  },
  deliveryLate: {
    fr: 'Rien encore. Rechargez cette page dans un moment.',
    en: 'Nothing yet. Reload this page in a while.',
  },
  recordFiles: { fr: 'Fichiers', en: 'Files' },
  recordSendings: { fr: 'Envois de cette fiche', en: 'Deliveries of this record' },
  recordSendingsWhy: {
    fr: 'À qui elle a été annoncée, le plus récent d’abord, {n} au plus.',
    en: 'Whom it was told to, latest first, {n} at most.',
  },
  attempts: { fr: 'Essais', en: 'Attempts' },
  attemptsNone: { fr: 'Aucun essai encore.', en: 'No attempt yet.' },
  attemptStatus: { fr: 'réponse {status}', en: 'answer {status}' },
  attemptMilliseconds: { fr: '{n}\u00a0ms', en: '{n}\u00a0ms' },
} as const satisfies Record<string, Text>
