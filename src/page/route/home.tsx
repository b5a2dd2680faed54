import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../context.ts'
import type { Catalogue, Form } from '../../form/definition/index.ts'
import { displayAnswer, visibleAnswers } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import { isPublished } from '../../record/published.ts'
import type { StoredRecord } from '../../record/record.ts'
import { paragraphsOf } from '../../record/template.ts'
import { type Count, countRecords, upcomingRecords } from '../../store/records.ts'
import { FormLinks, openForms } from '../form-links.tsx'
import { capitalised, formatNumber, longDate } from '../format.ts'
import { groupOf } from '../group.ts'
import { respond } from '../respond.tsx'
import { SearchBox } from '../search-box.tsx'
import { word } from '../words.ts'

type C = HonoContext<AppEnv>

/** How many meetings the home page announces. */
const mostMeetings = 5

/** What everyone may read, beside the plan and the minutes, which are at the head of every page. */
const consulted = [
  { path: '/carte', label: 'map' },
  { path: '/tableau-de-bord', label: 'dashboard' },
  { path: '/plaidoyers', label: 'advocacy' },
  { path: '/bibliotheque', label: 'library' },
  { path: '/lexique', label: 'lexicon' },
  { path: '/consulter', label: 'publishedRecords' },
  { path: '/exports', label: 'exports' },
] as const

/** What this is, what to fill in, when the group meets, and how much is known so far. */
export const homeRoutes = new Hono<AppEnv>()

homeRoutes.get('/', async (c) => {
  const { context, locale } = c.var
  const { catalogue } = context
  const [meetings, counts, group] = await Promise.all([nextMeetings(c), countRecords(context.db), groupOf(c)])
  const title = group?.name[locale] ?? word(locale, 'site')
  const forms = openForms(c)
  const closed = forms.filter(({ submit }) => submit === 'coordinator')
  const content = (
    <>
      <h1>{title}</h1>
      {paragraphsOf(group?.introduction[locale] ?? '').map((paragraph) => (
        <p class="lead">{paragraph}</p>
      ))}
      <h2>{word(locale, 'homeForms')}</h2>
      <p class="hint">{word(locale, 'noAccount')}</p>
      <FormLinks forms={forms.filter(({ submit }) => submit === 'anyone')} locale={locale} />
      <h2>{word(locale, 'consult')}</h2>
      <SearchBox locale={locale} />
      <ul class="links">
        {consulted.map(({ path, label }) => (
          <li>
            <a href={path}>{word(locale, label)}</a>
          </li>
        ))}
      </ul>
      {closed.length === 0 ? null : (
        <>
          <h2>{word(locale, 'coordinatorForms')}</h2>
          <FormLinks forms={closed} locale={locale} />
        </>
      )}
      <h2>{word(locale, 'nextMeetings')}</h2>
      <Meetings meetings={meetings} catalogue={catalogue} locale={locale} />
      <p class="links">
        <a href="/plan">{word(locale, 'seePlan')}</a>
      </p>
      <Counts forms={catalogue.forms} counts={counts} locale={locale} />
    </>
  )
  return respond(c, { title, content })
})

type Meeting = { readonly form: Form; readonly record: StoredRecord }

/** Published records of the forms that are calendars, from this month on: a meeting may have a month and no day yet. */
async function nextMeetings(c: C): Promise<readonly Meeting[]> {
  const { db, catalogue, actor, now } = c.var.context
  const today = new Date(now).toISOString().slice(0, 10)
  const found = await Promise.all(
    catalogue.forms.map(async (form) => {
      if (form.calendar === null) return []
      const { date } = form.calendar
      const records = await upcomingRecords(db, form, date, today.slice(0, 7), 50)
      return records
        .filter((record) => actor.role === 'coordinator' || isPublished(form, record))
        .map((record) => ({
          form,
          record: { ...record, answers: visibleAnswers(form, record.answers, 'public') },
        }))
        .filter(({ record }) => isFrom(today, String(record.answers[date] ?? '')))
    }),
  )
  return found.flat().slice(0, mostMeetings)
}

const isFrom = (today: string, date: string) => date !== '' && date >= today.slice(0, date.length)

type MeetingsProps = {
  readonly meetings: readonly Meeting[]
  readonly catalogue: Catalogue
  readonly locale: Locale
}

function Meetings({ meetings, catalogue, locale }: MeetingsProps) {
  if (meetings.length === 0) return <p>{word(locale, 'noMeeting')}</p>
  const text = ({ form, record }: Meeting, name: string) => {
    const field = form.fields.find((one) => one.name === name)
    const answer = record.answers[name]
    if (field && field.name === form.calendar?.date) return longDate(String(answer), locale)
    return field ? displayAnswer(field, catalogue.lists, answer, locale, new Map()) : ''
  }
  return (
    <ul class="cards">
      {meetings.map((meeting) => {
        const { calendar, titleField } = meeting.form
        const when = [calendar?.date, calendar?.start].map((name) => (name ? text(meeting, name) : ''))
        return (
          <li>
            <strong>{text(meeting, titleField)}</strong>
            <p>
              {capitalised(when.filter((part) => part !== '').join(', '))}
              {calendar && text(meeting, calendar.place) !== '' ? ` – ${text(meeting, calendar.place)}` : ''}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

type CountsProps = {
  readonly forms: readonly Form[]
  readonly counts: readonly Count[]
  readonly locale: Locale
}

/** How many records each form has in its published states; forms that publish nothing are not counted. */
function Counts({ forms, counts, locale }: CountsProps) {
  const lines = forms.flatMap(({ id, title, publication }) => {
    const here = counts.filter(({ form, status }) => form === id && publication?.states.includes(status))
    const total = here.reduce((sum, { count }) => sum + count, 0)
    return total === 0 ? [] : [{ title: title[locale], total }]
  })
  return lines.length === 0 ? null : (
    <>
      <h2>{word(locale, 'counts')}</h2>
      <dl class="counts">
        {lines.map(({ title, total }) => (
          <div>
            <dt>{title}</dt>
            <dd>{formatNumber(total, locale)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
