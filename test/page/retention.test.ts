import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { findForm } from '../../src/form/index.ts'
import { accept } from '../../src/record/index.ts'
import { retain, setRetention } from '../../src/record/retention.ts'
import { contextAt } from '../support/context.ts'
import { emptied } from '../support/emptied.ts'
import { ask } from '../support/worker.ts'
import { post } from './minutes/meeting.ts'

const path = '/coordination/conservation'
const page = async () => (await ask(path)).text()
const started = () => env.DB.prepare('SELECT started_by FROM retention').first<string>('started_by')

/** A tool that somebody told of so many days ago. */
async function tool(days: number): Promise<string> {
  const form = findForm(catalogue, 'outil')
  if (!form) throw new Error('no form')
  const answers = {
    nom: `Outil exemple ${days}`,
    porteur: 'ONG Exemple',
    type: 'autre',
    marche: 'Un exemple.',
    marche_pas: 'Un exemple.',
    propose_par: 'Awa Exemple',
  }
  const context = contextAt(Date.now() - days * 86_400_000)
  const { receipt } = await accept(context, form, { id: crypto.randomUUID(), locale: 'fr', answers })
  return receipt.reference
}

beforeEach(async () => {
  await emptied('records', 'events', 'sheet_due', 'retention')
})

test('what is over is listed by form and purpose, with how long it is kept; nothing is done', async () => {
  const old = await tool(800)
  const young = await tool(10)
  const text = await page()
  expect(text).toContain('Gardé 24 mois après l’envoi')
  expect(text).toContain(`<strong>1</strong> <a href="/coordination/fiches/${old}">${old}</a>`)
  expect(text).not.toContain(young)
  expect(text).toContain('Rien n’est effacé')
  expect(await started()).toBeNull()
})

test('erasing begins when the coordinator says that the list was read, and stops on demand', async () => {
  const unsure = await post(path, [['action', 'start']])
  expect(unsure.status).toBe(422)
  expect(await unsure.text()).toContain('<a href="#sure">')
  expect(await started()).toBeNull()

  const sure = await post(path, [
    ['action', 'start'],
    ['sure', 'oui'],
  ])
  expect(sure.status).toBe(303)
  expect(await started()).toBe('coordination@recueil.example')
  expect(await page()).toContain('En marche depuis le')

  expect((await post(path, [['action', 'stop']])).status).toBe(303)
  expect(await started()).toBeNull()
})

test('nothing else is done by it', async () => {
  expect((await post(path, [['action', 'other']])).status).toBe(422)
})

test('what could not be erased is named as failed, with when', async () => {
  const old = await tool(800)
  await setRetention(contextAt(Date.now()), 'started')
  await env.DB.prepare(
    "CREATE TRIGGER broken BEFORE UPDATE ON records BEGIN SELECT RAISE(ABORT, 'broken'); END",
  ).run()
  await retain(contextAt(Date.now()))
  await env.DB.prepare('DROP TRIGGER broken').run()
  expect(await page()).toMatch(new RegExp(`>${old}</a> <span class="when">\\(échec le `))
})
