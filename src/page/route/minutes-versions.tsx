import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../context.ts'
import { DifferenceView } from '../../document/difference.tsx'
import { compareDocuments, documentDocx } from '../../document/index.ts'
import { DocumentView } from '../../document/view.tsx'
import { downloadOf } from '../../file/index.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import { problem } from '../../problem.ts'
import type { StoredRecord } from '../../record/index.ts'
import { filesOf } from '../../store/files.ts'
import { findByReference } from '../../store/records.ts'
import { type StoredVersion, versionsOf } from '../../store/versions.ts'
import { formatMoment } from '../format.ts'
import { docxAnswer, versionDocument } from '../minutes/documents.ts'
import { fileAddress, fileLabel } from '../minutes/files.tsx'
import { type Published, publishedMinutes } from '../minutes/published.ts'
import { Neighbours, Versions } from '../minutes/versions.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

type C = HonoContext<AppEnv>

/**
 * Published minutes, version by version, and their files. Who may call: anyone, and sees what was published, whatever
 * became of the record since.
 */
export const versionRoutes = new Hono<AppEnv>()

versionRoutes.get('/comptes-rendus/:reference', async (c) => {
  const { name, answer } = askedFor(c.req.param('reference'))
  const minutes = await minutesAt(c, name)
  return answer(c, minutes, minutes.newest)
})

versionRoutes.get('/comptes-rendus/:reference/versions/:number', async (c) => {
  const minutes = await minutesAt(c, c.req.param('reference'))
  const { name, answer } = askedFor(c.req.param('number'))
  return answer(c, minutes, versionOf(minutes, name))
})

versionRoutes.get('/comptes-rendus/:reference/versions/:number/differences', async (c) => {
  const { context, locale } = c.var
  const minutes = await minutesAt(c, c.req.param('reference'))
  const after = versionOf(minutes, c.req.param('number'))
  const before = versionOf(minutes, String(after.number - 1))
  const [one, other] = await Promise.all(
    [before, after].map((version) => versionDocument(context, minutes.form, version)),
  )
  if (!one || !other) throw problem('not-found')
  const title = word(locale, 'whatChanged', { before: before.number, n: after.number })
  const content = (
    <>
      <h1>{title}</h1>
      <p class="links">
        <a href={`/comptes-rendus/${minutes.record.reference}`}>{word(locale, 'currentVersion')}</a>
      </p>
      <DifferenceView changes={compareDocuments(one, other)} locale={locale} />
    </>
  )
  return respond(c, { title, content })
})

for (const path of ['/comptes-rendus', '/coordination/comptes-rendus'])
  versionRoutes.get(`${path}/:reference/fichiers/:id`, fileAnswer)

/** A file by itself: of a published version to anyone, laid out and not yet published to coordinators alone. */
async function fileAnswer(c: C): Promise<Response> {
  const { db, catalogue, actor } = c.var.context
  const record = await findByReference(db, catalogue, c.req.param('reference') ?? '')
  const file = (record ? await filesOf(db, record.id) : []).find(({ id }) => id === c.req.param('id'))
  if (!record || record.erasedAt !== null || !file || !c.env.FILES) throw problem('not-found')
  const isPublished = (await versionsOf(db, record.id)).some(({ number }) => number === file.version)
  // What is laid out and not published yet is the coordinators'; to others it is as if it were not there.
  if (!isPublished && actor.role !== 'coordinator') throw problem('not-found')
  return downloadOf(c.env.FILES, file)
}

/** What the end of an address names, and how it is answered: as a Word file, or as a page. */
const askedFor = (name: string) =>
  name.endsWith('.docx')
    ? { name: name.slice(0, -'.docx'.length), answer: wordAnswer }
    : { name, answer: versionPage }

type Minutes = {
  readonly form: Form
  readonly record: StoredRecord
  readonly versions: readonly StoredVersion[]
  readonly newest: StoredVersion
}

/** @throws problem 'not-found' for what was never published */
async function minutesAt(c: C, reference: string): Promise<Minutes> {
  const { db, catalogue } = c.var.context
  const record = await findByReference(db, catalogue, reference)
  const form = record && findForm(catalogue, record.form)
  const versions = record && form?.minutes ? await versionsOf(db, record.id) : []
  const [newest] = versions
  if (!record || !form || !newest) throw problem('not-found')
  return { form, record, versions, newest }
}

function versionOf({ versions }: Minutes, number: string): StoredVersion {
  const version = versions.find((one) => String(one.number) === number)
  if (!version) throw problem('not-found')
  return version
}

async function wordAnswer(c: C, { form, record }: Minutes, version: StoredVersion): Promise<Response> {
  const document = await versionDocument(c.var.context, form, version)
  return docxAnswer(await documentDocx(document), `${record.reference}-v${version.number}.docx`)
}

async function versionPage(c: C, minutes: Minutes, version: StoredVersion) {
  const { context, locale } = c.var
  const { form, record, versions, newest } = minutes
  const [document, files, all] = await Promise.all([
    versionDocument(context, form, version),
    filesOf(context.db, record.id),
    publishedMinutes(context),
  ])
  const path = `/comptes-rendus/${record.reference}`
  const here = version === newest ? path : `${path}/versions/${version.number}`
  const file = files.find((one) => one.version === version.number)
  const published: Published | undefined = all.find((one) => one.record === record.id)
  const content = (
    <>
      {version === newest ? null : (
        <p class="notice">
          {word(locale, 'oldVersion')} <a href={path}>{word(locale, 'currentVersion')}</a>
        </p>
      )}
      <DocumentView document={document} />
      <footer class="about">
        <p>{word(locale, 'version', { n: version.number, date: formatMoment(version.at, locale) })}</p>
        <p class="actions">
          <a href={version === newest ? `${path}.docx` : `${here}.docx`}>{word(locale, 'downloadWord')}</a>
          {file === undefined ? null : <a href={fileAddress(record, file)}>{fileLabel(file, locale)}</a>}
        </p>
        <Versions path={path} versions={versions} locale={locale} />
        <Neighbours all={all} record={record.id} locale={locale} />
      </footer>
    </>
  )
  return respond(c, { title: published?.title ?? record.reference, content })
}
