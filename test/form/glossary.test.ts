import { describe, expect, test } from 'vitest'
import { glossary } from '../../forms/glossary.ts'
import { hintsIn, mergedTerms } from '../../src/form/glossary.ts'

const avoided = (text: string) => hintsIn(text, glossary).map((hint) => hint.avoided)

describe('the words the group would rather not read', () => {
  test.each([
    ['La migration clandestine au départ de Dakar', ['migration clandestine']],
    ['Les MIGRATIONS CLANDESTINES', ['migration clandestine']],
    ['l’emigration  clandestine', ['émigration clandestine']],
    ['des migrants illégaux', ['migrants illégaux']],
    ["Des candidats à l'émigration", ['candidat à l’émigration']],
    ['un clandestin', ['clandestin']],
    ['partie clandestine', ['clandestin']],
    ['des migrantes illégales', ['migrant illégal']],
    ['un écran de 12" sur la migration clandestine, un autre de 15"', ['migration clandestine']],
    ['« migration irrégulière », et non migration clandestine', ['migration clandestine']],
    ["le trafic d'êtres humains et la migration illégale", ['trafic d’êtres humains', 'migration illégale']],
  ])('are found: %s', (text, expected) => {
    expect(avoided(text)).toEqual(expected)
  })

  test.each([
    'la migration irrégulière',
    'clandestinement',
    'plutôt que « migration clandestine »',
    'ce qu’on appelle “migration clandestine”',
    'le titre "Migration clandestine"',
    'un témoin : « la migration clandestine',
    'un travail illégal, une personne expulsée par jugement',
    '',
  ])('are not seen where they are not: %s', (text) => {
    expect(avoided(text)).toEqual([])
  })

  test('are not seen in the terms that the group uses', () => {
    const terms = [
      { preferred: 'migrant en situation irrégulière', avoid: ['migrant'] },
      { preferred: 'exil', avoid: ['Exil', '\u0301'] },
    ]
    expect(hintsIn('des migrants en situation irrégulière, l’exil', terms)).toEqual([])
    expect(hintsIn('un migrant', terms)).toMatchObject([{ avoided: 'migrant' }])
  })

  test('follow the lexicon, which takes the place of what it speaks of', () => {
    const own = [{ preferred: 'migration non documentée', avoid: ['migration clandestine'] }]
    const terms = mergedTerms(glossary, own)
    expect(hintsIn('la migration clandestine', terms)).toEqual([
      { avoided: 'migration clandestine', preferred: 'migration non documentée' },
    ])
    expect(hintsIn('la migration illégale', terms)).toMatchObject([{ preferred: 'migration irrégulière' }])
  })
})
