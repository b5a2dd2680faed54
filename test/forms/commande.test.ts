import { describe, expect, test } from 'vitest'
import { commande } from '../../forms/commande.ts'
import { checkTransition, initialAnswers } from '../../src/form/index.ts'

const now = Date.UTC(2019, 0, 15)
const check = (answers: Record<string, string>, from: string, to: string) =>
  checkTransition(commande, answers, from, to, 'coordinator', now).ok

describe('an order', () => {
  test('begins with terms of reference that say all that a cartographer needs', () => {
    const { cahier_des_charges: terms } = initialAnswers(commande, { now })
    for (const heading of [
      'Objet',
      'Données fournies',
      'Livrables',
      'Formats',
      'Charte',
      'Calendrier',
      'Propriété',
      'Données personnelles',
    ])
      expect(terms).toMatch(new RegExp(`^\\d\\. ${heading}$`, 'm'))
  })

  test('is sent with terms and a due date alone', () => {
    expect(check({ cahier_des_charges: 'x' }, 'brouillon', 'envoyee')).toBe(false)
    expect(check({ echeance: '2019-06' }, 'brouillon', 'envoyee')).toBe(false)
    expect(check({ cahier_des_charges: 'x', echeance: '2019-06' }, 'brouillon', 'envoyee')).toBe(true)
  })

  test('is delivered with a link to what was', () => {
    expect(check({}, 'envoyee', 'livree')).toBe(false)
    expect(check({ livraison_url: 'https://exemple.org/carte' }, 'envoyee', 'livree')).toBe(true)
    expect(check({ livraison_url: 'https://exemple.org/carte' }, 'brouillon', 'livree')).toBe(false)
  })
})
