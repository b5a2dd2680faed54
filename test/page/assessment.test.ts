import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { action } from '../../forms/action.ts'
import { catalogue } from '../../forms/index.ts'
import { accept, revise, type StoredRecord } from '../../src/record/index.ts'
import { findRecord } from '../../src/store/records.ts'
import {
  contextFor,
  coordinator,
  type Entries,
  exampleCatalogue,
  member,
  open,
  send,
  step,
} from './example.ts'

const visitor = { ...coordinator, catalogue }
const context = contextFor(visitor)

const stored = async (id: string): Promise<StoredRecord> => {
  const record = await findRecord(env.DB, catalogue, id)
  if (!record) throw new Error(id)
  return record
}

async function planned(answers: object = {}): Promise<StoredRecord> {
  const id = crypto.randomUUID()
  const meeting = {
    type: 'rencontre_thematique',
    nom: 'Rencontre exemple',
    description: 'Un échange, pour l’exemple.',
    acteurs: ['Organisation exemple A'],
    date: '2018-09-24',
    ordre: 1,
    criteres: [{ critere: 'Premier critère' }, { critere: 'Second critère' }],
  }
  await accept(context, action, { id, answers: { ...meeting, ...answers }, locale: 'fr' })
  return stored(id)
}

const path = ({ reference }: StoredRecord) => `/coordination/plan/${reference}`

/** What the page sends: each criterion's text, assessment and evidence. */
const sent = (revision: number, ...rows: readonly (readonly [string, string, string])[]): Entries => [
  ['revision', String(revision)],
  ...rows.flatMap(
    ([text, assessment, evidence], index): Entries => [
      ['criteres.row', String(index)],
      [`criteres.${index}.critere`, text],
      [`criteres.${index}.evaluation`, assessment],
      [`criteres.${index}.preuve`, evidence],
    ],
  ),
]

beforeEach(async () => {
  await env.DB.prepare('DELETE FROM records').run()
})

