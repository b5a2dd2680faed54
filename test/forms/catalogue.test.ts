import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { checkCatalogue } from '../../src/form/check-catalogue.ts'
import type { Field } from '../../src/form/definition/index.ts'
import type { Text } from '../../src/form/text.ts'

test('the group’s forms are as the build wants them', () => {
  expect(() => checkCatalogue(catalogue)).not.toThrow()
})

const slugs = [
  'fiche-projet',
  'action',
  'presence',
  'compte-rendu',
  'outil',
  'plaidoyer',
  'organisation',
  'terme',
  'document',
  'campagne',
  'commande',
]

const withRows = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...withRows(field.fields)])

/** Every piece of text that a definition shows, wherever it is in it. */
const texts = (value: unknown, path: string): readonly [string, Text][] => {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const keys = entries.map(([key]) => key)
  if (keys.includes('fr') || keys.includes('en')) return [[path, value as Text]]
  return entries.flatMap(([key, inner]) => texts(inner, `${path}/${key}`))
}

describe('the catalogue', () => {
  test('has the forms of the group', () => {
    expect(catalogue.forms.map((form) => form.id)).toEqual(slugs)
  })

  test('gives every form its own prefix and every form and repeat its own tab', () => {
    const prefixes = catalogue.forms.map((form) => form.prefix)
    expect(new Set(prefixes).size).toBe(prefixes.length)
    const tabs = catalogue.forms.flatMap((form) => [
      form.sheet.tab,
      ...form.fields.flatMap((field) => (field.tab === null ? [] : [field.tab])),
    ])
    expect(tabs).toEqual([
      'Projets',
      'Zones',
      "Plan d'action",
      'Présences',
      'Comptes rendus',
      'Suites',
      'Outils cartographiques',
      'Plaidoyers',
      'Membres',
      'Lexique',
      'Bibliothèque',
      'Campagnes',
      'Commandes',
    ])
  })

  test('says everything in French and in English', () => {
    const all = texts(catalogue, '')
    expect(all.length).toBeGreaterThan(700)
    expect(all.filter(([, text]) => !text.fr?.trim() || !text.en?.trim())).toEqual([])
  })

  test('has no HXL tag twice in the columns of one tab', () => {
    const tags = (fields: readonly Field[]) =>
      fields.flatMap((field) => [field.hxl, field.hxlLabel].filter((tag) => tag !== null))
    for (const form of catalogue.forms) {
      for (const columns of [form.fields, ...form.fields.map((field) => field.fields)]) {
        expect(new Set(tags(columns)).size, form.id).toBe(tags(columns).length)
      }
    }
  })

  test('shows nothing that identifies a contact to the public', () => {
    const shown = catalogue.forms
      .filter((form) => form.publication !== null)
      .flatMap((form) =>
        withRows(form.fields)
          .filter((field) => field.data !== null && field.visibility === 'public')
          .map((field) => `${form.id} ${field.name}`),
      )
    expect(shown).toEqual(['compte-rendu animation', 'compte-rendu suite_qui'])
  })

  test('reaches every state of a workflow from the first one', () => {
    for (const form of catalogue.forms) {
      const reached = new Set([form.workflow.initial])
      for (let grown = true; grown; ) {
        const before = reached.size
        for (const transition of form.workflow.transitions) {
          if (transition.from.some((state) => reached.has(state))) reached.add(transition.to)
        }
        grown = reached.size > before
      }
      expect([...reached].sort(), form.id).toEqual(form.workflow.states.map((state) => state.code).sort())
    }
  })
})
