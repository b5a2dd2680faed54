import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { deleteErasedFiles } from '../../../src/file/index.ts'
import { carryVersions } from '../../../src/record/index.ts'
import { claimDue } from '../../../src/store/claims.ts'
import { createEndpoint } from '../../../src/webhook/manage.ts'
import { faults, sealAll } from '../../audit/support.ts'
import { contextAt } from '../../support/context.ts'
import { ask, send } from '../../support/worker.ts'
import { now, post, visit } from '../minutes/meeting.ts'
import { about, desk, dump, her, herMinutes, herProject, namingHer } from './everywhere.ts'

// Each test begins with a record of every kind.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const system = { role: 'system', name: '', source: 'system' } as const
const text = async (response: Promise<Response>) => (await response).text()
const find = () => text(post(desk, [...about, ['action', 'chercher']]))
/** The references of the records that a page of the desk lets choose. */
const choices = (page: string) => [
  ...new Set([...page.matchAll(/name="sort:([A-Z]+-\d+)"/g)].map(([, reference = '']) => reference)),
]
const files = (page: string) => [...page.matchAll(/name="fichier" value="([^"]+)"/g)].map(([, id = '']) => id)

/** Takes her out of (or erases) all that is found, as often as the page says that there is more. */
async function eraseAll(fate: 'takeOut' | 'erase'): Promise<string> {
  let page = await find()
  for (let turn = 0; turn < 5 && choices(page).length > 0; turn += 1) {
    page = await text(
      post(desk, [
        ...about,
        ...choices(page).map((reference) => [`sort:${reference}`, fate] as const),
        ...files(page).map((id) => ['fichier', id] as const),
        ['compris', '1'],
        ['action', 'effacer'],
      ]),
    )
  }
  return page
}

let project: Awaited<ReturnType<typeof herProject>>
let minutes: Awaited<ReturnType<typeof herMinutes>>

beforeEach(async () => {
  const { results } = await env.DB.prepare('SELECT id FROM records WHERE erased_at IS NULL').all()
  for (const { id } of results) await send('DELETE', `/api/v1/records/${id}`, undefined)
  if (env.FILES) await deleteErasedFiles(contextAt(now), env.FILES)
  await createEndpoint(contextAt(now), {
    url: 'https://receveur.example/',
    description: '',
    format: 'json',
    events: [],
    forms: [],
    settings: null,
  } as Parameters<typeof createEndpoint>[1])
  project = await herProject()
  minutes = await herMinutes()
  await carryVersions(contextAt(now, { actor: system }))
  // A receiver that gives back what it was sent.
  await env.DB.prepare(
    `INSERT INTO attempts (endpoint, event, number, at, duration, outcome, status, error, response)
     SELECT d.endpoint, d.event, 9, 1, 1, 'retry', 500, null, e.detail
     FROM deliveries d JOIN events e ON e.seq = d.event WHERE e.detail LIKE '%Exemplaire%'`,
  ).run()
})

describe('the desk', () => {
  test('finds her in every record that names her, whichever of the three is known', async () => {
    const all = choices(await find())
    expect(all).toContain(project.reference)
    expect(all).toContain(minutes.minutes)
    expect(all.filter((one) => one.startsWith('PR-'))).toHaveLength(1)
    expect(all.filter((one) => one.startsWith('PL-'))).toHaveLength(1)
    for (const [typed, reference] of [
      [['nom', 'exemplaire aissatou'], minutes.minutes],
      [['courriel', her.email.toUpperCase()], project.reference],
      [['telephone', '+221 777 65 43 21'], project.reference],
    ] as const) {
      const page = await text(post(desk, [typed, ['action', 'chercher']]))
      expect(choices(page)).toContain(reference)
    }
  })

  test('tells who is not there that nobody is, and who typed nothing to type something', async () => {
    const nobody = await text(
      post(desk, [
        ['nom', 'Personne Inconnue'],
        ['action', 'chercher'],
      ]),
    )
    expect(nobody).toContain('n’est nommée nulle part')
    expect(
      (
        await post(desk, [
          ['nom', 'a'],
          ['action', 'chercher'],
        ])
      ).status,
    ).toBe(422)
    expect((await visit(desk)).status).toBe(401)
  })

  test('tells a coordinator of the decisions that stand under their address, and gives their number', async () => {
    const asked = ['courriel', 'Coordination@recueil.example'] as const
    const page = await text(post(desk, [asked, ['action', 'chercher']]))
    expect(page).not.toContain('n’est nommée nulle part')
    expect(page).toMatch(/Décisions prises sous cette adresse\s: \d+/)
    const given = (await (await post(desk, [asked, ['action', 'exporter']])).json()) as { decisions: number }
    expect(given.decisions).toBeGreaterThan(10)
    expect(await text(post(desk, [asked, ['action', 'imprimer']]))).toContain(`: ${given.decisions}`)
  })

  test('offers to look by what the records say of her too', async () => {
    const page = await text(
      post(desk, [
        ['nom', her.name],
        ['action', 'chercher'],
      ]),
    )
    expect(page).toContain('77-765-43-21')
    expect(page).toContain(`value="${her.email}"`)
  })

  test('gives her what is about her, and not what others said beside', async () => {
    const response = await post(desk, [...about, ['action', 'exporter']])
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { records } = (await response.json()) as {
      records: {
        reference: string
        consents: { field: string }[]
        answers?: Record<string, unknown>
        passages: { text: string }[]
      }[]
    }
    const of = (reference: string) => records.find((one) => one.reference === reference)
    expect(of(project.reference)?.answers?.contact_courriel).toBe(her.email)
    expect(of(project.reference)?.consents.map(({ field }) => field)).toEqual(['consentement'])
    expect(of(minutes.minutes)?.answers).toBeUndefined()
    expect(of(minutes.minutes)?.passages.map((one) => one.text)).toContain(
      `Écrire à ${her.email} ou au 00221 77 765 43 21.`,
    )
    const printed = await text(post(desk, [...about, ['action', 'imprimer']]))
    expect(printed).toContain(her.email)
    expect(printed).toMatch(/Déclaré le [^<]* par la coordination\./)
    expect(printed).toMatch(/Donné le [^<]*\./)
  })

  test('erases nothing before it is said what will be, and confirmed', async () => {
    const before = await dump()
    const chosen = [...about, [`sort:${project.reference}`, 'takeOut']] as const
    const page = await text(post(desk, [...chosen, ['action', 'preparer']]))
    expect(page).toContain('ne peut pas être défait')
    const unsure = await post(desk, [...chosen, ['action', 'effacer']])
    expect(unsure.status).toBe(422)
    expect((await post(desk, [...about, ['action', 'effacer'], ['compris', '1']])).status).toBe(422)
    expect(await dump()).toBe(before)
  })
})

