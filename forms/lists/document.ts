import { choice } from './choice.ts'

export const typesDocument = [
  choice('texte_juridique', 'Texte juridique', 'Legal text'),
  choice('etude', 'Étude', 'Study'),
  choice('guide', 'Guide', 'Guide'),
  choice('support', 'Support', 'Learning or awareness material'),
  choice('source_carte', 'Source pour la cartographie', 'Source for the map'),
  choice('autre', 'Autre', 'Other'),
]

/** The level at which a legal text applies. */
export const niveaux = [
  choice('national', 'National', 'National'),
  choice('cedeao', 'CEDEAO', 'ECOWAS'),
  choice('ua', 'Union africaine', 'African Union'),
  choice('international', 'International', 'International'),
]
