import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../src/access/table.ts'
import { consoleMenu } from '../../src/page/console/places.ts'
import { ask } from '../support/worker.ts'

const text = async (path: string) => (await ask(path)).text()
const menuOf = (html: string) => /<nav class="console"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? ''
const marked = (html: string) =>
  [...menuOf(html).matchAll(/<a href="([^"]+)" aria-current="page"/g)].map(([, path]) => path)

describe('the menu of the console', () => {
  test('is on every page of the console and leads only where there is a page', async () => {
    const places = consoleMenu().flatMap((group) => group.places)
    expect(places.length).toBeGreaterThan(5)
    for (const { path } of places) {
      expect([path, ruleOf('GET', path)?.by]).toEqual([path, 'coordinator'])
      expect([path, new Set(marked(await text(path)))]).toEqual([path, new Set([path])])
    }
  })

  test('marks the list that a record was opened from', async () => {
    expect(marked(await text('/coordination/fiches/PA-0001'))).toContain('/coordination/fiches')
    expect(marked(await text('/coordination/fiches?lang=en'))).toContain('/coordination/fiches')
  })

  test('is nowhere else', async () => {
    for (const path of ['/', '/plan', '/coordinations']) expect(menuOf(await text(path))).toBe('')
  })
})