describe('after the erasure of a person', () => {
  test.each(['takeOut', 'erase'] as const)(
    '%s: nothing in the database or the bucket names her',
    async (fate) => {
      expect(namingHer(await dump()).length).toBeGreaterThan(10)
      const page = await eraseAll(fate)
      expect(page).toContain('n’est nommée nulle part')
      expect(namingHer(await dump())).toEqual([])
    },
  )

  test('what she was taken out of still counts, and says so', async () => {
    await eraseAll('takeOut')
    const count = await env.DB.prepare(
      "SELECT count(*) AS n FROM records WHERE form = 'presence' AND erased_at IS NULL",
    ).first('n')
    expect(count).toBe(2)
    const published = await text(visit(`/comptes-rendus/${minutes.minutes}`))
    expect(published).toContain('[personne effacée]')
    expect(published).toContain('Quelqu’un d’autre')
    expect(published).toContain('une personne qui n’a pas souhaité être nommée')
    const history = await text(ask(`/coordination/fiches/${project.reference}`))
    expect(history).toContain('Personne retirée de la fiche')
  })

  test('an event proves it, and tells nobody who it was', async () => {
    const page = await eraseAll('takeOut')
    expect(page).toMatch(/Code de preuve\u00a0: [0-9a-f]{32}/)
    const { results } = await env.DB.prepare(
      "SELECT detail FROM events WHERE type = 'person.erased' AND record = ?",
    )
      .bind(project.id)
      .all<{ detail: string }>()
    expect(results.map(({ detail }) => Object.keys(JSON.parse(detail)))).toEqual([['proof']])
  })

  test('the chain of the log still verifies', async () => {
    await sealAll(Date.now())
    await eraseAll('takeOut')
    expect(namingHer(await dump())).toEqual([])
    await sealAll(Date.now())
    expect(await faults(1000, Date.now())).toEqual([])
  })

  test('no retry brings her back', async () => {
    const endpoint = await env.DB.prepare(
      'SELECT endpoint FROM deliveries ORDER BY event DESC LIMIT 1',
    ).first<string>('endpoint')
    await eraseAll('erase')
    // The same submission again, as a phone that was offline sends it, and with a change.
    const resend = (answers: object) =>
      send('POST', '/api/v1/forms/fiche-projet/records', { id: project.id, answers })
    expect((await resend(project.sent)).status).toBe(410)
    expect((await resend({ ...project.sent, projet_titre: 'Autre' })).status).toBe(410)
    // What the webhooks are still owed.
    for (let turn = 0; turn < 20; turn += 1) {
      const claims = await claimDue(env.DB, endpoint ?? '', now + 1e12, now + 2e12 + turn, {
        limit: 50,
        takesOver: false,
      })
      expect(namingHer(claims.map(({ payload }) => payload).join('\n'))).toEqual([])
      if (claims.length === 0) break
    }
    // What the minutes feed.
    await carryVersions(contextAt(now, { actor: system }))
    expect(namingHer(await dump())).toEqual([])
  })

  test('a published version can be changed in no other way', async () => {
    await expect(
      env.DB.prepare("UPDATE versions SET content = '{}' WHERE content <> ''").run(),
    ).rejects.toThrow('frozen')
    await eraseAll('takeOut')
    await expect(
      env.DB.prepare("UPDATE versions SET content = '{}' WHERE content <> ''").run(),
    ).rejects.toThrow('frozen')
  })
})