describe('the assessment of an item’s criteria', () => {
  test('asks of each criterion how it stands and what shows it', async () => {
    const record = await planned({
      criteres: [{ critere: 'Premier critère', evaluation: 'trop_tot', preuve: 'Rien encore' }],
    })
    const { status, text, headers } = await open(visitor, path(record))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).toMatch(/<legend>1\. Premier critère<\/legend>/)
    expect(text).toMatch(/name="criteres\.0\.evaluation" value="trop_tot" checked/)
    expect(text).toMatch(/name="criteres\.0\.preuve"[^>]*value="Rien encore"/)
    expect(text).toContain('name="revision" value="1"')
  })

  test('keeps what was chosen, and all else of the record', async () => {
    const record = await planned()
    const entries = sent(1, ['Premier critère', 'atteint', 'Un lien'], ['Second critère', '', ''])
    const response = await send(visitor, path(record), entries)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${path(record)}?fait=1`)
    const { answers, revision } = await stored(record.id)
    expect(revision).toBe(2)
    expect(answers).toEqual({
      ...record.answers,
      criteres: [
        { critere: 'Premier critère', evaluation: 'atteint', preuve: 'Un lien' },
        { critere: 'Second critère' },
      ],
    })
    expect((await open(visitor, `${path(record)}?fait=1`)).text).toContain('L’évaluation est enregistrée.')
  })

  test('can be taken back', async () => {
    const record = await planned({ criteres: [{ critere: 'Premier critère', evaluation: 'non' }] })
    await send(visitor, path(record), sent(1, ['Premier critère', '', '']))
    expect((await stored(record.id)).answers.criteres).toEqual([{ critere: 'Premier critère' }])
  })

  test('that comes too late loses nothing: what is recorded stands beside it, and it can be sent again', async () => {
    const record = await planned()
    const criteres = [{ critere: 'Second critère', evaluation: 'non' }, { critere: 'Premier critère' }]
    await revise(context, action, record, { answers: { ...record.answers, criteres }, revision: 1 })
    const rows = [
      ['Premier critère', 'atteint', 'Un lien'],
      ['Second critère', 'en_partie', ''],
    ] as const
    const response = await send(visitor, path(record), sent(1, ...rows))
    expect(response.status).toBe(412)
    const text = await response.text()
    expect(text).toContain('La fiche a changé entre-temps')
    expect(text).toMatch(/Critère 1 – Évaluation<\/th><td[^>]*>Non<\/td><td[^>]*>En partie<\/td>/)
    // The criteria changed places: what was said of each follows it.
    expect(text).toMatch(/name="criteres\.1\.evaluation" value="atteint" checked/)
    expect(text).toMatch(/name="criteres\.1\.preuve"[^>]*value="Un lien"/)
    expect(text).toContain('name="revision" value="2"')
    expect((await stored(record.id)).answers.criteres).toEqual(criteres)
    expect((await send(visitor, path(record), sent(2, ...rows))).status).toBe(303)
    expect((await stored(record.id)).answers.criteres).toEqual([
      { critere: 'Second critère', evaluation: 'en_partie' },
      { critere: 'Premier critère', evaluation: 'atteint', preuve: 'Un lien' },
    ])
  })

  test('shows what was said of a criterion that is there no more', async () => {
    const record = await planned()
    const criteres = [{ critere: 'Second critère' }]
    await revise(context, action, record, { answers: { ...record.answers, criteres }, revision: 1 })
    const response = await send(visitor, path(record), sent(1, ['Premier critère', 'atteint', 'Un lien <i>']))
    const text = await response.text()
    expect(text).toContain('Ces critères ne sont plus dans le plan')
    expect(text).toContain('Un lien &lt;i&gt;')
  })

  test('refuses a code that is not offered, and keeps what was typed', async () => {
    const record = await planned()
    const response = await send(visitor, path(record), sent(1, ['Premier critère', 'parfait', 'Un lien']))
    expect(response.status).toBe(422)
    const text = await response.text()
    expect(text).toContain('href="#criteres.0.evaluation"')
    expect(text).toMatch(/name="criteres\.0\.preuve"[^>]*value="Un lien"/)
    expect((await stored(record.id)).revision).toBe(1)
  })

  test('is for coordinators, and for records of a plan with criteria', async () => {
    const record = await planned()
    expect((await open({ ...visitor, role: 'member' }, path(record))).status).toBe(401)
    expect((await send({ ...visitor, role: 'member' }, path(record), sent(1))).status).toBe(401)
    expect((await open(visitor, '/coordination/plan/PA-9999')).status).toBe(404)
    const other = { ...coordinator, catalogue: exampleCatalogue }
    const id = crypto.randomUUID()
    const answers = { serie: 'un', nom: 'Étape exemple' }
    await accept(contextFor(other), step, { id, answers, locale: 'fr' })
    expect((await open(other, '/coordination/plan/ET-0001')).status).toBe(404)
  })
})

describe('the plan', () => {
  test('says in words how each criterion stands, what shows it, and how many are met', async () => {
    const record = await planned({
      criteres: [
        { critere: 'Premier critère', evaluation: 'atteint', preuve: 'Un lien <i>' },
        { critere: 'Second critère' },
      ],
    })
    const seen = await open({ ...member, catalogue }, '/plan')
    expect(seen.text).toMatch(/Premier critère <span class="tag met">Atteint<\/span>/)
    expect(seen.text).toContain('Preuve\u00a0: Un lien &lt;i&gt;')
    expect(seen.text).toContain('Atteints\u00a0: 1 · Pas encore évalués\u00a0: 1')
    expect(seen.text).toContain('Critères de réussite atteints\u00a0: 1 sur 2')
    expect(seen.text).not.toContain(path(record))
    expect((await open(visitor, '/plan')).text).toContain(`href="${path(record)}"`)
  })

  test('says how far its year is and what was held', async () => {
    const held = await planned()
    await planned({ ordre: 2, date: '2018-10' })
    await env.DB.prepare(`UPDATE records SET status = 'tenue' WHERE id = ?`).bind(held.id).run()
    const { text } = await open(visitor, '/plan')
    expect(text).toContain('Du 1er septembre 2018 au 31 août 2019')
    expect(text).toContain('24 jours écoulés sur 365')
    expect(text).toMatch(/<progress aria-hidden="true" value="24" max="365"/)
    expect(text).toContain('Actions tenues\u00a0: 1 sur 2')
  })

  test('tells a place to find within 30 days, a month without a meeting and one with too many', async () => {
    const near = await planned({ date: '2018-10' })
    await planned({ date: '2018-12', zones: 'Dakar' })
    for (const ordre of [3, 4, 5]) await planned({ date: '2019-01', ordre, zones: 'Dakar' })
    const { text } = await open(visitor, '/plan')
    expect(text).toContain(
      `<a href="#${near.reference}">Dans les 30 jours, sans lieu\u00a0: Rencontre exemple (octobre 2018)</a>`,
    )
    expect(text).toContain('Novembre 2018\u00a0: aucune rencontre')
    expect(text).toContain('Janvier 2019\u00a0: 3 rencontres au lieu de 2 au plus')
    expect(text).toContain('Aucune rencontre n’est prévue après la dernière\u00a0: février 2019, mars 2019')
    const english = await open({ ...visitor, locale: 'en' }, '/plan')
    expect(english.text).toContain('November 2018: no meeting')
  })
})
