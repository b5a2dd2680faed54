import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import type { Form } from '../../src/form/definition/index.ts'
import { findForm } from '../../src/form/index.ts'
import { accept, erase, revise, type StoredRecord, transition } from '../../src/record/index.ts'
import { findRecord } from '../../src/store/records.ts'
import { clearDue, dueRecords } from '../../src/store/sheet-due.ts'
import { contextAt } from '../support/context.ts'
import { projectSheet } from '../support/samples.ts'

const context = contextAt(Date.UTC(2018, 8, 24, 10))

function formOf(id: string): Form {
  const form = findForm(catalogue, id)
  if (!form) throw new Error(id)
  return form
}

async function accepted(form: string, answers: object): Promise<StoredRecord> {
  const id = crypto.randomUUID()
  await accept(context, formOf(form), { id, answers, locale: 'fr' })
  const record = await findRecord(env.DB, catalogue, id)
  if (!record) throw new Error(id)
  return record
}

const dueReferences = async () =>
  (await dueRecords(env.DB, catalogue, 1000)).map(({ record }) => record.reference)

async function settleAll(): Promise<void> {
  await clearDue(
    env.DB,
    (await dueRecords(env.DB, catalogue, 1000)).map(({ record }) => record),
  )
}

const payloadOf = async (id: string) =>
  JSON.parse(
    (await env.DB.prepare('SELECT payload FROM events WHERE record = ?').bind(id).first<string>('payload')) ??
      '',
  ) as { data: { record: { id: string | null; reference: string } } }

const member = { nom: 'Organisation exemple A', type: '22', reseaux: ['pfongue'] }

describe('a member of the directory that changes its name', () => {
  test('has the rows that show its name brought up to date, and no others', async () => {
    const organisation = await accepted('organisation', member)
    const project = await accepted('fiche-projet', { ...projectSheet, org_nom: organisation.reference })
    await accepted('fiche-projet', projectSheet)
    await settleAll()
    const answers = { ...organisation.answers, nom: 'Organisation exemple B' }
    await revise(context, formOf('organisation'), organisation, { answers, revision: 1 })
    expect((await dueReferences()).sort()).toEqual([project.reference, organisation.reference].sort())
  })

  test('has none brought up to date when something else of it changes', async () => {
    const organisation = await accepted('organisation', member)
    await accepted('fiche-projet', { ...projectSheet, org_nom: organisation.reference })
    await settleAll()
    const answers = { ...organisation.answers, sigle: 'OEA' }
    await revise(context, formOf('organisation'), organisation, { answers, revision: 1 })
    expect(await dueReferences()).toEqual([organisation.reference])
  })
})

describe('an erasure', () => {
  test('goes through though the record changed since it was read', async () => {
    const project = await accepted('fiche-projet', projectSheet)
    await transition(context, formOf('fiche-projet'), project, { to: 'a_verifier', note: '' })
    await erase(context, formOf('fiche-projet'), project)
    expect(await findRecord(env.DB, catalogue, project.id)).toMatchObject({ answers: {}, revision: 3 })
  })

  test('takes away what a receiver echoed', async () => {
    const project = await accepted('fiche-projet', projectSheet)
    await env.DB.prepare(
      `INSERT INTO attempts SELECT 'ep_x', seq, 1, at, 5, 'delivered', 200, NULL, payload FROM events WHERE record = ?`,
    )
      .bind(project.id)
      .run()
    await erase(context, formOf('fiche-projet'), project)
    const responses = await env.DB.prepare('SELECT group_concat(response) AS text FROM attempts').first(
      'text',
    )
    expect(responses).not.toContain(projectSheet.projet_titre)
  })
})

describe('a webhook', () => {
  test('names the record by its id where it tells less than was answered', async () => {
    const project = await accepted('fiche-projet', projectSheet)
    expect((await payloadOf(project.id)).data.record.id).toBe(project.id)
  })

  test('names it by its reference alone where whoever reads it could repeat the submission', async () => {
    const term = await accepted('terme', { terme: 'migration irrégulière' })
    expect((await payloadOf(term.id)).data.record).toMatchObject({ id: null, reference: term.reference })
  })
})
