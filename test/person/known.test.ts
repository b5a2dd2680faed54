import { describe, expect, test } from 'vitest'
import { presence } from '../../forms/presence.ts'
import { furtherWays, wholePerson } from '../../src/person/known.ts'
import { readPerson } from '../../src/person/person.ts'

const person = readPerson({ name: 'Awa Exemple', email: '', phone: '' })
const said = [
  {
    form: presence,
    answers: {
      action_id: 'PA-0007',
      prenom_nom: 'Exemple Awa',
      organisation: 'Association exemple',
      courriel: 'awa@exemple.org',
      telephone: '77 123 45 67',
    },
  },
  // Somebody else's line says nothing of her.
  {
    form: presence,
    answers: { action_id: 'PA-0007', prenom_nom: 'Binta Autre', courriel: 'binta@exemple.org' },
  },
]

describe('how records know a person', () => {
  test('adds to what was typed the personal answers beside one that names them', () => {
    expect(wholePerson(person, said)).toEqual({
      names: ['Awa Exemple', 'Exemple Awa'],
      emails: ['awa@exemple.org'],
      phones: ['77 123 45 67'],
    })
  })

  test('is told as far as it does not find them already', () => {
    expect(furtherWays(person, said)).toEqual({
      names: [],
      emails: ['awa@exemple.org'],
      phones: ['77 123 45 67'],
    })
    expect(furtherWays(wholePerson(person, said), said)).toEqual({ names: [], emails: [], phones: [] })
  })
})
