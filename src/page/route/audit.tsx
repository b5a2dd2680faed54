import { Hono } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import {
  auditFrom,
  compareHead,
  fromBeginning,
  readCursor,
  readNoted,
  verifiedAtOnce,
  writeCursor,
} from '../../audit/index.ts'
import type { AppEnv, Context } from '../../context.ts'
import { problem } from '../../problem.ts'
import { dailyHeads } from '../../store/daily-heads.ts'
import { Compare, type Compared, Days } from '../audit/compare.tsx'
import { Found, State } from '../audit/found.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

const path = '/coordination/journal'

/** Stretches that one click verifies, each in a request of its own: browsers follow 20 redirections. */
const mostStretches = 15
/** Days whose heads are shown. */
const mostDays = 14

/** The log, verified. Who may call: coordinators. Reading it changes nothing. */
export const auditRoutes = new Hono<AppEnv>().get(path, async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const { db, secret, now } = context
  const asked = c.req.query('suite')
  const cursor = asked ? await readCursor(secret, asked) : fromBeginning(now)
  if (cursor === null) throw problem('not-found')
  const isVerifying = asked !== undefined
  const audit = await auditFrom(db, cursor.point, isVerifying ? verifiedAtOnce : 0, now)
  const goesOn = isVerifying && !audit.isWhole
  const faults = cursor.faults + audit.faults.length
  const rest = goesOn ? await writeCursor(secret, { ...cursor, point: audit.reached, faults }) : null
  const stretch = Number(c.req.query('pas') ?? 1)
  if (rest !== null && audit.faults.length === 0 && stretch < mostStretches)
    return c.redirect(`${path}?suite=${rest}&pas=${stretch + 1}`, 303)
  const [compared, days] = await Promise.all([
    compare(context, c.req.query('numero'), c.req.query('empreinte')),
    dailyHeads(db, mostDays),
  ])
  const content = (
    <>
      <h1>{word(locale, 'audit')}</h1>
      <p class="lead">{word(locale, 'auditLead')}</p>
      {isVerifying ? (
        <Found
          audit={audit}
          cursor={cursor}
          next={rest === null ? null : `${path}?suite=${rest}`}
          locale={locale}
        />
      ) : null}
      <State audit={audit} locale={locale} />
      <form method="get" action={path} class="actions">
        <button type="submit" name="suite" value="">
          {word(locale, 'auditVerify')}
        </button>
      </form>
      <Compare compared={compared} locale={locale} />
      <Days days={days} locale={locale} />
    </>
  )
  return respond(c, { title: word(locale, 'audit'), content, secret: true })
})

async function compare(
  { db }: Context,
  seq: string | undefined,
  head: string | undefined,
): Promise<Compared> {
  if (seq === undefined || head === undefined) return null
  const noted = readNoted(seq, head)
  return { seq, head, is: noted === null ? 'unreadable' : await compareHead(db, noted) }
}
