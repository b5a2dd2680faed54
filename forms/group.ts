import type { Group } from '../src/form/definition/index.ts'

/** Whose forms these are. */
export const group: Group = {
  name: { fr: 'Groupe Thématique «\u00a0MIGRATION\u00a0»', en: 'Thematic Group “MIGRATION”' },
  short: 'GT MIGRATION',
  licence: {
    fr: 'Creative Commons Attribution 4.0 International (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/deed.fr',
    en: 'Creative Commons Attribution 4.0 International (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/',
  },
  country: { code: 'SEN', name: { fr: 'Sénégal', en: 'Senegal' } },
}
