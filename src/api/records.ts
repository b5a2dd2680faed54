import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { requireCoordinator } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { findForm, isClean } from '../form/index.ts'
import { problem } from '../problem.ts'
import {
  accept,
  erase,
  parseReference,
  type Receipt,
  recordView,
  revise,
  type StoredRecord,
  transition,
} from '../record/index.ts'
import { findRecord, listRecords } from '../store/records.ts'
import { readJson } from './body.ts'
import { pageSize, unreadable } from './paging.ts'

const submission = v.strictObject({ id: v.string(), answers: v.unknown() })
const revision = v.strictObject({ answers: v.unknown() })
const note = v.pipe(v.string(), v.maxLength(2000), v.check(isClean))
const move = v.strictObject({ to: v.string(), note: v.optional(note, '') })

/**
 * Who may call: anyone may submit a form that is open to anyone; all else is the coordinators'. Members correct their
 * records by the edit link of their receipt.
 */
export const recordRoutes = new Hono<AppEnv>()
  .post('/forms/:form/records', async (c) => {
    const form = formOf(c, c.req.param('form'))
    if (form.submit === 'coordinator') requireCoordinator(c)
    const body = await readJson(c, submission)
    const { created, receipt } = await accept(c.var.context, form, { ...body, locale: c.var.locale })
    return c.json(receiptView(c, receipt), created ? 201 : 200)
  })
  .get('/records', async (c) => {
    requireCoordinator(c)
    const { db, catalogue } = c.var.context
    const { form, status, after } = c.req.query()
    if (form !== undefined) formOf(c, form)
    if (after !== undefined && !parseReference(catalogue, after)) throw unreadable('after')
    const states = catalogue.forms.flatMap(({ workflow }) => workflow.states.map(({ code }) => code))
    if (status !== undefined && !states.includes(status)) throw unreadable('status')
    const { records, next } = await listRecords(db, catalogue, {
      form: form ?? null,
      status: status ?? null,
      after: after ?? null,
      limit: pageSize(c),
    })
    return c.json({ records: records.map(recordView), next })
  })
  .get('/records/:id', async (c) => {
    requireCoordinator(c)
    return answer(c, (await recordOf(c, c.req.param('id'))).record)
  })
  .patch('/records/:id', async (c) => {
    requireCoordinator(c)
    const { form, record } = await recordOf(c, c.req.param('id'))
    const { answers } = await readJson(c, revision)
    const seen = revisionMatched(c)
    if (seen === null) throw problem('revision-required')
    return answer(c, await revise(c.var.context, form, record, { answers, revision: seen }))
  })
  .delete('/records/:id', async (c) => {
    requireCoordinator(c)
    const { form, record } = await recordOf(c, c.req.param('id'))
    refuseIfStale(c, record)
    await erase(c.var.context, form, record)
    return c.body(null, 204)
  })
  .post('/records/:id/transitions', async (c) => {
    requireCoordinator(c)
    const { form, record } = await recordOf(c, c.req.param('id'))
    const asked = await readJson(c, move)
    refuseIfStale(c, record)
    return answer(c, await transition(c.var.context, form, record, asked))
  })

function formOf(c: Context<AppEnv>, id: string): Form {
  const form = findForm(c.var.context.catalogue, id)
  if (!form) throw problem('not-found')
  return form
}

async function recordOf(c: Context<AppEnv>, id: string): Promise<{ form: Form; record: StoredRecord }> {
  const { db, catalogue } = c.var.context
  const record = await findRecord(db, catalogue, id.toLowerCase())
  if (!record) throw problem('not-found')
  if (record.erasedAt !== null) throw problem('erased')
  return { form: formOf(c, record.form), record }
}

/** The revision named by If-Match, with or without quotes, or null. @throws problem 'revision-required' when unreadable */
function revisionMatched(c: Context<AppEnv>): number | null {
  const header = c.req.header('if-match')
  if (header === undefined) return null
  const matched = /^(?:W\/)?"?([0-9]{1,9})"?$/.exec(header.trim())
  if (!matched) throw problem('revision-required')
  return Number(matched[1])
}

/** For what may be done without naming a revision: one that is named must be the present one. */
function refuseIfStale(c: Context<AppEnv>, record: StoredRecord): void {
  const revision = revisionMatched(c)
  if (revision !== null && revision !== record.revision)
    throw problem('revision-stale', { extension: { record: recordView(record) } })
}

function answer(c: Context<AppEnv>, record: StoredRecord): Response {
  return c.json(recordView(record), 200, { etag: `"${record.revision}"` })
}

function receiptView(c: Context<AppEnv>, { key, ...receipt }: Receipt) {
  const editUrl = new URL(`/fiches/${receipt.reference}`, c.req.url)
  editUrl.searchParams.set('cle', key)
  return { ...receipt, editUrl: editUrl.href }
}
