import { choice } from './choice.ts'

/** How far a project reaches. */
export const couverture = [
  choice('national', 'Tout le Sénégal', 'Whole country'),
  choice('zones', 'Certaines régions ou certains départements', 'Specific regions or departments'),
  choice('hors_senegal', 'Uniquement hors du Sénégal', 'Outside Senegal only'),
]
