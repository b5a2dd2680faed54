import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { controls } from './index.ts'
import { page } from './page.ts'
import { unproved } from './ran.ts'

const tests = join(import.meta.dirname, '..')

describe('the page of security controls', () => {
  test('is the one in docs/, made anew', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/security.md')
  })

  test('has seventy items at least, each once, of levels that there are', () => {
    const ids = controls.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(70)
    for (const id of ids) expect(id).toMatch(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/)
  })

  test('names tests that are written', () => {
    const missing = controls.flatMap(({ id, tests: named }) =>
      named.flatMap(([file, name]) => {
        const path = join(tests, file)
        return existsSync(path) && readFileSync(path, 'utf8').includes(name)
          ? []
          : [`${id}: ${file}: ${name}`]
      }),
    )
    expect(missing).toEqual([])
  })

  test('names rooms and files that are there', () => {
    const named = controls.flatMap(
      ({ control }) => control.match(/\b(?:src|docs|forms)(?:\/[\w.-]*\w)+/g) ?? [],
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((path) => !existsSync(join(tests, '..', path)))).toEqual([])
  })
})

describe('a proof', () => {
  const control = {
    id: '1.1.1',
    level: 1,
    asks: '',
    control: '',
    tests: [['a.test.ts', '%s is refused']],
  } as const
  const files = new Set(['a.test.ts'])
  const ran = (name: string, state: string) => [{ file: 'a.test.ts', name, state }]

  test('holds when each test of that name ran and passed', () => {
    expect(unproved([control], files, ran('this is refused', 'passed'))).toEqual([])
  })

  test('does not when it failed, was skipped or is called otherwise', () => {
    for (const [name, state] of [
      ['this is refused', 'failed'],
      ['this is refused', 'skipped'],
      ['this is taken', 'passed'],
    ] as const)
      expect(unproved([control], files, ran(name, state))).toHaveLength(1)
    expect(unproved([control], files, [])).toHaveLength(1)
  })

  test('is not asked of a run that did not read its file', () => {
    expect(unproved([control], new Set(), [])).toEqual([])
  })
})
