import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { stateOf } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import { problem } from '../../problem.ts'
import {
  type AskedMember,
  type Campaign,
  campaignOf,
  inviteNewcomers,
  isCampaign,
  isOpen,
  membersAsked,
  membersOf,
  remindLate,
  replaceInvitation,
} from '../../record/campaign/index.ts'
import { endLink } from '../../record/index.ts'
import { allRecords, findByReference } from '../../store/records.ts'
import { formScript } from '../assets.ts'
import { MembersTable } from '../campaign/members.tsx'
import { mergeFile } from '../campaign/merge-file.ts'
import { NetworksTable } from '../campaign/networks.tsx'
import { download } from '../download.ts'
import { entryOf } from '../entries.ts'
import { longDate } from '../format.ts'
import { Moves } from '../moves.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/** Where the coordinator follows who has answered. Who may call: coordinators. */
export const campaignConsoleRoutes = new Hono<AppEnv>()

campaignConsoleRoutes.get('/coordination/campagnes', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const forms = context.catalogue.forms.filter(isCampaign)
  const records = (await Promise.all(forms.map((form) => allRecords(context.db, form)))).flat()
  const campaigns = records.flatMap((record) => campaignOf(context, record) ?? []).reverse()
  const content = (
    <>
      <h1>{word(locale, 'campaigns')}</h1>
      <p class="actions">
        {forms.map(({ id }) => (
          <a class="button" href={`/formulaires/${id}`}>
            {word(locale, 'campaignMake')}
          </a>
        ))}
      </p>
      {campaigns.length === 0 ? <p>{word(locale, 'campaignsNone')}</p> : null}
      <ul class="cards">
        {campaigns.map(({ form, record }) => (
          <li>
            <a href={`/coordination/campagnes/${record.reference}`}>
              {String(record.answers[form.titleField] ?? record.reference)}
            </a>
            <p>
              {word(locale, 'campaignUntil', { date: closingOf({ form, record }, locale) })}{' '}
              <span class="tag">{stateOf(form, record.status).label[locale]}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
  return respond(c, { title: word(locale, 'campaigns'), content, secret: true })
})

campaignConsoleRoutes.get('/coordination/campagnes/:reference', async (c) => {
  requireCoordinator(c)
  return campaignPage(c, await openCampaign(c))
})

campaignConsoleRoutes.get('/coordination/campagnes/:reference/publipostage.csv', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const campaign = await openCampaign(c)
  const members = await membersAsked(context, campaign)
  const name = `${campaign.record.reference}.csv`
  return download(name, 'text/csv; charset=utf-8', mergeFile(members, locale), {
    'cache-control': 'no-store',
  })
})

campaignConsoleRoutes.post('/coordination/campagnes/:reference', async (c) => {
  requireCoordinator(c)
  const { context } = c.var
  const campaign = await openCampaign(c)
  const here = `/coordination/campagnes/${campaign.record.reference}`
  const entries = await readEntries(c)
  const action = entryOf(entries, 'action')
  // From a page left open while the campaign was closed, or before it was opened.
  if (action !== 'replace' && action !== 'revoke' && !isOpen(campaign)) throw problem('invalid')
  switch (action) {
    case 'remind':
      return c.redirect(`${here}?relances=${await remindLate(context, campaign)}`, 303)
    case 'invite':
      await inviteNewcomers(context, campaign)
      return c.redirect(here, 303)
    case 'replace':
    case 'revoke': {
      const members = await membersAsked(context, campaign)
      const member = members.find(({ reference }) => reference === entryOf(entries, 'member'))
      if (!member) throw problem('invalid')
      if (action === 'replace') await replaceInvitation(context, campaign, member)
      else await endLink(context, campaign.form, campaign.record, { id: member.link, scope: 'answer' })
      return c.redirect(here, 303)
    }
    default:
      throw problem('invalid')
  }
})

/** @throws problem 'not-found' */
async function openCampaign(c: C): Promise<Campaign> {
  const { context } = c.var
  const record = await findByReference(context.db, context.catalogue, c.req.param('reference') ?? '')
  const campaign = record && campaignOf(context, record)
  if (!campaign) throw problem('not-found')
  return campaign
}

const closingOf = ({ form, record }: Pick<Campaign, 'form' | 'record'>, locale: Locale): string =>
  longDate(String(record.answers[form.campaign.closing] ?? ''), locale)

async function campaignPage(c: C, campaign: Campaign) {
  const { context, locale } = c.var
  const { form, record } = campaign
  const [members, counted] = await Promise.all([
    membersAsked(context, campaign),
    membersOf(context, campaign),
  ])
  const newcomers = counted.filter(({ id }) => !members.some(({ member }) => member === id)).length
  const reminded = c.req.query('relances')
  const title = String(record.answers[form.titleField] ?? record.reference)
  const content = (
    <>
      {reminded === undefined ? null : (
        <p class="banner" role="status">
          {word(locale, 'campaignReminded', { n: Number(reminded) || 0 })}
        </p>
      )}
      <h1>{title}</h1>
      <p class="lead">
        {word(locale, 'campaignUntil', { date: closingOf(campaign, locale) })}{' '}
        <span class="tag">{stateOf(form, record.status).label[locale]}</span>
      </p>
      <p class="links">
        <a href={`/coordination/fiches/${record.reference}`}>{word(locale, 'campaignCorrect')}</a>
      </p>
      {members.length === 0 ? null : (
        <NetworksTable
          campaign={campaign}
          members={members}
          lists={context.catalogue.lists}
          locale={locale}
        />
      )}
      {isOpen(campaign) ? <Chase members={members} newcomers={newcomers} locale={locale} /> : null}
      <p class="hint">{word(locale, 'campaignHow')}</p>
      <Moves form={form} record={record} locale={locale} />
      {members.length === 0 ? null : (
        <>
          <h2>{word(locale, 'campaignMembers')}</h2>
          <p class="links">
            <a href={`/coordination/campagnes/${record.reference}/publipostage.csv`} download>
              {word(locale, 'campaignMerge')}
            </a>
          </p>
          <MembersTable campaign={campaign} members={members} locale={locale} />
        </>
      )}
    </>
  )
  return respond(c, { title, content, secret: true, scripts: [formScript.path] })
}

type ChaseProps = {
  readonly members: readonly AskedMember[]
  readonly newcomers: number
  readonly locale: Locale
}

/** To remind those who are late, and to ask those who joined since. */
function Chase({ members, newcomers, locale }: ChaseProps) {
  const late = members.filter(({ askedAt }) => askedAt !== null).length
  return (
    <form method="post" class="actions">
      {late === 0 ? null : (
        <button type="submit" name="action" value="remind">
          {word(locale, late === 1 ? 'campaignRemindOne' : 'campaignRemind', { n: late })}
        </button>
      )}
      {newcomers === 0 ? null : (
        <button type="submit" name="action" value="invite" class="second">
          {word(locale, newcomers === 1 ? 'campaignInviteOne' : 'campaignInvite', { n: newcomers })}
        </button>
      )}
    </form>
  )
}
