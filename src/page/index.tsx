import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../context.ts'
import type { Problem } from '../problem.ts'
import { askForWaiting } from './console/waiting.ts'
import { askForGroup } from './group.ts'
import { respond } from './respond.tsx'
import { advocacyRoutes } from './route/advocacy.tsx'
import { assessmentRoutes } from './route/assessment.tsx'
import { auditRoutes } from './route/audit.tsx'
import { calendarRoutes } from './route/calendar.ts'
import { campaignRoutes } from './route/campaign.tsx'
import { campaignConsoleRoutes } from './route/campaign-console.tsx'
import { consultRoutes } from './route/consult.tsx'
import { coordinationRoutes } from './route/coordination.tsx'
import { dashboardRoutes } from './route/dashboard.tsx'
import { editLinkRoutes } from './route/edit-link.ts'
import { exportRoutes } from './route/exports.tsx'
import { formRoutes } from './route/forms.tsx'
import { holdKey } from './route/held-key.ts'
import { homeRoutes } from './route/home.tsx'
import { inboxRoutes } from './route/inbox.tsx'
import { lexiconRoutes } from './route/lexicon.tsx'
import { libraryRoutes } from './route/library.tsx'
import { mapRoutes } from './route/map.tsx'
import { meetingRoutes } from './route/meetings.tsx'
import { minutesRoutes } from './route/minutes.tsx'
import { minutesConsoleRoutes } from './route/minutes-console.tsx'
import { versionRoutes } from './route/minutes-versions.tsx'
import { peopleRoutes } from './route/people.tsx'
import { personRoutes } from './route/persons.tsx'
import { planRoutes } from './route/plan.tsx'
import { privacyRoutes } from './route/privacy.tsx'
import { quarantineRoutes } from './route/quarantine.tsx'
import { receiptRoutes } from './route/receipt.tsx'
import { reconcileRoutes } from './route/reconcile.tsx'
import { recordRoutes } from './route/record.tsx'
import { registerRoutes } from './route/register.tsx'
import { retentionRoutes } from './route/retention.tsx'
import { reviewRoutes } from './route/review.tsx'
import { searchRoutes } from './route/search.tsx'
import { settingsRoutes } from './route/settings.tsx'
import { sheetRoutes } from './route/sheet.tsx'
import { waitingRoutes } from './route/waiting.tsx'
import { webhookRoutes } from './route/webhook.tsx'
import { webhooksRoutes } from './route/webhooks.tsx'
import { word } from './words.ts'

/** Every page. The stylesheet and the browser scripts are served beside the Worker (dev/build.ts). */
export const pages = new Hono<AppEnv>()

// Every page that a key opens.
for (const path of [
  '/fiches/*',
  '/formulaires/*',
  '/campagnes/*',
  '/envois/*',
  '/comptes-rendus/:reference/relecture',
])
  pages.use(path, holdKey)
pages.use(askForGroup)
pages.use(askForWaiting)
pages.route('/', homeRoutes)
pages.route('/', formRoutes)
pages.route('/', receiptRoutes)
pages.route('/', waitingRoutes)
pages.route('/', recordRoutes)
pages.route('/', editLinkRoutes)
pages.route('/', mapRoutes)
pages.route('/', planRoutes)
pages.route('/', assessmentRoutes)
pages.route('/', calendarRoutes)
pages.route('/', privacyRoutes)
pages.route('/', registerRoutes)
pages.route('/', retentionRoutes)
pages.route('/', exportRoutes)
pages.route('/', coordinationRoutes)
pages.route('/', sheetRoutes)
pages.route('/', inboxRoutes)
pages.route('/', auditRoutes)
pages.route('/', quarantineRoutes)
pages.route('/', meetingRoutes)
pages.route('/', campaignRoutes)
pages.route('/', campaignConsoleRoutes)
pages.route('/', reconcileRoutes)
pages.route('/', settingsRoutes)
pages.route('/', peopleRoutes)
pages.route('/', minutesRoutes)
pages.route('/', versionRoutes)
pages.route('/', minutesConsoleRoutes)
pages.route('/', reviewRoutes)
pages.route('/', dashboardRoutes)
pages.route('/', advocacyRoutes)
pages.route('/', consultRoutes)
pages.route('/', lexiconRoutes)
pages.route('/', libraryRoutes)
pages.route('/', searchRoutes)
pages.route('/', webhooksRoutes)
pages.route('/', webhookRoutes)
pages.route('/', personRoutes)

/** A refusal as a page: what went wrong in the visitor's language, and the way back. Never kept in a cache. */
export function problemPage(c: HonoContext<AppEnv>, problem: Problem): Response | Promise<Response> {
  const locale = c.var.locale ?? 'fr'
  const title = problem.title[locale]
  const content = (
    <>
      <h1>{title}</h1>
      {problem.detail === null ? null : <p>{problem.detail[locale]}</p>}
      {problem.errors.length === 0 ? null : (
        <ul>
          {problem.errors.map(({ message }) => (
            <li>{message[locale]}</li>
          ))}
        </ul>
      )}
      <p>
        <a class="button" href="/">
          {word(locale, 'backHome')}
        </a>
      </p>
    </>
  )
  return respond(c, {
    title: word(locale, 'errorPrefix') + title,
    content,
    status: problem.status,
    secret: true,
  })
}
