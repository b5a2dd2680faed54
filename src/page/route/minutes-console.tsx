import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { documentDocx } from '../../document/index.ts'
import { DocumentView } from '../../document/view.tsx'
import { keepFile, mostFileBytes } from '../../file/index.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm, stateOf } from '../../form/index.ts'
import { type Issue, isProblem, problem } from '../../problem.ts'
import {
  canonicalJson,
  commentLink,
  endLink,
  renewLink,
  reviewEnd,
  type StoredRecord,
  type VersionContent,
} from '../../record/index.ts'
import { commentsOn } from '../../store/comments.ts'
import { findDelivery } from '../../store/deliveries.ts'
import { findEndpoint } from '../../store/endpoints.ts'
import { filesOf } from '../../store/files.ts'
import { findByReference } from '../../store/records.ts'
import { sendingsOf } from '../../store/sendings.ts'
import { type StoredVersion, versionsOf } from '../../store/versions.ts'
import { replayOne, settleOne } from '../../webhook/index.ts'
import { formScript } from '../assets.ts'
import { entryOf } from '../entries.ts'
import { docxAnswer, draftDocument } from '../minutes/documents.ts'
import { FileLinks, FilePart } from '../minutes/files.tsx'
import { Review, reviewAddress } from '../minutes/review.tsx'
import { Sendings } from '../minutes/sendings.tsx'
import { Moves } from '../moves.tsx'
import { respond } from '../respond.tsx'
import { Problems } from '../summary.tsx'
import { word } from '../words.ts'
import { readEntries, readFile } from './request.ts'

type C = HonoContext<AppEnv>

/** Where the coordinator lays minutes out, has them reviewed, publishes them and sees them sent. Who may call: coordinators. */
export const minutesConsoleRoutes = new Hono<AppEnv>()

minutesConsoleRoutes.get('/coordination/comptes-rendus/:reference', async (c) => {
  requireCoordinator(c)
  const reference = c.req.param('reference')
  if (!reference.endsWith('.docx')) return consolePage(c, { ...(await minutesAt(c, reference)), issues: [] })
  const { form, record } = await minutesAt(c, reference.slice(0, -'.docx'.length))
  const document = await draftDocument(c.var.context, form, record)
  return docxAnswer(await documentDocx(document), `${record.reference}.docx`)
})

minutesConsoleRoutes.post('/coordination/comptes-rendus/:reference/fichier', async (c) => {
  requireCoordinator(c)
  const opened = await minutesAt(c, c.req.param('reference'))
  const { FILES } = c.env
  if (!FILES) throw problem('not-found')
  try {
    const bytes = await readFile(c, 'file', mostFileBytes)
    if (bytes.length === 0) throw problem('invalid', { errors: [{ pointer: '/file', message: noFile }] })
    await keepFile(c.var.context, FILES, opened.record, await versionOfFile(c, opened), bytes)
    return c.redirect(`/coordination/comptes-rendus/${opened.record.reference}?fait=1`, 303)
  } catch (cause) {
    if (!isProblem(cause) || cause.code !== 'invalid') throw cause
    return consolePage(c, { ...opened, issues: cause.errors })
  }
})

/** What the coordinator decides of a message that may have arrived: it did, or it is to be sent again. */
minutesConsoleRoutes.post('/coordination/comptes-rendus/:reference/envois', async (c) => {
  requireCoordinator(c)
  const { record } = await minutesAt(c, c.req.param('reference'))
  const { context } = c.var
  const entries = await readEntries(c)
  const endpoint = await findEndpoint(context.db, entryOf(entries, 'endpoint'))
  const event = Number(entryOf(entries, 'event'))
  const delivery = endpoint && (await findDelivery(context.db, endpoint.id, event))
  if (!endpoint || !delivery) throw problem('not-found')
  if (entryOf(entries, 'action') === 'settle') await settleOne(context, endpoint, event)
  else if (entryOf(entries, 'action') === 'replay') await replayOne(context, endpoint, event)
  else throw problem('invalid')
  return c.redirect(`/coordination/comptes-rendus/${record.reference}?fait=1`, 303)
})

minutesConsoleRoutes.post('/coordination/comptes-rendus/:reference/relecture', async (c) => {
  requireCoordinator(c)
  const { form, record } = await minutesAt(c, c.req.param('reference'))
  const { context } = c.var
  const link = await commentLink(context, record)
  const action = entryOf(await readEntries(c), 'action')
  if (action === 'renew')
    await renewLink(context, form, record, link ?? { id: null, scope: 'comment', holder: '' })
  else if (action === 'revoke' && link !== null) await endLink(context, form, record, link)
  else throw problem('invalid')
  return c.redirect(`/coordination/comptes-rendus/${record.reference}?fait=1`, 303)
})

