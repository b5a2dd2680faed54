import { Hono, type Context as HonoContext } from 'hono'
import { keyName } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { isProblem, problem } from '../../problem.ts'
import {
  confirm,
  endWork,
  goOn,
  type Invited,
  invitedBy,
  isBeforeEnd,
  recordsOfMember,
  reportNothing,
} from '../../record/campaign/index.ts'
import type { StoredRecord } from '../../record/index.ts'
import { lastNotes, lastWords } from '../../store/record-past.ts'
import { mayBeUnchanged, OwnRecord } from '../campaign/own-record.tsx'
import { type Entries, entryOf } from '../entries.ts'
import { longDate } from '../format.ts'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { campaignName, formAction, giveKey, keyOf, opensNothing, withKey } from './held-key.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/**
 * Where a member of the directory answers a campaign. Who may call: whoever has the member's link. It shows what is the
 * member's alone. Opening it changes nothing: mail scanners open links too.
 */
export const campaignRoutes = new Hono<AppEnv>()

campaignRoutes.get('/campagnes/:reference', async (c) => memberPage(c, await openInvitation(c, []), null))

campaignRoutes.post('/campagnes/:reference', async (c) => {
  const entries = await readEntries(c)
  const invited = await openInvitation(c, entries)
  const [action = '', given = ''] = entryOf(entries, 'action').split(':')
  const references = given === '' ? [] : given.split(',')
  const records = (await recordsOfMember(invited)).filter(({ reference }) => references.includes(reference))
  const [named] = records
  // From a page left open while one of them was put aside, erased, handed to another or sent back to be completed.
  const isOutdated =
    records.length < references.length ||
    (action === 'unchanged' && !records.every((one) => mayBeUnchanged(invited.campaign.asked, one)))
  if (isOutdated) return memberPage(c, invited, word(c.var.locale, 'campaignOutdated'))
  switch (action) {
    case 'unchanged':
      await confirm(invited, records)
      return done(c, invited)
    case 'nothing':
      await reportNothing(invited)
      return done(c, invited)
    case 'update':
      if (!named) throw problem('invalid')
      await goOn(invited)
      return goTo(c, invited, `/fiches/${named.reference}`, '')
    case 'new':
      await goOn(invited)
      return goTo(
        c,
        invited,
        `/formulaires/${invited.campaign.asked.id}`,
        `?${campaignName}=${invited.campaign.record.reference}`,
      )
    case 'ended':
      if (!named) throw problem('invalid')
      return (await ended(invited, named))
        ? done(c, invited)
        : memberPage(c, invited, word(c.var.locale, 'campaignCannotEnd', { reference: named.reference }))
    default:
      throw problem('invalid')
  }
})

/** @returns false when the record must be corrected first */
async function ended(invited: Invited, record: StoredRecord): Promise<boolean> {
  try {
    await endWork(invited, record)
    return true
  } catch (cause) {
    if (isProblem(cause) && (cause.code === 'invalid' || cause.code === 'revision-stale')) return false
    throw cause
  }
}

const done = (c: C, { campaign, key }: Opened): Response =>
  c.redirect(withKey(c, `/campagnes/${campaign.record.reference}?fait=1`, key), 303)

/** Another page that the member's key opens. */
function goTo(c: C, { key }: Opened, path: string, query: string): Response {
  giveKey(c, path, key)
  return c.redirect(withKey(c, path + query, key), 303)
}

type Opened = Invited & { readonly key: string }

/** @throws problem 'not-found' for a wrong key and for a reference of another campaign alike */
async function openInvitation(c: C, entries: Entries): Promise<Opened> {
  const key = keyOf(c, entries)
  const invited = await invitedBy(c.var.context, key)
  if (invited === null || invited.campaign.record.reference !== c.req.param('reference')?.toUpperCase())
    throw opensNothing()
  return { ...invited, key }
}

/** @param refused why what was asked was not done, or null */
async function memberPage(c: C, invited: Opened, refused: string | null) {
  const { context, locale } = c.var
  const { campaign, member } = invited
  const { form, record, directory, asked } = campaign
  const records = await recordsOfMember(invited)
  const ids = records.map(({ id }) => id)
  const [notes, words] = await Promise.all([
    lastNotes(context.db, ids, asked.census.incomplete.from),
    lastWords(context.db, ids),
  ])
  const steady = records.filter((one) => mayBeUnchanged(asked, one)).map(({ reference }) => reference)
  const name = String(member.answers[directory.directory.name] ?? member.reference)
  const message = String(record.answers[form.campaign.message] ?? '')
  const title = String(record.answers[form.titleField] ?? record.reference)
  const closing = String(record.answers[form.campaign.closing] ?? '')
  const until = isBeforeEnd(closing, context.now) ? 'campaignUntil' : 'campaignOver'
  const content = (
    <>
      {refused === null ? null : (
        <div class="summary" role="alert">
          <p>{refused}</p>
        </div>
      )}
      {c.req.query('fait') === '1' && refused === null ? (
        <p class="banner" role="status">
          {word(locale, 'campaignThanks')}
        </p>
      ) : null}
      <h1>{title}</h1>
      <p class="lead">{word(locale, until, { date: longDate(closing, locale) })}</p>
      {message === '' ? null : <p class="notice cell">{message}</p>}
      <p class="hint">{word(locale, 'campaignPersonal')}</p>
      <h2>{word(locale, 'campaignLead', { name })}</h2>
      <form method="post" action={formAction(c) || undefined}>
        <input type="hidden" name={keyName} value={invited.key} autocomplete="off" />
        {records.length === 0 ? null : (
          <ul class="cards">
            {records.map((one) => (
              <li>
                <OwnRecord
                  asked={asked}
                  record={one}
                  at={words.get(one.id) ?? null}
                  note={mayBeUnchanged(asked, one) ? '' : (notes.get(one.id) ?? '')}
                  now={context.now}
                  locale={locale}
                />
              </li>
            ))}
          </ul>
        )}
        {steady.length < 2 ? null : (
          <button type="submit" name="action" value={`unchanged:${steady.join(',')}`}>
            {word(locale, 'campaignAllUnchanged', { n: steady.length })}
          </button>
        )}
        <h2>{word(locale, records.length === 0 ? 'campaignNew' : 'campaignAnother')}</h2>
        <p>{word(locale, 'campaignNewWhy')}</p>
        <div class="actions">
          <button type="submit" name="action" value="new">
            {word(locale, records.length === 0 ? 'campaignNew' : 'campaignAnother')}
          </button>
          {records.length === 0 ? (
            <button type="submit" name="action" value="nothing" class="second">
              {word(locale, 'campaignNothing')}
            </button>
          ) : null}
        </div>
      </form>
    </>
  )
  return respond(c, { title, content, status: refused === null ? 200 : 422, secret: true })
}
