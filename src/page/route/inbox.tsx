import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm, stateOf } from '../../form/index.ts'
import { isProblem, problem } from '../../problem.ts'
import { parseReference, type StoredRecord } from '../../record/index.ts'
import { findInInbox } from '../../store/inbox.ts'
import { countRecords, findByReference, findByReferences } from '../../store/records.ts'
import { inboxScript } from '../assets.ts'
import { entriesOf, entryOf } from '../entries.ts'
import { Found } from '../inbox/found.tsx'
import { addressOf, pageSize, type Question } from '../inbox/question.ts'
import { Sieve } from '../inbox/sieve.tsx'
import { labelOfMove } from '../moves.tsx'
import { moveRead, Publishing, type Unread, unreadBefore } from '../publishing.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/** Records moved by one click at most: the free plan allows 50 queries an invocation. */
const mostAtOnce = 8

/** Every record, by form and status. Who may call: coordinators. */
export const inboxRoutes = new Hono<AppEnv>()

inboxRoutes.get('/coordination/fiches', async (c) => {
  requireCoordinator(c)
  const question = questionOf(c)
  const { context } = c.var
  // Whoever types a reference wants that record.
  const named = parseReference(context.catalogue, question.text)
    ? await findByReference(context.db, context.catalogue, question.text)
    : null
  if (named && named.erasedAt === null) return c.redirect(`/coordination/fiches/${named.reference}`, 303)
  return inboxPage(c, question)
})

inboxRoutes.post('/coordination/fiches', async (c) => {
  requireCoordinator(c)
  const { context } = c.var
  const question = questionOf(c)
  const form = findForm(context.catalogue, question.form)
  const entries = await readEntries(c)
  const to = entryOf(entries, 'to')
  if (!form?.workflow.states.some(({ code }) => code === to)) throw problem('invalid')
  const chosen = entriesOf(entries, 'fiche').slice(0, mostAtOnce)
  const records = (await findByReferences(context.db, context.catalogue, chosen)).filter(
    (record) => record.form === form.id && record.erasedAt === null,
  )
  const note = entryOf(entries, 'note').slice(0, 2000)
  const unread = await unreadBefore(context, form, records, to, entries, c.var.locale)
  if (unread !== null) return publishingPage(c, question, form, { to, note, records }, unread)
  const refused: string[] = []
  for (const record of records)
    try {
      await moveRead(context, form, record, { to, note })
    } catch (cause) {
      if (!isProblem(cause)) throw cause
      refused.push(record.reference)
    }
  const address = new URL(addressOf(question), c.req.url)
  address.searchParams.set('vers', to)
  address.searchParams.set('faites', String(records.length - refused.length))
  if (refused.length > 0) address.searchParams.set('refus', refused.join(' '))
  return c.redirect(address.pathname + address.search, 303)
})

/** What everyone will see of the chosen records, before a move shows it to them. */
function publishingPage(
  c: C,
  question: Question,
  form: Form,
  { to, note, records }: { to: string; note: string; records: readonly StoredRecord[] },
  unread: Unread,
) {
  const { locale } = c.var
  const content = (
    <Publishing
      {...unread}
      action={addressOf(question)}
      sent={[...records.map(({ reference }) => ['fiche', reference] as const), ['to', to], ['note', note]]}
      label={labelOfMove(form, question.status, to, locale)}
      locale={locale}
    />
  )
  const status = unread.state === 'unread' ? 422 : 200
  return respond(c, { title: word(locale, 'publicView'), content, status, secret: true })
}

/** What the address asks; what is nothing there is asks for nothing. */
function questionOf(c: C): Question {
  const { form: id = '', statut = '', q = '', depuis = '0' } = c.req.query()
  const form = findForm(c.var.context.catalogue, id)
  const status = form?.workflow.states.some(({ code }) => code === statut) ? statut : ''
  const from = Number.parseInt(depuis, 10)
  return { form: form?.id ?? '', status, text: q.trim().slice(0, 100), from: from > 0 ? from : 0 }
}

async function inboxPage(c: C, question: Question) {
  const { context, locale } = c.var
  const { catalogue, db } = context
  const [counts, { records, more }] = await Promise.all([
    countRecords(db),
    findInInbox(db, catalogue, { ...question, limit: pageSize }),
  ])
  const form = findForm(catalogue, question.form) ?? null
  const content = (
    <>
      <Done c={c} form={form} />
      <h1>{word(locale, 'inbox')}</h1>
      <Sieve question={question} forms={catalogue.forms} counts={counts} locale={locale} />
      <Found
        question={question}
        catalogue={catalogue}
        form={form}
        records={records}
        more={more}
        locale={locale}
      />
    </>
  )
  const scripts = [inboxScript.path]
  return respond(c, { title: word(locale, 'inbox'), content, secret: true, scripts })
}

/** What the last click came to. */
function Done({ c, form }: { c: C; form: Form | null }) {
  const { locale, context } = c.var
  const { vers, faites, refus = '' } = c.req.query()
  if (form === null || vers === undefined || !form.workflow.states.some(({ code }) => code === vers))
    return null
  const refused = refus.split(' ').filter((reference) => parseReference(context.catalogue, reference))
  return (
    <>
      <p class="banner" role="status">
        {word(locale, 'inboxMoved', { state: stateOf(form, vers).label[locale], n: Number(faites) || 0 })}
      </p>
      {refused.length === 0 ? null : (
        <div class="summary" role="alert">
          <p>{word(locale, 'inboxRefused')}</p>
          <ul>
            {refused.map((reference) => (
              <li>
                <a href={`/coordination/fiches/${reference}`}>{reference}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
