import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import type { Locale } from '../../form/text.ts'
import { problem } from '../../problem.ts'
import { dueNow, responseDays, setRetention } from '../../record/retention.ts'
import type { Started } from '../../store/retention.ts'
import { entryOf } from '../entries.ts'
import { formatMoment } from '../format.ts'
import { settingsOf } from '../group.ts'
import { DuePurposes } from '../privacy/due.tsx'
import { respond } from '../respond.tsx'
import { Problems } from '../summary.tsx'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

const path = '/coordination/conservation'

/** Records named of each purpose; all are counted. */
const mostNamed = 20

/** What is due to be erased, shown before anything is, and the switch. Who may call: coordinators. */
export const retentionRoutes = new Hono<AppEnv>()

retentionRoutes.get(path, async (c) => {
  requireCoordinator(c)
  return retentionPage(c, 200)
})

retentionRoutes.post(path, async (c) => {
  requireCoordinator(c)
  const entries = await readEntries(c)
  switch (entryOf(entries, 'action')) {
    case 'start':
      if (entryOf(entries, 'sure') !== 'oui') return retentionPage(c, 422)
      await setRetention(c.var.context, 'started')
      return c.redirect(path, 303)
    case 'stop':
      await setRetention(c.var.context, 'stopped')
      return c.redirect(path, 303)
    default:
      throw problem('invalid')
  }
})

async function retentionPage(c: HonoContext<AppEnv>, status: 200 | 422) {
  const { context, locale } = c.var
  const [{ found, responses, started }, { settings }] = await Promise.all([
    dueNow(context, mostNamed),
    settingsOf(c),
  ])
  const title = word(locale, 'retention')
  const problems = status === 422 ? [{ control: 'sure', message: word(locale, 'retentionUnsure') }] : []
  const content = (
    <>
      <Problems problems={problems} locale={locale} />
      <h1>{title}</h1>
      <p class="lead">{word(locale, started === null ? 'retentionDry' : 'retentionOn')}</p>
      <DuePurposes found={found} settings={settings} locale={locale} />
      <p>{word(locale, 'retentionResponses', { n: responses, days: responseDays })}</p>
      <Switch started={started} locale={locale} />
    </>
  )
  const prefix = status === 422 ? word(locale, 'errorPrefix') : ''
  return respond(c, { title: prefix + title, content, status, secret: true })
}

function Switch({ started, locale }: { readonly started: Started | null; readonly locale: Locale }) {
  if (started !== null) {
    return (
      <form method="post">
        <p>{word(locale, 'retentionSince', { when: formatMoment(started.at, locale), by: started.by })}</p>
        <button type="submit" name="action" value="stop" class="second">
          {word(locale, 'retentionStop')}
        </button>
      </form>
    )
  }
  return (
    <form method="post">
      <h2>{word(locale, 'retentionStart')}</h2>
      <p>{word(locale, 'retentionWarning')}</p>
      <label class="pick">
        <input type="checkbox" id="sure" name="sure" value="oui" />
        <span>{word(locale, 'retentionSure')}</span>
      </label>
      <button type="submit" name="action" value="start">
        {word(locale, 'retentionStart')}
      </button>
    </form>
  )
}
