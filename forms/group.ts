import type { Group } from '../src/form/definition/index.ts'

/** Whose forms these are. */
export const group: Group = {
  name: { fr: 'Groupe Thématique «\u00a0MIGRATION\u00a0»', en: '“MIGRATION” Thematic Group' },
  introduction: {
    fr: 'Les membres du Groupe Thématique «\u00a0MIGRATION\u00a0» de la Plateforme des ONG européennes au Sénégal (PFONGUE) y décrivent leurs projets, y préparent leurs rencontres et y suivent leur plan d’action.',
    en: 'Members of the “MIGRATION” Thematic Group of the Platform of European NGOs in Senegal (PFONGUE) describe their projects here, prepare their meetings and follow their action plan.',
  },
  short: 'GT MIGRATION',
  licence: {
    fr: 'Creative Commons Attribution 4.0 International (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/deed.fr',
    en: 'Creative Commons Attribution 4.0 International (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/',
  },
  country: { code: 'SEN', name: { fr: 'Sénégal', en: 'Senegal' } },
}
