import { choice } from './choice.ts'

/** The series of the group's plan. */
export const typesAction = [
  choice('rencontre_thematique', 'Rencontre thématique', 'Thematic meeting'),
  choice('atelier_cartographie', 'Atelier cartographie', 'Mapping workshop'),
  choice('plaidoyer', 'Plaidoyer', 'Advocacy'),
  choice('autre', 'Autre', 'Other'),
]

/** How far a criterion of success was met. */
export const evaluations = [
  choice('atteint', 'Atteint', 'Met'),
  choice('en_partie', 'En partie', 'Partly'),
  choice('non', 'Non', 'No'),
  choice('trop_tot', 'Trop tôt', 'Too early'),
]
