import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { findForm } from '../../form/index.ts'
import { daysRejected } from '../../privacy/index.ts'
import { isProblem, type Problem, problem } from '../../problem.ts'
import { release } from '../../record/index.ts'
import { loadNames } from '../../record/load-names.ts'
import {
  countDoubtful,
  type Doubtful,
  findAllDoubtful,
  listDoubtful,
  setRejected,
} from '../../store/doubtful.ts'
import { DoubtfulList, titleOf } from '../quarantine/list.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { entryOf, readEntries } from './request.ts'

type C = HonoContext<AppEnv>

const here = '/coordination/quarantaine'
const pageSize = 20
/** Released by one click at most: the free plan allows 50 queries an invocation. */
const mostAtOnce = 5

/** Doubtful submissions, to accept or to set aside. Who may call: coordinators. */
export const quarantineRoutes = new Hono<AppEnv>()

quarantineRoutes.get(here, (c) => {
  requireCoordinator(c)
  return listPage(c, { refused: [] })
})

quarantineRoutes.post(here, async (c) => {
  requireCoordinator(c)
  const { db, now } = c.var.context
  const entries = await readEntries(c)
  const ids = entries.flatMap(([name, value]) => (name === 'envoi' ? [value] : []))
  const chosen = await findAllDoubtful(db, ids)
  switch (entryOf(entries, 'action')) {
    case 'release':
      return releaseChosen(c, chosen)
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

const done = (c: C, made: number, left: number) => c.redirect(`${here}?faits=${made}&reste=${left}`, 303)

type Refused = { readonly doubtful: Doubtful; readonly cause: Problem }

async function releaseChosen(c: C, chosen: readonly Doubtful[]) {
  const { context } = c.var
  const now = chosen.slice(0, mostAtOnce)
  const refused: Refused[] = []
  for (const doubtful of now) {
    const form = findForm(context.catalogue, doubtful.form)
    try {
      if (!form) throw problem('not-found')
      await release(context, form, doubtful)
    } catch (cause) {
      if (!isProblem(cause)) throw cause
      refused.push({ doubtful, cause })
    }
  }
  if (refused.length > 0) return listPage(c, { refused })
  return done(c, now.length, chosen.length - now.length)
}

async function listPage(c: C, { refused }: { readonly refused: readonly Refused[] }) {
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
            <a href={here} aria-current={rejected ? undefined : 'page'}>
              {word(locale, 'quarantineWaiting', { n: counts.waiting })}
            </a>
          </li>
          <li>
            <a href={`${here}?etat=ecartes`} aria-current={rejected ? 'page' : undefined}>
              {word(locale, 'quarantineRejected', { n: counts.rejected })}
            </a>
          </li>
        </ul>
      </nav>
      {doubtfuls.length === 0 ? (
        <p>{word(locale, 'quarantineNone')}</p>
      ) : (
        <form method="post" action={here}>
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
          <a href={`${here}?depuis=${from + pageSize}${state}`}>{word(locale, 'quarantineNext')}</a>
        </p>
      ) : null}
    </>
  )
  return respond(c, { title, content, secret: true, status: refused.length > 0 ? 422 : 200 })
}

/** What the last click came to. */
function Done({ c, refused }: { c: C; refused: readonly Refused[] }) {
  const { locale, context } = c.var
  const { faits, reste } = c.req.query()
  const [made, left] = [Number(faits) || 0, Number(reste) || 0]
  return (
    <>
      {made === 0 ? null : (
        <p class="banner" role="status">
          {word(locale, 'quarantineDone', { n: made })}
          {left === 0 ? null : ` ${word(locale, 'quarantineLeft', { n: left })}`}
        </p>
      )}
      {refused.map(({ doubtful, cause }) => (
        <div class="summary" role="alert">
          <p>
            {word(locale, 'quarantineRefused')} {titleOf(context, doubtful, locale)}
          </p>
          <ul>
            <li>{cause.title[locale]}</li>
            {cause.errors.map(({ message }) => (
              <li>{message[locale]}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

/** Asks before anything is set aside. */
function surelyPage(c: C, chosen: readonly Doubtful[]) {
  const { locale, context } = c.var
  const title = word(locale, 'quarantineSurely')
  const content = (
    <>
      <h1>{title}</h1>
      <p class="lead">{word(locale, 'quarantineSurelyWhy', { days: daysRejected })}</p>
      <ul>
        {chosen.map((doubtful) => (
          <li>{titleOf(context, doubtful, locale)}</li>
        ))}
      </ul>
      <form method="post" action={here}>
        {chosen.map(({ id }) => (
          <input type="hidden" name="envoi" value={id} autocomplete="off" />
        ))}
        <p class="actions">
          <button type="submit" name="action" value="rejectSurely">
            {word(locale, 'quarantineYes')}
          </button>
          <a href={here}>{word(locale, 'quarantineNo')}</a>
        </p>
      </form>
    </>
  )
  return respond(c, { title, content, secret: true })
}
