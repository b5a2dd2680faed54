import type { Group } from '../src/form/definition.ts'

/** Whose forms these are. */
export const group: Group = {
  name: { fr: 'Groupe Thématique «\u00a0MIGRATION\u00a0»', en: 'Thematic Group “MIGRATION”' },
  short: 'GT MIGRATION',
}
