import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { answerFigures, askedOf, givenInPublic } from '../../src/figures/index.ts'
import type { Sketch } from '../../src/store/sketches.ts'
import { codes, projectSketches } from './project-sketches.ts'

const [asked] = askedOf(catalogue)
if (!asked) throw new Error('nobody is asked')

const member = (number: number, answers: object, status = 'active') =>
  ({ form: 'organisation', number, status, answers }) as Sketch

const figures = (members: readonly Sketch[], given: readonly string[]) => {
  const { networks, ...all } = answerFigures(asked, catalogue.lists, members, given)
  return {
    members: all.members,
    answered: all.answered,
    networks: Object.fromEntries(
      networks.map(({ choice, members, answered }) => [choice?.code ?? '?', [answered, members]]),
    ),
  }
}

describe('answers by network', () => {
  const members = [
    member(1, { nom: 'Organisation A (exemple)', sigle: 'OAE', reseaux: ['pfongue', 'gt'] }),
    member(2, { nom: 'Écoute exemple', alias: ['Ancien nom'], reseaux: ['pfongue'] }),
    member(3, { nom: 'Organisation C (exemple)' }),
    member(4, { nom: 'Partie (exemple)', reseaux: ['pfongue'] }, 'inactive'),
  ]

  test('count a member in each of its networks and once in all, and nobody who left', () => {
    expect(figures(members, ['OR-0001', 'OR-0004'])).toEqual({
      members: 3,
      answered: 1,
      networks: { pfongue: [1, 2], ongis: [0, 0], gt: [1, 1], aucun: [0, 0], '?': [0, 1] },
    })
  })

  test.each([
    ['a reference', 'OR-0002'],
    ['a name, however written', ' ECOUTE  exemple'],
    ['a former name', 'ancien nom'],
  ])('find a member by %s', (_, given) => {
    expect(figures(members, [given])).toMatchObject({
      answered: 1,
      networks: { pfongue: [1, 2], gt: [0, 1] },
    })
  })

  test('find a member by its acronym', () => {
    expect(figures(members, ['oae']).answered).toBe(1)
  })

  test('leave out members who are published and not counted any more', () => {
    const directory = {
      ...asked.directory,
      publication: { states: ['active', 'inactive'], field: null, reread: null },
    }
    const found = answerFigures({ ...asked, directory }, catalogue.lists, members, ['OR-0004'])
    expect([found.members, found.answered]).toEqual([3, 0])
  })

  test('of records that not everyone may see do not count', () => {
    fc.assert(
      fc.property(projectSketches, (sketches) => {
        const told = sketches as unknown as readonly {
          readonly status: string
          readonly answers: { readonly visibilite: string; readonly org_nom: string }
        }[]
        expect(givenInPublic(asked, sketches)).toEqual(
          told
            .filter(({ status, answers }) => status === 'publiee' && answers.visibilite === 'public')
            .map(({ answers }) => answers.org_nom),
        )
      }),
    )
  })

  test('never exceed the members, network by network', () => {
    const someMember = fc.record({
      nom: fc.constantFrom('Un', 'Deux', 'Trois'),
      reseaux: fc.subarray([...codes('reseaux')]),
    })
    fc.assert(
      fc.property(
        fc.array(someMember),
        fc.array(fc.constantFrom<string>('Un', 'OR-0002', 'x')),
        (list, given) => {
          const members = list.map((answers, at) => member(at + 1, answers))
          const found = figures(members, given)
          const has = (one: Sketch) =>
            given.includes(String(one.answers.nom)) || (one.number === 2 && given.includes('OR-0002'))
          expect(found.answered).toBe(members.filter(has).length)
          for (const [answered = 0, all = 0] of Object.values(found.networks))
            expect(answered).toBeLessThanOrEqual(all)
        },
      ),
    )
  })
})
