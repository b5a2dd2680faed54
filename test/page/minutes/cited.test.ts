import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import { findForm } from '../../../src/form/index.ts'
import { carryVersions, erase, revise } from '../../../src/record/index.ts'
import { allRecords } from '../../../src/store/records.ts'
import { recordsToCarry } from '../../../src/store/versions.ts'
import { contextAt } from '../../support/context.ts'
import { ask } from '../../support/worker.ts'
import {
  attend,
  confirmedMeeting,
  move,
  now,
  personalLinks,
  post,
  stored,
  visit,
  written,
} from './meeting.ts'

const form = (id: string) => {
  const found = findForm(catalogue, id)
  if (!found) throw new Error(id)
  return found
}
const system = { role: 'system', name: '', source: 'system' } as const

let minutes = ''
let title = ''

beforeEach(async () => {
  title = `Titre ${crypto.randomUUID().slice(0, 8)}`
  const meeting = await confirmedMeeting()
  await attend(meeting, 'Participante exemple', true)
  await post(`/coordination/rencontres/${meeting}`, [
    ['action', 'designate'],
    ['name.0', 'Rapporteuse exemple'],
  ])
  const [link = ''] = await personalLinks(meeting)
  minutes = /CR-\d+/.exec(link)?.[0] ?? ''
  await visit(link, [
    ['revision', '1'],
    ['action', 'move:envoye'],
    ['action_id', meeting],
    ...written.filter(([name]) => name !== 'titre'),
    ['titre', title],
    ['apport_plaidoyer', 'Un premier élément.'],
    ['theme_plaidoyer', 'retour'],
  ])
  await move(meeting, 'tenue')
})

const path = (...states: readonly string[]) =>
  states.reduce<Promise<unknown>>((before, to) => before.then(() => move(minutes, to)), Promise.resolve())
const page = async (address: string) => (await visit(address)).text()
const found = async (query: string) =>
  (await page(`/recherche?${new URLSearchParams({ q: query })}`)).includes(`/comptes-rendus/${minutes}"`)

describe('published minutes', () => {
  test('are found from their publication on, by what they say and not by who was there', async () => {
    expect(await found(title)).toBe(false)
    await path('mise_en_page', 'relecture', 'valide')
    expect(await found(title)).toBe(false)
    await path('publie')
    expect(await found(title)).toBe(true)
    expect(await found(`${title} dit`)).toBe(true)
    expect(await found('participante')).toBe(false)
  })

  test('are found as they were last published, while they are being corrected too', async () => {
    await path('mise_en_page', 'relecture', 'valide', 'publie', 'mise_en_page')
    const record = await stored(minutes)
    const [sections] = [record.answers.points]
    const points = (sections as readonly object[]).map((row) => ({
      ...row,
      point_contenu: 'Nouveauté corrigée.',
    }))
    await revise(contextAt(now), form('compte-rendu'), record, {
      answers: { ...record.answers, points },
      revision: record.revision,
    })
    expect(await found(`${title} corrigée`)).toBe(false)
    expect(await found(`${title} dit`)).toBe(true)
    await path('relecture', 'valide', 'publie')
    expect(await found(`${title} corrigée`)).toBe(true)
    expect(await found(`${title} dit`)).toBe(false)
  })

  test('are forgotten when they are erased', async () => {
    await path('mise_en_page', 'relecture', 'valide', 'publie')
    await erase(contextAt(now), form('compte-rendu'), await stored(minutes))
    expect(await found(title)).toBe(false)
    const { results } = await env.DB.prepare('SELECT rowid FROM search WHERE search MATCH ?')
      .bind(`"${title}"`)
      .all()
    expect(results).toEqual([])
  })

  test('are cited by the elements they brought to a pleading, with their title and the way to them', async () => {
    await path('mise_en_page', 'relecture', 'valide', 'publie')
    while ((await recordsToCarry(env.DB, 1)).length > 0)
      await carryVersions(contextAt(now, { actor: system }))
    const theirs = async () => (await (await ask('/plaidoyers')).text()).includes(title)
    expect(await theirs()).toBe(true)
    const pleading = (await allRecords(env.DB, form('plaidoyer'))).find(({ answers }) =>
      JSON.stringify(answers).includes(minutes),
    )
    if (!pleading) throw new Error('no pleading')
    await revise(contextAt(now), form('plaidoyer'), pleading, {
      answers: { ...pleading.answers, message: 'Un message.' },
      revision: pleading.revision,
    })
    expect(await page('/plaidoyers')).not.toContain(minutes)
    await move(pleading.reference, 'en_redaction')
    await move(pleading.reference, 'valide')
    const text = await page('/plaidoyers')
    expect(text).toContain('Un premier élément.')
    expect(text).toContain(`<a href="/comptes-rendus/${minutes}">${title}</a>`)
    await erase(contextAt(now), form('compte-rendu'), await stored(minutes))
    expect(await page('/plaidoyers')).not.toContain(title)
  })
})
