import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compteRendu } from '../../forms/compte-rendu.ts'
import { ficheProjet } from '../../forms/fiche-projet.ts'
import { presence } from '../../forms/presence.ts'
import { finderOf } from '../../src/person/match.ts'
import { readPerson } from '../../src/person/person.ts'
import { answersWithout, names, withoutPerson } from '../../src/person/take-out.ts'

const person = readPerson({ name: 'Awa Exemple', email: '', phone: '' })
const find = finderOf(person)

describe('taking a person out of answers', () => {
  test('empties what is theirs, keeps what must stand, and what counts', () => {
    const attended = {
      action_id: 'PA-0007',
      prenom_nom: 'Exemple Awa',
      organisation: 'Association exemple',
      fonction: 'Chargée de suivi',
      consentement: true,
      mode: 'sur_place',
      courriel: 'awa@exemple.org',
      telephone: '77 123 45 67',
    } as const
    expect(answersWithout(presence, attended, find)).toEqual({
      action_id: 'PA-0007',
      prenom_nom: 'Personne effacée',
      organisation: 'Association exemple',
      mode: 'sur_place',
    })
  })

  test('leaves an address where one is required, and it can never be one', () => {
    const { contact_courriel: address } = answersWithout(
      ficheProjet,
      { contact_nom: 'Awa Exemple', contact_courriel: 'awa@exemple.org' },
      find,
    )
    expect(address).toMatch(/@.*\.invalid$/)
  })

  test('takes her out of texts and rows, and nobody else', () => {
    const answers = {
      animation: 'Moussa Exemple',
      redacteurs: [{ redacteur_nom: 'Awa Exemple' }, { redacteur_nom: 'Moussa Exemple' }],
      contexte: 'Awa Exemple (awa) a présenté ; puis Mme EXEMPLE Awa a conclu.',
      suites: [{ suite_quoi: 'Écrire', suite_qui: 'Awa Exemple' }],
    }
    expect(answersWithout(compteRendu, answers, find)).toEqual({
      animation: 'Moussa Exemple',
      redacteurs: [{ redacteur_nom: 'Personne effacée' }, { redacteur_nom: 'Moussa Exemple' }],
      contexte: '[personne effacée] (awa) a présenté ; puis Mme [personne effacée] a conclu.',
      suites: [{ suite_quoi: 'Écrire' }],
    })
  })

  test('leaves her nowhere in any JSON, and what does not name her as it was', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('Awa Exemple', 'avec EXEMPLE  Awa.', 'Awa Exemple Awa', 'Ãwa-Exemple'),
    )
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.integer(),
        fc.boolean(),
        fc.array(tie('value')),
        fc.dictionary(
          fc.string({ maxLength: 4 }).filter((key) => key !== '__proto__'),
          tie('value'),
        ),
      ),
    })).value
    fc.assert(
      fc.property(json, (value) => {
        const after = withoutPerson(value, find)
        expect(names(after, find)).toBe(false)
        if (!names(value, find)) expect(after).toEqual(value)
      }),
      { numRuns: 300 },
    )
  }, 30_000)
})
