import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { formScript, style } from '../../src/page/assets.ts'
import { bodyOf } from '../support/assets.ts'
import { compressed } from '../support/compressed.ts'
import { projectSheet } from '../support/samples.ts'
import { coordinator, open } from './example.ts'

const kilobyte = 1024

const visitor = { ...coordinator, catalogue }
const paths = [
  '/',
  '/formulaires',
  '/plan',
  '/plaidoyers',
  '/bibliotheque',
  '/lexique',
  '/recherche?q=migration',
  '/vos-donnees',
  '/tableau-de-bord',
  '/tableau-de-bord/bilan',
  '/exports',
  ...catalogue.forms.map(({ id }) => `/formulaires/${id}`),
]

describe('pages are light enough for a slow phone', () => {
  test.each(paths)('%s fits in ten packets: 14 KB compressed', async (path) => {
    const { status, text } = await open(visitor, path)
    expect(status).toBe(200)
    expect(await compressed(text)).toBeLessThanOrEqual(14 * kilobyte)
  })

  test('the figures of 300 projects fit too', async () => {
    const regions = (catalogue.lists.regions ?? []).map(({ code }) => code)
    const themes = (catalogue.lists.themes ?? []).map(({ code }) => code)
    await env.DB.batch(
      Array.from({ length: 300 }, (_, at) => {
        const answers = {
          ...projectSheet,
          theme_principal: themes[at % themes.length],
          zones: [at, at * 3, at * 5].map((one) => ({ zone_region: regions[one % regions.length] })),
        }
        return env.DB.prepare(
          `INSERT INTO records VALUES (?, 'fiche-projet', ?, 'publiee', 1, ?, '{}', 'fr', '', '', ?, 0, NULL)`,
        ).bind(crypto.randomUUID(), at + 1, JSON.stringify(answers), Date.UTC(2017, at % 24, 1))
      }),
    )
    for (const path of ['/tableau-de-bord', '/tableau-de-bord/bilan']) {
      const { text } = await open(visitor, path)
      expect(text).toContain('300')
      expect(await compressed(text)).toBeLessThanOrEqual(14 * kilobyte)
    }
  })

  test('the heaviest form fits in 40 KB with its stylesheet and script', async () => {
    const sizes = await Promise.all(paths.map(async (path) => compressed((await open(visitor, path)).text)))
    const assets = (await compressed(await bodyOf(style))) + (await compressed(await bodyOf(formScript)))
    expect(Math.max(...sizes) + assets).toBeLessThanOrEqual(40 * kilobyte)
  })

  test('the script is comfort and stays small', async () => {
    expect(await compressed(await bodyOf(formScript))).toBeLessThanOrEqual(11 * kilobyte)
  })
})
