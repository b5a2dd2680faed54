import { choice } from './choice.ts'

/** Networks an organisation belongs to. What « ONGIS » stands for is not in the group’s minutes. */
export const reseaux = [
  choice('pfongue', 'Membre de la PFONGUE', 'PFONGUE member'),
  choice('ongis', 'Membre de ONGIS', 'ONGIS member'),
  choice('gt', 'Autre membre du Groupe Thématique MIGRATION', 'Other member of the MIGRATION thematic group'),
  choice('aucun', 'Aucun de ces réseaux', 'None of these'),
]
