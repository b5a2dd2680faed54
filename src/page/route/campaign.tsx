import { Hono, type Context as HonoContext } from 'hono'
import { keyName } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { stateOf } from '../../form/index.ts'
import { isProblem, problem } from '../../problem.ts'
import {
  confirm,
  endWork,
  goOn,
  type Invited,
  invitedBy,
  monthsAfter,
  recordsOfMember,
  reportNothing,
} from '../../record/campaign/index.ts'
import type { StoredRecord } from '../../record/index.ts'
import { lastWords } from '../../store/record-past.ts'
import { type Entries, entryOf } from '../entries.ts'
import { formatMoment, longDate } from '../format.ts'
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
  const [action = '', reference = ''] = entryOf(entries, 'action').split(':')
  const records = await recordsOfMember(invited)
  const named = records.find((record) => record.reference === reference)
  switch (action) {
    case 'unchanged':
      await confirm(invited, named ? [named] : [])
      return done(c, invited)
    case 'allUnchanged':
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
      return (await ended(invited, named)) ? done(c, invited) : memberPage(c, invited, named)
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

async function memberPage(c: C, invited: Opened, refused: StoredRecord | null) {
  const { context, locale } = c.var
  const { campaign, member } = invited
  const { form, record, directory } = campaign
  const records = await recordsOfMember(invited)
  const words = await lastWords(
    context.db,
    records.map(({ id }) => id),
  )
  const name = String(member.answers[directory.directory.name] ?? member.reference)
  const message = String(record.answers[form.campaign.message] ?? '')
  const title = String(record.answers[form.titleField] ?? record.reference)
  const date = longDate(String(record.answers[form.campaign.closing] ?? ''), locale)
  const content = (
    <>
      {refused === null ? null : (
        <div class="summary" role="alert">
          <p>{word(locale, 'campaignCannotEnd', { reference: refused.reference })}</p>
        </div>
      )}
      {c.req.query('fait') === '1' && refused === null ? (
        <p class="banner" role="status">
          {word(locale, 'campaignThanks')}
        </p>
      ) : null}
      <h1>{title}</h1>
      <p class="lead">{word(locale, 'campaignUntil', { date })}</p>
      {message === '' ? null : <p class="notice cell">{message}</p>}
      <p class="hint">{word(locale, 'campaignPersonal')}</p>
      <h2>{word(locale, 'campaignLead', { name })}</h2>
      <form method="post" action={formAction(c) || undefined}>
        <input type="hidden" name={keyName} value={invited.key} autocomplete="off" />
        {records.length === 0 ? null : (
          <ul class="cards">
            {records.map((one) => (
              <li>
                <OwnRecord c={c} invited={invited} record={one} at={words.get(one.id) ?? null} />
              </li>
            ))}
          </ul>
        )}
        {records.length < 2 ? null : (
          <button type="submit" name="action" value="allUnchanged">
            {word(locale, 'campaignAllUnchanged', { n: records.length })}
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

type OwnProps = {
  readonly c: C
  readonly invited: Invited
  readonly record: StoredRecord
  /** When the member last said something of it. */
  readonly at: number | null
}

function OwnRecord({ c, invited, record, at }: OwnProps) {
  const { locale, context } = c.var
  const { asked } = invited.campaign
  const old = at === null || monthsAfter(at, asked.census.months) <= context.now
  const over = record.answers[asked.census.ended.field] === asked.census.ended.code
  const { reference } = record
  return (
    <>
      <strong>{String(record.answers[asked.titleField] ?? reference)}</strong>
      <p>
        {reference} <span class="tag">{stateOf(asked, record.status).label[locale]}</span>{' '}
        {old
          ? word(locale, 'campaignToConfirm')
          : word(locale, 'campaignConfirmed', { date: formatMoment(at, locale) })}
      </p>
      <div class="actions">
        <button type="submit" name="action" value={`unchanged:${reference}`} class="second">
          {word(locale, 'campaignUnchanged')}
          <span class="hidden"> ({reference})</span>
        </button>
        <button type="submit" name="action" value={`update:${reference}`} class="second">
          {word(locale, 'campaignUpdate')}
          <span class="hidden"> ({reference})</span>
        </button>
        {over ? null : (
          <button type="submit" name="action" value={`ended:${reference}`} class="second">
            {word(locale, 'campaignEnded')}
            <span class="hidden"> ({reference})</span>
          </button>
        )}
      </div>
    </>
  )
}
