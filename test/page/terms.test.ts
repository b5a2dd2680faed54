import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { coordinator, open } from './example.ts'

const visitor = { ...coordinator, catalogue }
const long = catalogue.forms.flatMap(({ id, fields }) =>
  fields.filter(({ multiline }) => multiline).map(({ name }) => [id, name] as const),
)
const forms = catalogue.forms.filter(({ fields }) =>
  fields.some((field) => field.multiline || field.fields.some(({ multiline }) => multiline)),
)

describe('the words that the group would rather use', () => {
  test.each(long)('are hinted at below the long text of %s: %s, without a script', async (form, field) => {
    const typed = new URLSearchParams({ [field]: 'la migration clandestine' })
    const { text } = await open(visitor, `/formulaires/${form}?${typed}`)
    expect(text).toContain(
      'Le groupe dit plutôt «\u00a0migration irrégulière\u00a0» (au lieu de «\u00a0migration clandestine\u00a0»).',
    )
  })

  test.each(forms.map(({ id }) => id))(
    'are known to the script of %s, whose rows have long texts too',
    async (form) => {
      const { text } = await open(visitor, `/formulaires/${form}`)
      expect(text).toMatch(/"terms":\[\{"preferred":"migration irrégulière"/)
    },
  )
})
