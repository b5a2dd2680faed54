import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparable, isAlike, likeness, shapeOf, similarity } from '../../src/form/similarity.ts'

describe('the likeness of two names', () => {
  test('is 1 for names that differ in case, accents, order and small words alone', () => {
    for (const [one, other] of [
      ['Les Enfants d’Abord', 'ENFANTS D’ABORD'],
      ['Association Sahel — Migrations', 'migrations, sahel'],
      ['De la', 'La de'],
    ] as const)
      expect([one, similarity(one, other)]).toEqual([one, 1])
  })

  test('is high for a slip of the pen and low for other names', () => {
    expect(similarity('Village Exemple', 'Vilage Exemple')).toBeGreaterThan(0.85)
    expect(similarity('Formation des jeunes de Kolda', 'Accueil des migrants à Matam')).toBeLessThan(0.4)
  })

  test('does not make one of two acronyms that differ, nor of names that differ in a number', () => {
    expect(isAlike('EX1', 'EX11', 0.8)).toBe(false)
    expect(isAlike('Retour durable, phase 1', 'Retour durable, phase 2', 0.8)).toBe(false)
    expect(isAlike('Retour durable, phase 1', 'Retour durables phase 1', 0.8)).toBe(true)
    expect(isAlike('', '—', 0.8)).toBe(false)
  })

  test('goes from 0 to 1, the same either way round, and is 1 of a name and itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const likeness = similarity(one, other)
        expect(likeness).toBe(similarity(other, one))
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1)
        expect(similarity(one, one)).toBe(1)
        if (comparable(one) === comparable(other)) expect(likeness).toBe(1)
      }),
    )
  })

  test('is 0 below what is asked for, and else the same', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 })
    fc.assert(
      fc.property(text, text, fc.double({ min: 0.01, max: 1, noNaN: true }), (one, other, least) => {
        const whole = similarity(one, other)
        expect(likeness(shapeOf(one), shapeOf(other), least)).toBe(whole >= least ? whole : 0)
      }),
    )
  })
})
