import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, sameLabel } from '../../src/sheet/cell-answer.ts'
import { lists } from './cell-sample.ts'

describe('labels are the same', () => {
  test.each([
    ['Région', ' REGION '],
    ['Nom de l’action', "nom de l'action"],
    ['Cœur', 'coeur'],
    ['Autre\u00a0: «\u00a0précisez\u00a0»', 'Autre: "precisez"'],
    ['Compte–rendu', 'compte-rendu'],
    ['Date / (Ordre)', 'Date/(Ordre)'],
  ])('%s and %s', (one, other) => {
    expect(sameLabel(one, other)).toBe(true)
  })

  test('but not when a letter or a word is missing', () => {
    expect(sameLabel('Retour', 'Retours')).toBe(false)
    expect(sameLabel('Date 1', 'Date')).toBe(false)
  })

  test('whatever their Unicode form and the spaces around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sameLabel(text, ` ${text.normalize('NFD')} `)).toBe(true)
      }),
    )
  })
})

describe('a code', () => {
  const states = [
    { code: 'prevue', label: { fr: 'Prévue', en: 'Planned' } },
    { code: 'cr_publie', label: { fr: 'Compte-rendu publié', en: 'Minutes published' } },
  ]

  test.each(['Prévue', 'prevue', 'planned'])('is that of the state called %s', (typed) => {
    expect(codeOf(states, typed)).toBe('prevue')
  })

  test.each(['', ' ', 'Tenue', 1, false])('is none for %j', (typed) => {
    expect(codeOf(states, typed)).toBeNull()
  })

  test('is none when several are called so', () => {
    expect(codeOf(lists.doubles, 'Double')).toBeNull()
  })
})
