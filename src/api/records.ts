import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { requireCoordinator } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import type { Form } from '../form/definition.ts'
import { findForm } from '../form/index.ts'
import { problem } from '../problem.ts'
import {
  accept,
  erase,
  type Receipt,
  recordView,
  revise,
  type StoredRecord,
  transition,
} from '../record/index.ts'
import { findRecord, listRecords } from '../store/records.ts'
import { readJson } from './body.ts'
import { pageSize } from './paging.ts'

const submission = v.strictObject({ id: v.string(), answers: v.unknown() })
const revision = v.strictObject({ answers: v.unknown() })
const move = v.strictObject({ to: v.string(), note: v.optional(v.pipe(v.string(), v.maxLength(2000)), '') })

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
    return answer(c, await revise(c.var.context, form, record, { answers, revision: revisionMatched(c) }))
  })
  .delete('/records/:id', async (c) => {
    requireCoordinator(c)
    const { form, record } = await recordOf(c, c.req.param('id'))
    await erase(c.var.context, form, record)
    return c.body(null, 204)
  })
  .post('/records/:id/transitions', async (c) => {
    requireCoordinator(c)
    const { form, record } = await recordOf(c, c.req.param('id'))
    return answer(c, await transition(c.var.context, form, record, await readJson(c, move)))
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

/** The revision named by If-Match, with or without quotes. @throws problem 'revision-required' */
function revisionMatched(c: Context<AppEnv>): number {
  const matched = /^(?:W\/)?"?([0-9]{1,9})"?$/.exec(c.req.header('if-match')?.trim() ?? '')
  if (!matched) throw problem('revision-required')
  return Number(matched[1])
}

function answer(c: Context<AppEnv>, record: StoredRecord): Response {
  return c.json(recordView(record), 200, { etag: `"${record.revision}"` })
}

function receiptView(c: Context<AppEnv>, { key, ...receipt }: Receipt) {
  const editUrl = new URL(`/fiches/${receipt.reference}`, c.req.url)
  editUrl.searchParams.set('cle', key)
  return { ...receipt, editUrl: editUrl.href }
}
