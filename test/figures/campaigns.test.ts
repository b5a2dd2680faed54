import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { campaignFigures, leastTold, publicCampaignFigures } from '../../src/figures/index.ts'
import { findForm } from '../../src/form/index.ts'
import { campaignOf, type Standing } from '../../src/record/campaign/index.ts'
import type { StoredRecord } from '../../src/record/record.ts'

const asked = ['pfongue', 'ongis', 'gt']
const states = ['unopened', 'opened', 'answered', 'again'] as const

function campaignAsking(networks: readonly string[]) {
  const form = findForm(catalogue, 'campagne')
  const answers = { titre: 'Collecte (exemple)', formulaire: 'fiche-projet', reseaux: networks }
  const campaign = campaignOf({ catalogue }, {
    form: form?.id,
    answers,
    erasedAt: null,
  } as never as StoredRecord)
  if (!campaign) throw new Error('no campaign')
  return campaign
}
const campaign = campaignAsking(asked)

const member = (state: Standing['state'], ...networks: readonly string[]) => ({ state, networks })
const many = (count: number, ...networks: readonly string[]) =>
  Array.from({ length: count }, (_, at) => member(states[at % 4] ?? 'opened', ...networks))

describe('answers to a campaign', () => {
  test('count a member in each network that is asked, and once in all', () => {
    const { networks, all } = campaignFigures(campaignAsking(['pfongue', 'gt']), catalogue.lists, [
      member('answered', 'pfongue', 'gt'),
      member('opened', 'pfongue', 'ongis'),
      member('unopened', 'gt'),
      member('again', 'pfongue'),
    ])
    expect(networks.map(({ choice, count }) => [choice?.code, ...Object.values(count)])).toEqual([
      ['pfongue', 3, 1, 1, 0, 1],
      ['gt', 2, 1, 0, 1, 0],
    ])
    expect(all).toEqual({ asked: 4, answered: 1, opened: 1, unopened: 1, again: 1 })
  })

  test('leave out who is asked no more', () => {
    const members = [member('opened', 'pfongue'), member('retired', 'pfongue')]
    expect(campaignFigures(campaign, catalogue.lists, members).all.asked).toBe(1)
    const few = [...many(4, 'pfongue'), member('retired', 'pfongue')]
    expect(publicCampaignFigures(campaign, catalogue.lists, few).all).toBeNull()
  })

  test('count apart who has left every network since', () => {
    const { networks, all } = campaignFigures(campaign, catalogue.lists, [member('answered', 'aucun')])
    expect(networks.at(-1)).toEqual({ choice: null, count: all })
    expect(all.asked).toBe(1)
  })

  const someone = fc.record({ state: fc.constantFrom(...states), networks: fc.subarray(asked) })

  test('add up: every member stands in one place', () => {
    fc.assert(
      fc.property(fc.array(someone), (members) => {
        const { networks, all } = campaignFigures(campaign, catalogue.lists, members)
        for (const { asked, ...count } of [all, ...networks.map(({ count }) => count)])
          expect(Object.values(count).reduce((sum, one) => sum + one, 0)).toBe(asked)
        expect(all.asked).toBe(members.length)
      }),
    )
  })

  test('are told to everyone where enough are asked', () => {
    const members = [...many(7, 'pfongue'), ...many(5, 'pfongue', 'ongis'), ...many(6, 'ongis')]
    const told = publicCampaignFigures(campaign, catalogue.lists, members)
    expect(told.networks).toEqual(campaignFigures(campaign, catalogue.lists, members).networks)
    expect(told.untold).toEqual([])
    expect(told.all?.asked).toBe(18)
  })

  test('of a small network are not told, nor the sum that would tell them', () => {
    const { networks, untold, all } = publicCampaignFigures(campaign, catalogue.lists, [
      ...many(7, 'pfongue'),
      ...many(4, 'gt'),
    ])
    expect(networks.map(({ choice, count }) => [choice?.code, count.asked])).toEqual([
      ['pfongue', 7],
      ['ongis', 0],
    ])
    expect(untold.map((choice) => choice?.code)).toEqual(['gt'])
    expect(all).toBeNull()
  })

  test('are told without their sum when few are in two networks at once', () => {
    const { networks, all } = publicCampaignFigures(campaign, catalogue.lists, [
      ...many(7, 'pfongue'),
      ...many(7, 'ongis'),
      ...many(1, 'pfongue', 'ongis'),
    ])
    expect(networks.map(({ count }) => count.asked)).toEqual([8, 8, 0])
    expect(all).toBeNull()
  })

  test('whatever the networks are, leave no few when some are taken from the sum', () => {
    const crowd = fc
      .array(fc.tuple(fc.subarray(asked), fc.integer({ min: 1, max: 8 })))
      .map((groups) => groups.flatMap(([networks, count]) => many(count, ...networks)))
    fc.assert(
      fc.property(crowd, fc.subarray(asked), (members, taken) => {
        const { networks, all } = publicCampaignFigures(campaign, catalogue.lists, members)
        for (const { count } of networks) expect(count.asked === 0 || count.asked >= leastTold).toBe(true)
        if (all === null) return
        const left = members.filter((one) => !one.networks.some((network) => taken.includes(network)))
        expect(left.length === 0 || left.length >= leastTold).toBe(true)
      }),
    )
  })
})
