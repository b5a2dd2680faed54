import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import type { Rule } from '../../src/access/rule.ts'
import { rules } from '../../src/access/table.ts'
import { attend, confirmedMeeting, personalLinks, post } from '../page/minutes/meeting.ts'
import { projectSheet } from '../support/samples.ts'
import { send } from '../support/worker.ts'
import { type Caller, call } from './caller.ts'

/**
 * Who may see a record: everyone, or whoever has its key and the coordinators; of what is erased nobody sees anything.
 */
type Seen = 'everyone' | 'its own' | 'nobody'
type Case = {
  readonly name: string
  readonly seen: Seen
  readonly id: string
  readonly reference: string
  /** The key of its edit link; '' where it has none. */
  readonly key: string
}

const cases: Case[] = []

type Receipt = { readonly id: string; readonly reference: string; readonly editUrl: string }

async function sheet(
  name: string,
  seen: Seen,
  visibilite: string,
  ...states: readonly string[]
): Promise<void> {
  const id = crypto.randomUUID()
  const answers = { ...projectSheet, projet_titre: `Fiche exemple : ${name}`, visibilite }
  const response = await send('POST', '/api/v1/forms/fiche-projet/records', { id, answers })
  const { reference, editUrl } = await response.json<Receipt>()
  for (const to of states) {
    const moved = await send('POST', `/api/v1/records/${id}/transitions`, { to, note: '' })
    expect([name, to, moved.status]).toEqual([name, to, 200])
  }
  const key = new URL(editUrl, 'http://here').searchParams.get('cle') ?? ''
  expect(key.length).toBeGreaterThan(20)
  cases.push({ name, seen, id, reference, key })
}

beforeAll(async () => {
  const published = ['validee', 'publiee'] as const
  await sheet('published for everyone', 'everyone', 'public', ...published)
  await sheet('published for members', 'its own', 'membres', ...published)
  await sheet('published for the coordination', 'its own', 'coordination', ...published)
  await sheet('just received', 'its own', 'public')
  await sheet('archived', 'its own', 'public', 'archivee')
  await sheet('erased', 'nobody', 'public', ...published)
  const erased = cases.at(-1)
  if (erased === undefined) throw new Error('no sheet')
  const present = await env.DB.prepare('SELECT revision FROM records WHERE id = ?').bind(erased.id).first<{
    revision: number
  }>()
  const gone = await send(
    'DELETE',
    `/api/v1/records/${erased.id}`,
    {},
    { 'if-match': `"${present?.revision}"` },
  )
  expect(gone.status).toBe(204)
  await minutes()
})

/** Minutes that two people write, neither published nor anyone's but theirs, and an attendance. */
async function minutes(): Promise<void> {
  const meeting = await confirmedMeeting()
  await attend(meeting, 'Personne exemple', false)
  await post(`/coordination/rencontres/${meeting}`, [
    ['action', 'designate'],
    ['name.0', 'Rapporteuse exemple'],
  ])
  const [link = ''] = await personalLinks(meeting)
  const address = new URL(link, 'http://here')
  const reference = address.pathname.split('/').at(-1) ?? ''
  const prefix = reference.split('-')[0]
  const form = catalogue.forms.find((one) => one.prefix === prefix)
  if (reference === '') throw new Error('no minutes')
  const line = await env.DB.prepare('SELECT id FROM records WHERE form = ? AND number = ?')
    .bind(form?.id ?? '', Number(reference.split('-')[1]))
    .first<{ id: string }>()
  cases.push({
    name: 'minutes being written',
    seen: 'its own',
    id: line?.id ?? '',
    reference,
    key: address.searchParams.get('cle') ?? '',
  })
}

const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const outsiders = [
  'nobody in particular',
  'somebody signed in',
  'a service token of somebody else',
] as const satisfies readonly Caller[]

const aboutRecords = rules.filter(({ path }) => /:(?:reference|id)\b/.test(path))

const address = ({ path }: Rule, { reference, id }: Case): string =>
  path
    .replace(':reference', reference)
    .replace(':id', id)
    .replace(':number', '1')
    .replace(':form', 'fiche-projet')

