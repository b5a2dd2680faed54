import type { Text } from '../form/text.ts'

export const consentWords = {
  consents: { fr: 'Vos accords', en: 'What you agreed to' },
  consentsTheirs: { fr: 'Accords donnés', en: 'What was agreed to' },
  consentWithdrawTheirs: { fr: 'Retirer cet accord', en: 'Withdraw this agreement' },
  consentGivenAt: { fr: 'Donné le {date}.', en: 'Given on {date}.' },
  consentDeclared: {
    fr: 'Déclaré le {date} par la coordination.',
    en: 'Declared on {date} by the coordination.',
  },
  consentWithdraw: { fr: 'Retirer mon accord', en: 'Withdraw my agreement' },
  consentTitle: { fr: 'Retirer votre accord', en: 'Withdraw your agreement' },
  consentOf: { fr: 'Vous aviez accepté\u00a0: {label}', en: 'You had agreed: {label}' },
  consentPublishes: {
    fr: 'Ces réponses ne seront plus montrées à tout le monde, ni ici ni dans ce qui est déjà publié\u00a0: {fields}. La fiche reste, et vous êtes toujours compté.',
    en: 'These answers will no longer be shown to everyone, neither here nor in what is published already: {fields}. The record stays, and you are still counted.',
  },
  consentKeeps: {
    fr: 'Ces réponses seront effacées, leurs valeurs d’avant aussi, et ne pourront pas être rétablies\u00a0: {fields}. Le reste de la fiche est gardé.',
    en: 'These answers will be erased, with their past values, and cannot be restored: {fields}. The rest of the record is kept.',
  },
  consentConfirm: { fr: 'Oui, retirer mon accord', en: 'Yes, withdraw my agreement' },
  consentKeep: { fr: 'Non, ne rien changer', en: 'No, change nothing' },
  'happened.consent.withdrawn': { fr: 'Accord retiré', en: 'Agreement withdrawn' },
  consentGone: { fr: 'Votre accord est retiré.', en: 'Your agreement is withdrawn.' },
  consentRegister: { fr: 'Registre des accords (CSV)', en: 'Register of agreements (CSV)' },
  consentRegisterAbout: {
    fr: 'Qui a accepté quoi, quand, après avoir lu quel texte, et jusqu’à quand\u00a0; les fiches y sont nommées par leur référence.',
    en: 'Who agreed to what, when, having read which text, and until when; records are named by their reference.',
  },
} as const satisfies Record<string, Text>
