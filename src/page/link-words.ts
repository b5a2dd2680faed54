import type { Text } from '../form/text.ts'

/** The words about personal links, for coordinators; part of `words.ts`. */
export const linkWords = {
  editLinkLive: {
    fr: 'Qui l’a peut corriger la fiche. Valable jusqu’au {date}, et plus longtemps si la fiche change.',
    en: 'Whoever has it can correct the record. Valid until {date}, and longer if the record changes.',
  },
  editLinkLost: {
    fr: 'Ce lien reste valable jusqu’au {date}, mais ne peut plus être montré\u00a0: le secret du site a changé. Pour en donner un, renouvelez-le.',
    en: 'This link is valid until {date} still, but cannot be shown any more: the site’s secret was changed. To give one, renew it.',
  },
  editLinkExpired: {
    fr: 'Ce lien a expiré le {date}\u00a0: plus personne ne corrige cette fiche par lui.',
    en: 'This link expired on {date}: nobody corrects this record by it any more.',
  },
  editLinkRevoked: {
    fr: 'Ce lien a été annulé le {date}\u00a0: plus personne ne corrige cette fiche par lui.',
    en: 'This link was ended on {date}: nobody corrects this record by it any more.',
  },
  linkRenew: { fr: 'Renouveler le lien', en: 'Renew the link' },
  linkRenewWhy: {
    fr: 'Le lien actuel ne s’ouvrira plus\u00a0; le nouveau est à envoyer.',
    en: 'The present link will not open any more; the new one is to be sent.',
  },
  linkRevoke: { fr: 'Annuler le lien', en: 'End the link' },
  linkRevokeWhy: {
    fr: 'Le lien ne s’ouvrira plus, pour personne. Vous pourrez en faire un nouveau.',
    en: 'The link will not open any more, for anybody. You can make a new one.',
  },
  linkConfirm: { fr: 'Oui\u00a0: {action}', en: 'Yes: {action}' },
  linkNone: { fr: 'Lien annulé ou expiré.', en: 'Link ended or expired.' },
  linkUntil: { fr: 'Valable jusqu’au {date}.', en: 'Valid until {date}.' },
  'happened.link.renewed': { fr: '{link}\u00a0: renouvelé', en: '{link}: renewed' },
  'happened.link.revoked': { fr: '{link}\u00a0: annulé', en: '{link}: ended' },
  'link.edit': { fr: 'Lien de correction', en: 'Edit link' },
  'link.write': { fr: 'Lien de rédaction', en: 'Note-taker’s link' },
  'link.comment': { fr: 'Lien de relecture', en: 'Review link' },
  'link.answer': { fr: 'Lien d’une organisation', en: 'Link of an organisation' },
} as const satisfies Record<string, Text>
