import type { Text } from '../form/text.ts'

/** The words of the group's settings; part of `words.ts`. */
export const settingsWords = {
  settings: { fr: 'Réglages du groupe', en: 'Settings of the group' },
  settingsLead: {
    fr: 'Ce qui est écrit ici vaut aussitôt, partout. Une case vide laisse ce que dit la configuration.',
    en: 'What is written here counts at once, everywhere. An empty box leaves what the configuration says.',
  },
  settingsSave: { fr: 'Enregistrer les réglages', en: 'Save the settings' },
  settingsSaved: { fr: 'Les réglages sont enregistrés.', en: 'The settings are saved.' },
  settingsStaleTitle: {
    fr: 'Les réglages ont changé entre-temps',
    en: 'The settings have changed in the meantime',
  },
  settingsStale: {
    fr: 'Quelqu’un les a modifiés pendant que vous écriviez. Ce que vous avez écrit est toujours ci-dessous, pas encore enregistré. Comparez, corrigez si besoin, puis enregistrez.',
    en: 'Someone changed them while you were typing. What you typed is still below, not saved yet. Compare, correct if needed, then save.',
  },
  settingsChanges: { fr: 'Ce qui a été changé', en: 'What was changed' },
  settingsNever: { fr: 'Rien n’a encore été réglé.', en: 'Nothing was set yet.' },
  settingsMost: {
    fr: 'Le plus récent d’abord, {n} au plus\u00a0; le journal garde tout.',
    en: 'Latest first, {n} at most; the log keeps all.',
  },
  settingsChange: { fr: 'Changement', en: 'Change' },
  settingsErased: {
    fr: 'Effacé avec une personne qui y était nommée',
    en: 'Erased with a person who was named in it',
  },
  settingsUndo: { fr: 'Rétablir', en: 'Undo' },
  settingsUndoWhy: {
    fr: 'ce qui était réglé avant ce changement',
    en: 'back to what was set before this change',
  },
} as const satisfies Record<string, Text>
