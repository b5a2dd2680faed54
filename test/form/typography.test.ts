import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { defineCatalogue, defineForm, frenchSpaces, typeset } from '../../src/form/index.ts'
import { field, formInput, lists } from './sample.ts'

describe('French spaces', () => {
  test.each([
    ['Contexte : la réunion', 'Contexte\u00a0: la réunion'],
    ['retiennent OU poussent les migrations ?', 'retiennent OU poussent les migrations\u202f?'],
    ['Migration des enfants ; diaspora!', 'Migration des enfants\u202f; diaspora!'],
    ['projets « migration »', 'projets «\u00a0migration\u00a0»'],
    ['voir https://exemple.org/?a=1:2', 'voir https://exemple.org/?a=1:2'],
    ['déjà\u00a0: correct\u202f!', 'déjà\u00a0: correct\u202f!'],
  ])('%s', (typed, set) => expect(frenchSpaces(typed)).toBe(set))

  test('set twice are set once, and only spaces change', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const set = frenchSpaces(text)
        expect(frenchSpaces(set)).toBe(set)
        expect(set.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text.replaceAll(/[\u00a0\u202f]/g, ' '))
      }),
    )
  })

  test('reach the words of the forms and nothing else', () => {
    const set = typeset(catalogue)
    const project = set.forms.find(({ id }) => id === 'fiche-projet')
    expect(project?.title.fr).toContain('«\u00a0migration\u00a0»')
    const undone = JSON.parse(JSON.stringify(set).replaceAll(/[\u00a0\u202f]/g, ' ')) as unknown
    expect(undone).toEqual(JSON.parse(JSON.stringify(catalogue).replaceAll(/[\u00a0\u202f]/g, ' ')))
    expect(set.forms.map(({ seeds }) => seeds)).toEqual(catalogue.forms.map(({ seeds }) => seeds))
  })

  test('parse no expression on their way', () => {
    const form = defineForm(formInput([field('a', 'text', { relevant: 'no expression' })]))
    expect(() => typeset(defineCatalogue([form], lists))).not.toThrow()
  })
})
