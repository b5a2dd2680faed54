import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import type { Block } from '../../src/document/index.ts'
import { answerFigures, askedOf, projectFigures } from '../../src/figures/index.ts'
import { saidOf } from '../../src/figures/report/french.ts'
import { criteriaSentence, meetingsSentence } from '../../src/figures/report/plan.ts'
import { answerBlocks, projectBlocks } from '../../src/figures/report/projects.ts'
import { mapped, projectSketches } from './project-sketches.ts'

const none = { met: 0, partly: 0, unmet: 0, early: 0, open: 0, total: 0 }

describe('sentences of the report', () => {
  test.each([
    [{ ...none }, 'Le plan n’a pas de critère de réussite dans la période.'],
    [{ ...none, met: 1, total: 1 }, '1 critère sur 1 est atteint.'],
    [{ ...none, open: 1, total: 1 }, 'Aucun critère sur 1 n’est atteint ; 1 n’a pas encore été évalué.'],
    [
      { met: 2, partly: 1, unmet: 1, early: 1, open: 2, total: 7 },
      '2 critères sur 7 sont atteints ; 1 l’est en partie, 1 ne l’est pas, pour 1 il est trop tôt pour le dire et 2 n’ont pas encore été évalués.',
    ],
    [
      { ...none, partly: 2, unmet: 3, total: 5 },
      'Aucun critère sur 5 n’est atteint ; 2 le sont en partie et 3 ne le sont pas.',
    ],
  ])('say how far criteria are met: %o', (count, expected) => {
    expect(criteriaSentence(count)).toBe(expected)
  })

  test.each([
    [0, 0, 0, 'Le plan ne prévoit aucune rencontre dans la période.'],
    [1, 0, 0, 'Le plan prévoit 1 rencontre dans la période : aucune n’a été tenue et 1 reste à tenir.'],
    [1, 1, 0, 'Le plan prévoit 1 rencontre dans la période : 1 a été tenue.'],
    [
      14,
      6,
      1,
      'Le plan prévoit 14 rencontres dans la période : 6 ont été tenues, 7 restent à tenir et 1 a été reportée ou annulée.',
    ],
    [
      5,
      2,
      3,
      'Le plan prévoit 5 rencontres dans la période : 2 ont été tenues et 3 ont été reportées ou annulées.',
    ],
  ])('say which of %i meetings were held (%i) or dropped (%i)', (planned, held, dropped, expected) => {
    expect(meetingsSentence(planned, held, dropped, true)).toBe(expected)
  })

  test('say of a year that is over that a meeting was not held, not that it will be', () => {
    const begin = 'Le plan prévoit 14 rencontres dans la période : '
    expect(meetingsSentence(14, 6, 0, false)).toBe(`${begin}6 ont été tenues et 8 ne l’ont pas été.`)
    expect(meetingsSentence(14, 13, 0, false)).toBe(`${begin}13 ont été tenues et 1 ne l’a pas été.`)
    expect(meetingsSentence(14, 0, 1, false)).toBe(
      `${begin}aucune n’a été tenue et 1 a été reportée ou annulée.`,
    )
  })

  test('have thousands apart', () => {
    const words = { none: '', one: '', many: '{n} projets' }
    expect(saidOf(1234, words)).toBe('1\u202f234 projets')
  })

  test('are none, one or many, whatever the number', () => {
    const words = { none: 'rien', one: '{n} seul', many: '{n} plusieurs' }
    fc.assert(
      fc.property(fc.nat({ max: 999 }), (n) => {
        expect(saidOf(n, words)).toBe(n === 0 ? 'rien' : n === 1 ? '1 seul' : `${n} plusieurs`)
      }),
    )
  })
})

describe('projects in the report', () => {
  const textOf = (block: Block): string => (block.type === 'paragraph' ? block.text : '')

  test('agree in number, whatever they are', () => {
    fc.assert(
      fc.property(projectSketches, (sketches) => {
        const figures = projectFigures(mapped(), catalogue.lists, sketches)
        const text = projectBlocks(figures).map(textOf).join(' ')
        expect(text).not.toMatch(/(?<!\d)1 (projets|fiches|régions|organisations)/)
        expect(text).not.toMatch(/(?<!\d)([02-9]|\d{2,}) (projet|fiche|région|organisation)(?!s)/)
        expect(text).toContain(figures.shown === 0 ? 'Aucun projet n’est publié.' : `${figures.shown} projet`)
      }),
    )
  })

  test('say nothing of tables that have no row', () => {
    const blocks = projectBlocks(projectFigures(mapped(), catalogue.lists, []))
    expect(blocks.filter(({ type }) => type === 'table')).toEqual([])
    expect(blocks.map(textOf)).toContain(
      'Aucun projet n’est recensé dans 14 régions\u00a0: Dakar, Diourbel, Fatick, Kaffrine, Kaolack, Kédougou, Kolda, Louga, Matam, Saint-Louis, Sédhiou, Tambacounda, Thiès et Ziguinchor.',
    )
  })

  test('say who has answered in the singular and the plural', () => {
    const [asked] = askedOf(catalogue)
    if (!asked) throw new Error('nobody is asked')
    const member = (number: number) => ({
      form: 'organisation',
      number,
      status: 'active',
      answers: { nom: `${number}` },
    })
    const said = (members: number, ...given: readonly string[]) => {
      const all = Array.from({ length: members }, (_, at) => member(at + 1))
      return answerBlocks(answerFigures(asked, catalogue.lists, all, given)).map(textOf)[1]
    }
    expect(said(0)).toBe('L’annuaire ne compte encore aucune organisation.')
    expect(said(2)).toBe('Aucune organisation de l’annuaire, qui en compte 2, n’a de fiche publiée.')
    expect(said(2, '1')).toBe('1 organisation sur 2 dans l’annuaire a au moins une fiche publiée.')
    expect(said(3, '1', '2')).toBe('2 organisations sur 3 dans l’annuaire ont au moins une fiche publiée.')
  })
})
