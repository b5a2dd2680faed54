import type { Term } from '../src/form/definition/index.ts'

/**
 * The words the group begins with, before its lexicon says more; the first was decided for its first thematic meeting.
 * They follow IOM's usage (iom.int/fr/termes-cles-de-la-migration). Words that are right in another sense ("expulsé",
 * "rapatrié", "réinsertion", "émigrés", "illégal") are not in it: a hint that is often wrong is soon ignored.
 */
export const glossary: readonly Term[] = [
  {
    preferred: 'migration irrégulière',
    avoid: [
      'migration clandestine',
      'migration illégale',
      'immigration clandestine',
      'immigration illégale',
      'émigration clandestine',
      'émigration illégale',
    ],
  },
  {
    preferred: 'migrant en situation irrégulière',
    avoid: ['migrant illégal', 'migrants illégaux', 'migrant clandestin', 'clandestin', 'sans-papiers'],
  },
  { preferred: 'migrant de retour', avoid: ['migrant refoulé'] },
  { preferred: 'retour volontaire assisté', avoid: ['rapatriement volontaire'] },
  { preferred: 'enfants en mobilité', avoid: ['enfant clandestin'] },
  { preferred: 'traite des personnes', avoid: ['trafic d’êtres humains'] },
  { preferred: 'trafic illicite de migrants', avoid: ['passage clandestin'] },
  { preferred: 'demandeur d’asile', avoid: ['faux réfugié'] },
  { preferred: 'personnes pouvant envisager de migrer', avoid: ['candidat à l’émigration'] },
]
