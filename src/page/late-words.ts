import type { Text } from '../form/text.ts'

/** The words of what is late, on the coordination's page. */
export const lateWords = {
  minutes: { fr: 'Compte-rendu en retard\u00a0: {title}, {date}', en: 'Minutes overdue: {title}, {date}' },
  more: { fr: 'et {n} de plus', en: 'and {n} more' },
} as const satisfies Record<string, Text>
