import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { app } from '../../src/app.ts'
import { proofScript } from '../../src/page/assets.ts'
import { openingName, proofName } from '../../src/spam/doubt.ts'
import { signOpening } from '../../src/spam/opening.ts'
import { mostDoubtful, mostRecords, siegeSpan } from '../../src/spam/siege.ts'
import { prove, workFor } from '../../src/spam/work.ts'

const address = 'http://recueil.test/formulaires/terme'

/** A request of somebody who is not signed in, where the maintainer set PROOF_OF_WORK so. */
const ask = (setting: string, init: RequestInit = {}) =>
  Promise.resolve(
    app.fetch(new Request(address, init), { ...env, PROOF_OF_WORK: setting }, createExecutionContext()),
  )

/** Sends a term whose page was opened a minute ago, with what stands for its proof. @returns where it leads */
async function sent(setting: string, proofOf: (id: string, opening: string) => Promise<string>) {
  const id = crypto.randomUUID()
  const opening = await signOpening(env.RECUEIL_SECRET, 'terme', Date.now() - 60_000)
  const body = new URLSearchParams({
    id,
    terme: `Terme ${id}`,
    definition: 'Exemple.',
    [openingName]: opening,
    [proofName]: await proofOf(id, opening),
  })
  const response = await ask(setting, { method: 'POST', body })
  return (response.headers.get('location') ?? '').split('?')[0] ?? ''
}
const none = async () => ''
const right = (id: string, opening: string) => prove(workFor(id, opening))
const asks = async (setting = '') => {
  const page = await (await ask(setting)).text()
  const told = [
    page.includes(`name="${proofName}"`),
    page.includes(proofScript.path),
    page.includes('<noscript>'),
  ]
  expect(new Set(told).size).toBe(1)
  return told[0]
}

/** Puts doubtful submissions of a form where they would be had they come then. */
const flood = (count: number, at: number, form = 'terme') =>
  env.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO doubtful (id, form, answers, digest, locale, reasons, at)
     SELECT ?2 || i, ?2, '{}', '', 'fr', '[]', ?3 FROM n`,
  )
    .bind(count, form, at)
    .run()

beforeEach(async () => {
  await env.DB.batch([env.DB.prepare('DELETE FROM doubtful'), env.DB.prepare('DELETE FROM records')])
})

describe('a form', () => {
  test('asks for no proof of work, and needs none, while little comes', async () => {
    expect(await asks()).toBe(false)
    expect(await sent('', none)).toMatch(/^\/fiches\//)
  })

  test('asks for it always where the maintainer wants it', async () => {
    expect(await asks('always')).toBe(true)
    expect(await sent('always', right)).toMatch(/^\/fiches\//)
    expect(await sent('always', none)).toMatch(/^\/envois\//)
  })

  test('takes no proof twice: that of one record proves nothing of another', async () => {
    const other = await prove(workFor(crypto.randomUUID(), 'abc'))
    expect(await sent('always', async () => other)).toMatch(/^\/envois\//)
  })

  test('asks for it while more doubtful ones come than people send, and no longer than that', async () => {
    await flood(mostDoubtful, Date.now() - 1000)
    expect(await asks()).toBe(false)
    await flood(1, Date.now() - 1000, 'outil')
    expect(await asks()).toBe(false)
    await env.DB.prepare("UPDATE doubtful SET form = 'terme'").run()
    expect(await asks()).toBe(true)
    expect(await sent('', none)).toMatch(/^\/envois\//)
    expect(await sent('', right)).toMatch(/^\/fiches\//)
    await env.DB.prepare('UPDATE doubtful SET at = ?')
      .bind(Date.now() - siegeSpan - 1)
      .run()
    expect(await asks()).toBe(false)
  })

  test('asks for it while more records are made than people send', async () => {
    const made = (count: number) =>
      env.DB.prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
         INSERT INTO records (id, form, number, status, revision, answers, coordination, locale, accepted_digest,
           key_digest, created_at, updated_at)
         SELECT 'r' || i, 'terme', i, 'propose', 1, '{}', '{"note":"","assignee":""}', 'fr', '', '', ?2, ?2 FROM n
         WHERE true ON CONFLICT DO NOTHING`,
      )
        .bind(count, Date.now())
        .run()
    await made(mostRecords)
    expect(await asks()).toBe(false)
    await made(mostRecords + 1)
    expect(await asks()).toBe(true)
  })
})
