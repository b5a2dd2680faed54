import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { style } from '../../src/page/assets.ts'
import { accept } from '../../src/record/index.ts'
import { bodyOf } from '../support/assets.ts'
import { compressed } from '../support/compressed.ts'
import { projectSheets } from '../support/projects.ts'
import { contextFor, coordinator, open } from './example.ts'

const kilobyte = 1024
const visitor = { ...coordinator, catalogue }

const source = catalogue.forms.flatMap(({ fields, description }) => [
  description.fr,
  ...fields.flatMap(({ label, hint }) => [label.fr, hint?.fr ?? '']),
])
const vocabulary = [...new Set(source.join(' ').split(/\s+/))]
let turn = 1

/** Sentences of a thousand characters, no two alike: what compresses least of what people write. */
function longTexts() {
  const words = Array.from({ length: 150 }, () => {
    turn = (turn * 48_271) % 2_147_483_647
    return vocabulary[turn % vocabulary.length]
  })
  return { projet_resume: words.join(' ').slice(0, 1000) }
}

describe('the map of 300 projects', () => {
  beforeAll(async () => {
    const form = catalogue.forms.find(({ map }) => map !== null)
    if (form === undefined) throw new Error('no form has a map')
    const context = contextFor(visitor)
    for (const answers of projectSheets(300))
      await accept(context, form, {
        id: crypto.randomUUID(),
        answers: { ...answers, ...longTexts() },
        locale: 'fr',
      })
    // The way there is told in map.test.ts; here only the weight counts.
    await env.DB.prepare("UPDATE records SET status = 'publiee' WHERE form = ?").bind(form.id).run()
  })

  test.each(['/carte', '/carte?region=SN01', '/carte?statut=2&region=SN01&page=2'])(
    '%s fits in ten packets, and in 60 KB with all it loads',
    async (path) => {
      const { status, text } = await open(visitor, path)
      expect(status).toBe(200)
      expect(text).toMatch(/\d{3} projets de 14 organisations/)
      expect(await compressed(text)).toBeLessThanOrEqual(14 * kilobyte)
      expect(text).not.toContain('<script')
      expect((await compressed(text)) + (await compressed(await bodyOf(style)))).toBeLessThanOrEqual(
        60 * kilobyte,
      )
    },
  )
})