/** All that the database says of a record. */
async function all(id: string): Promise<string> {
  const tables = await env.DB.batch([
    env.DB.prepare('SELECT * FROM records WHERE id = ?').bind(id),
    env.DB.prepare('SELECT * FROM events WHERE record = ? ORDER BY seq').bind(id),
    env.DB.prepare('SELECT * FROM links WHERE record = ? ORDER BY id').bind(id),
    env.DB.prepare('SELECT * FROM comments WHERE record = ? ORDER BY id').bind(id),
  ])
  return JSON.stringify(tables.map(({ results }) => results))
}

/** What a caller without the record's key may be answered. */
function allowed(rule: Rule, verb: string, caller: Caller, one: Case): readonly number[] {
  const asked = verb === 'HEAD' ? 'GET' : verb
  if (!rule.methods.includes(asked)) return [404, 405, 415]
  switch (rule.by) {
    case 'coordinator':
      return caller === 'nobody in particular' ? [401] : [403]
    case 'holder':
      return [404]
    case 'anyone':
      return one.seen === 'everyone' ? [200, 303, 404] : [404, 410]
    case 'form':
    case 'signed':
      throw new Error(`${rule.path} is about no record`)
  }
}

describe('role × route × verb × visibility', () => {
  test('an outsider gets what is public and nothing else, and changes nothing', async () => {
    const wrong: string[] = []
    let asked = 0
    for (const one of cases) {
      const before = await all(one.id)
      for (const rule of aboutRecords)
        for (const verb of verbs)
          for (const caller of outsiders) {
            asked++
            const { status } = await call(caller, verb, address(rule, one))
            if (!allowed(rule, verb, caller, one).includes(status))
              wrong.push(`${caller} ${verb} ${rule.path} (${one.name}): ${status}`)
          }
      expect([one.name, await all(one.id)]).toEqual([one.name, before])
    }
    expect(wrong).toEqual([])
    expect(asked).toBe(cases.length * aboutRecords.length * verbs.length * outsiders.length)
    expect(aboutRecords.length).toBeGreaterThan(25)
  }, 120_000)

  test('the key of one record opens that one and no other', async () => {
    const keyed = aboutRecords.filter(({ by }) => by === 'holder')
    const opened = new Set<string>()
    const wrong: string[] = []
    for (const one of cases) {
      const before = await all(one.id)
      for (const { key, name } of cases)
        for (const rule of keyed)
          for (const verb of verbs) {
            const isOwn = name === one.name
            if (isOwn && verb !== 'GET') continue
            const { status } = await call('nobody in particular', verb, `${address(rule, one)}?cle=${key}`)
            if (isOwn && status === 200) opened.add(one.name)
            else if (!([404, 405, 415].includes(status) || (isOwn && [303, 410].includes(status))))
              wrong.push(`the key of “${name}” ${verb} ${rule.path} (${one.name}): ${status}`)
          }
      expect([one.name, await all(one.id)]).toEqual([one.name, before])
    }
    expect(wrong).toEqual([])
    expect([...opened].sort()).toEqual(
      cases
        .filter(({ seen }) => seen !== 'nobody')
        .map(({ name }) => name)
        .sort(),
    )
  }, 120_000)

  test('a key is no coordinator: under /coordination and in the API it opens nothing', async () => {
    for (const one of cases)
      for (const rule of aboutRecords.filter(({ by }) => by === 'coordinator'))
        for (const method of rule.methods)
          expect([
            rule.path,
            (await call('nobody in particular', method, `${address(rule, one)}?cle=${one.key}`)).status,
          ]).toEqual([rule.path, 401])
  }, 60_000)

  test('a coordinator is refused none of the routes, and no answer is a failure of ours', async () => {
    const wrong: string[] = []
    for (const one of cases)
      for (const rule of aboutRecords)
        for (const method of rule.methods.filter((method) => method === 'GET')) {
          const { status } = await call('a coordinator', method, address(rule, one))
          if ([401, 403].includes(status) || status >= 500) wrong.push(`${method} ${rule.path}: ${status}`)
        }
    expect(wrong).toEqual([])
  }, 60_000)
})
