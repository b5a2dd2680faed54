import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { daysRejected } from '../../privacy/index.ts'
import { problem } from '../../problem.ts'
import { releaseFirst, type Unreleased } from '../../record/index.ts'
import { loadNames } from '../../record/load-names.ts'
import {
  countDoubtful,
  type Doubtful,
  findAllDoubtful,
  listDoubtful,
  setRejected,
} from '../../store/doubtful.ts'
import { entriesOf, entryOf } from '../entries.ts'
import { Done } from '../quarantine/done.tsx'
import { DoubtfulList } from '../quarantine/list.tsx'
import { quarantinePath } from '../quarantine/path.ts'
import { surelyPage } from '../quarantine/surely.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

const pageSize = 20

/** Doubtful submissions, to accept or to set aside. Who may call: coordinators. */
export const quarantineRoutes = new Hono<AppEnv>()

quarantineRoutes.get(quarantinePath, (c) => {
  requireCoordinator(c)
  return listPage(c, { refused: [] })
})

quarantineRoutes.post(quarantinePath, async (c) => {
  requireCoordinator(c)
  const { db, now } = c.var.context
  const entries = await readEntries(c)
  const ids = entriesOf(entries, 'envoi')
  const chosen = await findAllDoubtful(db, ids)
  switch (entryOf(entries, 'action')) {
    case 'release':
      return releaseChosen(
        c,
        chosen.filter(({ rejectedAt }) => rejectedAt === null),
      )
    case 'reject':
      return chosen.length === 0 ? done(c, 0, 0) : surelyPage(c, chosen)
    case 'rejectSurely':
      await setRejected(db, ids, now)
      return done(c, chosen.length, 0)
    case 'restore':
      await setRejected(db, ids, null)
      return done(c, chosen.length, 0)
    default:
      throw problem('invalid')
  }
})

const done = (c: C, made: number, left: number) =>
  c.redirect(`${quarantinePath}?faits=${made}&reste=${left}`, 303)

async function releaseChosen(c: C, chosen: readonly Doubtful[]) {
  const { refused, tried, left } = await releaseFirst(c.var.context, chosen)
  return refused.length > 0 ? listPage(c, { refused }) : done(c, tried, left)
}

async function listPage(c: C, { refused }: { readonly refused: readonly Unreleased[] }) {
  const { context, locale } = c.var
  const rejected = c.req.query('etat') === 'ecartes'
  const from = Math.max(0, Number.parseInt(c.req.query('depuis') ?? '0', 10) || 0)
  const [counts, found] = await Promise.all([
    countDoubtful(context.db),
    listDoubtful(context.db, { rejected, from, limit: pageSize + 1 }),
  ])
  const doubtfuls = found.slice(0, pageSize)
  const forms = context.catalogue.forms.filter(({ id }) => doubtfuls.some(({ form }) => form === id))
  const names = await loadNames(context, forms)
  const title = word(locale, 'quarantine')
  const state = rejected ? '&etat=ecartes' : ''
  const content = (
    <>
      <Done c={c} refused={refused} />
      <h1>{title}</h1>
      <p class="lead">{word(locale, 'quarantineLead', { days: daysRejected })}</p>
      <nav aria-label={title}>
        <ul class="links">
          <li>
            <a href={quarantinePath} aria-current={rejected ? undefined : 'page'}>
              {word(locale, 'quarantineWaiting', { n: counts.waiting })}
            </a>
          </li>
          <li>
            <a href={`${quarantinePath}?etat=ecartes`} aria-current={rejected ? 'page' : undefined}>
              {word(locale, 'quarantineRejected', { n: counts.rejected })}
            </a>
          </li>
        </ul>
      </nav>
      {doubtfuls.length === 0 ? (
        <p>{word(locale, 'quarantineNone')}</p>
      ) : (
        <form method="post" action={quarantinePath}>
          <DoubtfulList context={context} doubtfuls={doubtfuls} names={names} locale={locale} />
          <div class="actions">
            {rejected ? (
              <button type="submit" name="action" value="restore">
                {word(locale, 'quarantineRestore')}
              </button>
            ) : (
              <>
                <button type="submit" name="action" value="release">
                  {word(locale, 'quarantineRelease')}
                </button>
                <button type="submit" name="action" value="reject" class="second">
                  {word(locale, 'quarantineReject')}
                </button>
                <p class="hint">{word(locale, 'quarantineAtOnce')}</p>
              </>
            )}
          </div>
        </form>
      )}
      {found.length > pageSize ? (
        <p class="links">
          <a href={`${quarantinePath}?depuis=${from + pageSize}${state}`}>{word(locale, 'quarantineNext')}</a>
        </p>
      ) : null}
    </>
  )
  return respond(c, { title, content, secret: true, status: refused.length > 0 ? 422 : 200 })
}
