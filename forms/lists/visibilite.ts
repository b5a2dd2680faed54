import { choice } from './choice.ts'

/** Who may see a project sheet; the codes are the levels of visibility of a field. */
export const visibilite = [
  choice('public', 'Public : carte et liste du site', 'Public: map and list on the website'),
  choice('membres', 'Membres du Groupe Thématique seulement', 'Thematic group members only'),
  choice(
    'coordination',
    'Coordination seulement (statistiques anonymes sur la carte)',
    'Coordination only (anonymous counts on the map)',
  ),
]