const noFile = { fr: 'Choisissez d’abord un fichier.', en: 'Choose a file first.' }

type Opened = { readonly form: Form; readonly record: StoredRecord }

/** @throws problem 'not-found', 'erased' */
async function minutesAt(c: C, reference: string): Promise<Opened> {
  const { db, catalogue } = c.var.context
  const record = await findByReference(db, catalogue, reference)
  const form = record && findForm(catalogue, record.form)
  if (!record || !form?.minutes) throw problem('not-found')
  if (record.erasedAt !== null) throw problem('erased')
  return { form, record }
}

/** The version that a file laid out now is of: the one that stands while it is published, else the one to come. */
async function versionOfFile(c: C, { form, record }: Opened): Promise<number> {
  const count = (await versionsOf(c.var.context.db, record.id)).length
  const isPublished = form.workflow.transitions.some(({ to, publishes }) => publishes && to === record.status)
  return isPublished ? count : count + 1
}

async function consolePage(c: C, { form, record, issues }: Opened & { readonly issues: readonly Issue[] }) {
  const { context, locale } = c.var
  const { db } = context
  const announced = form.workflow.transitions.flatMap(({ event }) => (event === null ? [] : [event]))
  const [end, link, comments, files, versions, sendings, document, version] = await Promise.all([
    reviewEnd(context, form, record),
    commentLink(context, record),
    commentsOn(db, record.id),
    filesOf(db, record.id),
    versionsOf(db, record.id),
    sendingsOf(db, record.id, announced),
    draftDocument(context, form, record),
    versionOfFile(c, { form, record }),
  ])
  const [newest] = versions
  const title = `${record.reference} – ${word(locale, 'consoleMinutes')}`
  const content = (
    <>
      <Problems
        problems={issues.map(({ message }) => ({ control: 'page-fichier', message: message[locale] }))}
        locale={locale}
      />
      {c.req.query('fait') === '1' && issues.length === 0 ? (
        <p class="banner" role="status">
          {word(locale, 'done')}
        </p>
      ) : null}
      <h1>{String(record.answers[form.titleField] ?? record.reference)}</h1>
      <p class="lead">
        {record.reference} <span class="tag">{stateOf(form, record.status).label[locale]}</span>
      </p>
      <p class="actions">
        <a href={`/coordination/fiches/${record.reference}`}>{word(locale, 'editMinutes')}</a>
        <a href={`/coordination/comptes-rendus/${record.reference}.docx`}>{word(locale, 'downloadWord')}</a>
        {versions.length === 0 ? null : (
          <a href={`/comptes-rendus/${record.reference}`}>{word(locale, 'currentVersion')}</a>
        )}
      </p>
      {newest !== undefined && isChanged(newest, record) ? (
        <p class="notice">{word(locale, 'changedSince', { n: newest.number })}</p>
      ) : null}
      <Moves form={form} record={record} locale={locale} />
      {end === null && comments.length === 0 ? null : (
        <Review
          record={record}
          link={link && { ...link, address: await reviewAddress(c, record, link) }}
          end={end}
          now={context.now}
          comments={comments}
          locale={locale}
        />
      )}
      <FilePart
        isOn={c.env.FILES !== undefined}
        action={`/coordination/comptes-rendus/${record.reference}/fichier`}
        version={version}
        locale={locale}
      />
      <FileLinks record={record} files={files} locale={locale} />
      <h2>{word(locale, 'sendings')}</h2>
      <Sendings
        sendings={sendings}
        action={`/coordination/comptes-rendus/${record.reference}/envois`}
        locale={locale}
      />
      <h2>{word(locale, 'preview')}</h2>
      <p>{word(locale, 'previewWhy')}</p>
      <DocumentView document={document} />
    </>
  )
  const status = issues.length === 0 ? 200 : 422
  return respond(c, { title, content, status, secret: true, scripts: [formScript.path] })
}

/** Whether the record says something else by now than its newest version. */
const isChanged = ({ content }: StoredVersion, { answers }: StoredRecord): boolean =>
  canonicalJson((JSON.parse(content) as VersionContent).answers) !== canonicalJson(answers)
