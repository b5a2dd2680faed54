import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/form/answers.ts'
import { findField } from '../../src/form/index.ts'
import { answerCell, fromCell, sameCell, textCell, toCell } from '../../src/sheet/cells.ts'
import { form, lists } from './fixture.ts'

const words = { lists, names: new Map([['membre', new Map([['ME-0001', 'OEA']])]]) }

function shown(name: string, answer: Answer | undefined) {
  const field = findField(form, name)
  if (!field) throw new Error(name)
  return answerCell(field, answer, words)
}

describe('an answer in a cell', () => {
  test('that is not there yet is called what the form calls it', () => {
    const field = findField(form, 'commentaire')
    if (!field) throw new Error('commentaire')
    const place = { ...field, undefinedLabel: { fr: 'A définir', en: 'To be defined' } }
    expect(answerCell(place, undefined, words)).toBe('A définir')
    expect(answerCell(field, undefined, words)).toBe('')
  })

  test.each([
    ['a text as it is', 'tel', '0022 77 000 00 00', '0022 77 000 00 00'],
    ['a whole number', 'nombre', 12, 12],
    ['a day as days since 30 December 1899', 'jour', '2018-09-24', 43367],
    ['a day before 1900 as text', 'jour', '1899-12-31', '1899-12-31'],
    ['a month in words', 'periode', '2018-10', 'octobre 2018'],
    ['a day of a partial date as a date', 'periode', '2018-10-01', 43374],
    ['a time as a part of a day', 'heure', '18:00', 0.75],
    ['a choice by its label', 'region', 'SN02', 'Ziguinchor'],
    ['a code that left its list as the code', 'region', 'SN99', 'SN99'],
    [
      'choices parted by semicolons',
      'themes',
      ['retour', 'enfants'],
      'Retour et réintégration; Enfants et jeunes',
    ],
    [
      'a list one line an item',
      'acteurs',
      ['Ressource OIM', 'Experts (DUE)'],
      'Ressource OIM\nExperts (DUE)',
    ],
    ['an acknowledgement as true', 'accord', true, true],
    ['a known member by its name', 'membre', 'ME-0001', 'OEA'],
    ['another member as it was typed', 'membre', 'Organisation exemple A', 'Organisation exemple A'],
    ['nothing as nothing', 'nom', undefined, ''],
  ])('is %s', (_, name, answer, expected) => {
    expect(shown(name, answer)).toBe(expected)
  })

  test('rows of a repeat without a tab are one line each', () => {
    const rows = [{ critere: 'Mêmes termes', echeance: '2018-09-24' }, { critere: 'Textes connus' }]
    expect(shown('criteres', rows)).toBe('Mêmes termes · 24/09/2018\nTextes connus')
  })
})

describe('a cell to write', () => {
  test('a text is never a formula', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', '=', '+', '-', '@', "'"), (text, start) => {
        const cell = toCell(textCell(start + text))
        expect(cell.userEnteredValue?.formulaValue).toBeUndefined()
        expect(fromCell(cell)).toBe((start + text).replaceAll('\r\n', '\n'))
      }),
    )
  })

  test('a text over 50,000 characters is cut, says so, and splits no character', () => {
    const cut = textCell('😀'.repeat(30_000))
    expect(cut.length).toBeLessThanOrEqual(50_000)
    expect(cut).toMatch(/😀 … \[suite dans la fiche\]$/u)
    expect(cut.isWellFormed()).toBe(true)
    expect(textCell('a'.repeat(50_000))).toHaveLength(50_000)
  })

  test('a formula and an error are no value of ours', () => {
    expect(fromCell({ userEnteredValue: { formulaValue: '=A1' } })).toBeNull()
    expect(fromCell({})).toBe('')
  })
})

describe('cells are the same', () => {
  test('whatever their line ends, and within the precision of a double', () => {
    expect(sameCell('a\r\nb', 'a\nb')).toBe(true)
    expect(sameCell(43367.416666666664, 43367.41666667)).toBe(true)
    expect(sameCell(12, 13)).toBe(false)
    expect(sameCell(12, '12')).toBe(false)
    expect(sameCell(true, 'true')).toBe(false)
  })
})
