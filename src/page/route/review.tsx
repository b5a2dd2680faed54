import { Hono, type Context as HonoContext } from 'hono'
import { keyName, retryAfter } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { DocumentView } from '../../document/view.tsx'
import type { Form } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import { reviewNoticeOf } from '../../privacy/index.ts'
import { type Issue, isProblem, problem } from '../../problem.ts'
import { comment, linkOpenedBy, reviewEnd, type StoredRecord } from '../../record/index.ts'
import { commentsOn } from '../../store/comments.ts'
import { findByReference } from '../../store/records.ts'
import { type Entries, entryOf } from '../entries.ts'
import { Hurried } from '../form-notices.tsx'
import { formatMoment } from '../format.ts'
import { groupOf, settingsOf } from '../group.ts'
import { Comments } from '../minutes/comments.tsx'
import { draftDocument } from '../minutes/documents.ts'
import { FormNotice } from '../privacy/notice.tsx'
import { respond } from '../respond.tsx'
import { Problems } from '../summary.tsx'
import { word } from '../words.ts'
import { formAction, keyOf, opensNothing, withKey } from './held-key.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/**
 * Where those who were at a meeting read its minutes before they are published, and say what is missing. Who may call:
 * whoever has the review link. Opening it changes nothing: mail scanners open links too.
 */
export const reviewRoutes = new Hono<AppEnv>()

reviewRoutes.get('/comptes-rendus/:reference/relecture', async (c) => {
  const opened = await openReview(c, [])
  const state = c.req.query('fait') === '1' ? 'done' : 'open'
  return reviewPage(c, { ...opened, state, issues: [], given: emptyComment() })
})

reviewRoutes.post('/comptes-rendus/:reference/relecture', async (c) => {
  const entries = await readEntries(c)
  const opened = await openReview(c, entries)
  const given = {
    id: entryOf(entries, 'id'),
    name: entryOf(entries, 'name').trim(),
    organisation: entryOf(entries, 'organisation').trim(),
    text: entryOf(entries, 'text').replaceAll('\r\n', '\n').trim(),
  }
  if (c.var.hurried) return reviewPage(c, { ...opened, state: 'hurried', issues: [], given })
  try {
    await comment(c.var.context, opened.form, opened.record, given)
    const path = `/comptes-rendus/${opened.record.reference}/relecture?fait=1`
    return c.redirect(withKey(c, path, opened.key), 303)
  } catch (cause) {
    if (!isProblem(cause)) throw cause
    if (cause.code === 'invalid')
      return reviewPage(c, { ...opened, state: 'refused', issues: cause.errors, given })
    if (cause.code === 'locked') return reviewPage(c, { ...opened, state: 'closed', issues: [], given })
    throw cause
  }
})

type Opened = { readonly form: Form; readonly record: StoredRecord; readonly key: string }

/** @throws problem 'not-found' for a wrong key and for a reference of nothing alike, 'erased' */
async function openReview(c: C, entries: Entries): Promise<Opened> {
  const { context } = c.var
  const key = keyOf(c, entries)
  const record = await findByReference(context.db, context.catalogue, c.req.param('reference') ?? '')
  const form = record && findForm(context.catalogue, record.form)
  if (!record || !form?.minutes) throw opensNothing()
  const link = await linkOpenedBy(context, record.id, key)
  if (link?.scope !== 'comment') throw opensNothing()
  if (record.erasedAt !== null) throw problem('erased')
  return { form, record, key }
}

const emptyComment = () => ({ id: crypto.randomUUID(), name: '', organisation: '', text: '' })

type Page = Opened & {
  readonly state: 'open' | 'done' | 'refused' | 'closed' | 'hurried'
  readonly issues: readonly Issue[]
  readonly given: ReturnType<typeof emptyComment>
}

const statuses = { open: 200, done: 200, refused: 422, closed: 403, hurried: 429 } as const

async function reviewPage(c: C, { form, record, key, state, issues, given }: Page) {
  const { context, locale } = c.var
  const [end, group, { settings }, comments, document] = await Promise.all([
    reviewEnd(context, form, record),
    groupOf(c),
    settingsOf(c),
    commentsOn(context.db, record.id),
    draftDocument(context, form, record),
  ])
  const title = word(locale, 'reviewTitle')
  const notice = reviewNoticeOf({ form, group, settings, locale })
  if (state === 'hurried') c.header('Retry-After', String(retryAfter))
  const content = (
    <>
      <Problems
        problems={issues.map(({ pointer, message }) => ({
          control: `page-${pointer.slice(1)}`,
          message: message[locale],
        }))}
        locale={locale}
      />
      {state === 'hurried' ? <Hurried locale={locale} /> : null}
      {state === 'done' ? (
        <p class="banner" role="status">
          {word(locale, 'commentThanks')}
        </p>
      ) : null}
      <h1>{title}</h1>
      {end === null ? (
        <p class="notice">{word(locale, 'reviewClosed')}</p>
      ) : (
        <p class="lead">
          {word(locale, 'reviewAsk')}{' '}
          {word(locale, 'reviewUntil', { date: formatMoment(end - 60_000, locale) })}
        </p>
      )}
      {state === 'closed' ? (
        <div class="summary" role="alert">
          <p>{word(locale, 'notKept')}</p>
          <p class="cell">{given.text}</p>
        </div>
      ) : null}
      <DocumentView document={document} />
      <h2>{word(locale, 'comments')}</h2>
      <Comments comments={comments} locale={locale} />
      {end === null ? null : (
        <>
          {notice === null ? null : <FormNotice notice={notice} />}
          <CommentForm action={formAction(c)} holder={key} given={given} issues={issues} locale={locale} />
        </>
      )}
    </>
  )
  return respond(c, { title, content, status: statuses[state], secret: true })
}

type FormProps = Pick<Page, 'given' | 'issues'> & {
  readonly action: string
  /** The key of the link. */
  readonly holder: string
  readonly locale: Locale
}

const lines = [
  { name: 'name', label: 'commentName', autocomplete: 'name' },
  { name: 'organisation', label: 'commentOrganisation', autocomplete: 'organization' },
] as const

function CommentForm({ action, holder, given, issues, locale }: FormProps) {
  const fault = (name: string) => issues.find(({ pointer }) => pointer === `/${name}`)?.message[locale]
  const described = (name: string) => (fault(name) === undefined ? undefined : `page-${name}-faute`)
  const Fault = ({ name }: { name: string }) =>
    fault(name) === undefined ? null : (
      <p class="error" id={`page-${name}-faute`}>
        {fault(name)}
      </p>
    )
  return (
    <form method="post" action={action || undefined} novalidate>
      <input type="hidden" name={keyName} value={holder} autocomplete="off" />
      <input type="hidden" name="id" value={given.id} autocomplete="off" />
      {lines.map(({ name, label, autocomplete }) => (
        <div class="field">
          <label for={`page-${name}`}>{word(locale, label)}</label>
          <Fault name={name} />
          <input
            type="text"
            id={`page-${name}`}
            name={name}
            value={given[name]}
            autocomplete={autocomplete}
            aria-describedby={described(name)}
          />
        </div>
      ))}
      <div class="field">
        <label for="page-text">{word(locale, 'commentText')}</label>
        <Fault name="text" />
        <textarea id="page-text" name="text" rows={5} aria-describedby={described('text')}>
          {given.text}
        </textarea>
      </div>
      <button type="submit">{word(locale, 'commentSend')}</button>
    </form>
  )
}
