import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm, stateOf } from '../../form/index.ts'
import { type Issue, isProblem, problem } from '../../problem.ts'
import {
  type Attendee,
  attendanceFormOf,
  attendeesOf,
  designate,
  endLink,
  linkKey,
  minutesFormOf,
  minutesOf,
  renewLink,
  type StoredRecord,
} from '../../record/index.ts'
import { loadNames } from '../../record/load-names.ts'
import { linksOf } from '../../store/links.ts'
import { allRecords, findByReference } from '../../store/records.ts'
import { formScript } from '../assets.ts'
import { type Entries, entryOf } from '../entries.ts'
import { capitalised, longDate } from '../format.ts'
import { AttendancePart } from '../meeting/attendance.tsx'
import { type ShownLink, WritersPart, writersFrom } from '../meeting/writers.tsx'
import { Moves } from '../moves.tsx'
import { respond } from '../respond.tsx'
import { Problems } from '../summary.tsx'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/** What the coordinator has before them during a meeting. Who may call: coordinators. */
export const meetingRoutes = new Hono<AppEnv>()

meetingRoutes.get('/coordination/rencontres', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const forms = context.catalogue.forms.filter(({ calendar }) => calendar !== null)
  const lists = await Promise.all(forms.map((form) => allRecords(context.db, form)))
  const content = (
    <>
      <h1>{word(locale, 'meetings')}</h1>
      <ul class="cards">
        {forms.flatMap((form, index) =>
          (lists[index] ?? [])
            .toSorted((one, other) => (dateOf(form, one) < dateOf(form, other) ? -1 : 1))
            .map((record) => (
              <li>
                <a href={`/coordination/rencontres/${record.reference}`}>
                  {String(record.answers[form.titleField] ?? record.reference)}
                </a>
                <p>
                  {capitalised(longDate(dateOf(form, record), locale))}{' '}
                  <span class="tag">{stateOf(form, record.status).label[locale]}</span>
                </p>
              </li>
            )),
        )}
      </ul>
    </>
  )
  return respond(c, { title: word(locale, 'meetings'), content, secret: true })
})

meetingRoutes.get('/coordination/rencontres/:reference', async (c) => {
  requireCoordinator(c)
  const state = c.req.query('fait') === '1' ? 'done' : 'open'
  return meetingPage(c, { meeting: await meetingOf(c), entries: [], state, issues: [] })
})

meetingRoutes.post('/coordination/rencontres/:reference', async (c) => {
  requireCoordinator(c)
  const meeting = await meetingOf(c)
  const entries = await readEntries(c)
  try {
    await carryOut(c, meeting, entries)
    return c.redirect(`/coordination/rencontres/${meeting.record.reference}?fait=1`, 303)
  } catch (cause) {
    if (!isProblem(cause) || (cause.code !== 'invalid' && cause.code !== 'locked')) throw cause
    const issues = cause.code === 'locked' ? [{ pointer: '', message: cause.title }] : cause.errors
    return meetingPage(c, { meeting, entries, state: 'refused', issues })
  }
})

type Meeting = { readonly form: Form; readonly record: StoredRecord }

/** @throws problem 'not-found' */
async function meetingOf(c: C): Promise<Meeting> {
  const { db, catalogue } = c.var.context
  const record = await findByReference(db, catalogue, c.req.param('reference') ?? '')
  const form = record && findForm(catalogue, record.form)
  if (!record || !form?.calendar || record.erasedAt !== null) throw problem('not-found')
  return { form, record }
}

/** @throws problem 'invalid' when what is asked for is nothing there is, or is refused */
async function carryOut(c: C, { form, record }: Meeting, entries: Entries): Promise<void> {
  const { context } = c.var
  switch (entryOf(entries, 'action')) {
    case 'designate':
      await designate(context, form, record, writersFrom(entries, await presentAt(c, { form, record })))
      return
    case 'replace':
    case 'revoke': {
      const minutesForm = minutesFormOf(context, form)
      const minutes = minutesForm && (await minutesOf(context, minutesForm, record))
      const links = minutes ? await linksOf(context.db, minutes.id, context.now) : []
      const link = links.find(({ id }) => id === entryOf(entries, 'link'))
      if (!minutesForm || !minutes || !link) throw problem('invalid')
      const change = entryOf(entries, 'action') === 'replace' ? renewLink : endLink
      await change(context, minutesForm, minutes, link)
      return
    }
    default:
      throw problem('invalid')
  }
}

async function presentAt(c: C, { form, record }: Meeting): Promise<readonly Attendee[]> {
  const lists = attendanceFormOf(c.var.context, form)
  return lists === null ? [] : attendeesOf(c.var.context, lists, record.reference)
}

type Page = {
  readonly meeting: Meeting
  readonly entries: Entries
  readonly state: 'open' | 'done' | 'refused'
  readonly issues: readonly Issue[]
}

async function meetingPage(c: C, { meeting, entries, state, issues }: Page) {
  const { context, locale } = c.var
  const { form, record } = meeting
  const lists = attendanceFormOf(context, form)
  const minutesForm = minutesFormOf(context, form)
  const [present, minutes, names] = await Promise.all([
    presentAt(c, meeting),
    minutesForm === null ? null : minutesOf(context, minutesForm, record),
    loadNames(context, lists === null ? [] : [lists]),
  ])
  const links = minutes === null ? [] : await shownLinks(c, minutes)
  const address =
    lists === null
      ? null
      : new URL(`/formulaires/${lists.id}?${lists.attendance.meeting}=${record.reference}`, c.req.url).href
  const title = String(record.answers[form.titleField] ?? record.reference)
  const content = (
    <>
      <Problems
        problems={issues.map(({ message }) => ({ control: null, message: message[locale] }))}
        locale={locale}
      />
      {state === 'done' ? (
        <p class="banner" role="status">
          {word(locale, 'done')}
        </p>
      ) : null}
      <h1>{title}</h1>
      <p class="lead">
        {capitalised(longDate(dateOf(form, record), locale))}{' '}
        <span class="tag">{stateOf(form, record.status).label[locale]}</span>
      </p>
      {lists === null || address === null ? null : (
        <AttendancePart
          form={lists}
          address={address}
          here={`/coordination/rencontres/${record.reference}`}
          isClosed={lists.attendance.closed.includes(record.status)}
          present={present}
          names={names}
          locale={locale}
        />
      )}
      {minutesForm === null ? null : (
        <WritersPart
          form={minutesForm}
          minutes={minutes}
          present={present}
          links={links}
          entries={entries}
          locale={locale}
        />
      )}
      <Moves form={form} record={record} locale={locale} />
    </>
  )
  const status = state === 'refused' ? 422 : 200
  return respond(c, { title, content, status, secret: true, scripts: [formScript.path] })
}

/** The live links to write the minutes, each with the address that its holder opens. */
async function shownLinks(c: C, minutes: StoredRecord): Promise<readonly ShownLink[]> {
  const { context } = c.var
  const links = await linksOf(context.db, minutes.id, context.now)
  return Promise.all(
    links
      .filter(({ scope }) => scope === 'write')
      .map(async (link) => {
        const address = new URL(`/fiches/${minutes.reference}`, c.req.url)
        address.searchParams.set('cle', await linkKey(context, link))
        return { link, address: address.href }
      }),
  )
}

const dateOf = ({ calendar }: Form, { answers }: StoredRecord): string =>
  calendar === null ? '' : String(answers[calendar.date] ?? '')
