import type { Text } from '../form/text.ts'

export const publishingWords = {
  publicView: { fr: 'Ce que le public verra', en: 'What the public will see' },
  publicViewLead: {
    fr: 'Rien n’est encore publié. Relisez, puis confirmez en bas de la page.',
    en: 'Nothing is published yet. Read it again, then confirm at the bottom of the page.',
  },
  publicViewChanged: {
    fr: 'La fiche a changé entre-temps\u00a0: voici ce que le public verrait maintenant.',
    en: 'The record has changed in the meantime: here is what the public would see now.',
  },
  publicWarnings: { fr: 'À regarder avant de publier', en: 'To look at before publishing' },
  publicWarningsWhy: {
    fr: 'Publiez ces données si la personne est d’accord\u00a0; sinon, corrigez d’abord le texte.',
    en: 'Publish these data if the person agrees; if not, correct the text first.',
  },
  'publicWarning.phone': { fr: 'Numéro de téléphone', en: 'Phone number' },
  'publicWarning.email': { fr: 'Adresse électronique', en: 'E-mail address' },
  'publicWarning.name': {
    fr: 'Nom d’une personne dont l’accord n’est pas connu',
    en: 'Name of a person who is not known to agree',
  },
  publicWarningAt: { fr: '{kind}\u00a0: {text} ({label})', en: '{kind}: {text} ({label})' },
  publicNoWarning: {
    fr: 'Aucun numéro, aucune adresse ni aucun nom sans accord n’a été trouvé dans les textes\u00a0; relisez tout de même.',
    en: 'No number, address or name without agreement was found in the texts; read it again all the same.',
  },
  publicRead: {
    fr: 'J’ai relu, et ces données peuvent être publiques',
    en: 'I have read it again, and these data may be public',
  },
  publicReadFirst: {
    fr: 'Cochez d’abord que vous avez relu.',
    en: 'First tick that you have read it again.',
  },
  publicCorrect: { fr: 'Corriger d’abord', en: 'Correct it first' },
} as const satisfies Record<string, Text>
