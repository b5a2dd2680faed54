import { choice } from './choice.ts'

/** Stages of the migration cycle, after the IOM. */
export const etapes = [
  choice('depart', 'Avant le départ / zone d’origine', 'Before departure / area of origin'),
  choice('transit', 'En route, en transit', 'In transit'),
  choice('destination', 'Installation au Sénégal (pays d’accueil)', 'Settled in Senegal (destination)'),
  choice('etranger', 'À l’étranger (diaspora)', 'Abroad (diaspora)'),
  choice('retour', 'Au retour et après', 'On and after return'),
]
