import type { Text } from '../form/text.ts'

/** The words of the console's menu; part of `words.ts`. */
export const consoleWords = {
  consoleMenu: { fr: 'Menu de la coordination', en: 'Menu of the coordination' },
  consoleAll: { fr: 'Menu', en: 'Menu' },
  consoleOthers: { fr: 'Autres pages', en: 'Other pages' },
  consoleWaiting: { fr: 'en attente', en: 'waiting' },
} as const satisfies Record<string, Text>
