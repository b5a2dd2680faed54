import { Hono } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { mirrorOf } from '../../sheet/index.ts'
import { countDeliveries } from '../../store/delivery-counts.ts'
import { countDoubtful } from '../../store/doubtful.ts'
import { listEndpoints } from '../../store/endpoints.ts'
import { countOpenSheetEvents } from '../../store/sheet-decisions.ts'
import { Attention } from '../attention.tsx'
import { lateOf } from '../console/waiting.ts'
import { GoingMinutes, goingMinutes } from '../minutes/going.tsx'
import { quarantinePath } from '../quarantine/path.ts'
import { respond } from '../respond.tsx'
import { sheetPath } from '../sheet-health.tsx'
import { hooksPath } from '../webhook/address.ts'
import { type Word, word } from '../words.ts'

/** The coordination's console. Who may call: coordinators. */
export const coordinationRoutes = new Hono<AppEnv>()

/** The console's other pages: each with its title and what it is for. */
const tools: readonly (readonly [path: string, title: Word, about: Word])[] = [
  ['/coordination/fiches', 'inbox', 'inboxAbout'],
  [quarantinePath, 'quarantine', 'quarantineAbout'],
  [sheetPath, 'sheet', 'sheetAbout'],
  [hooksPath, 'hooks', 'hooksAbout'],
  ['/coordination/rencontres', 'meetings', 'meetingsAbout'],
  ['/coordination/campagnes', 'campaigns', 'campaignsAbout'],
  ['/coordination/rapprochements', 'reconcile', 'reconcileAbout'],
  ['/coordination/journal', 'audit', 'auditAbout'],
  ['/coordination/personnes-concernees', 'persons', 'personsAbout'],
  ['/coordination/registre', 'register', 'registerAbout'],
  ['/coordination/conservation', 'retention', 'retentionAbout'],
  ['/coordination/extrait', 'snippet', 'snippetAbout'],
]

coordinationRoutes.get('/coordination', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const { db } = context
  const [state, decisions, endpoints, deliveries, late, going, doubtful] = await Promise.all([
    mirrorOf(c.env).state(),
    countOpenSheetEvents(db),
    listEndpoints(db),
    countDeliveries(db),
    lateOf(c),
    goingMinutes(context, locale),
    countDoubtful(db),
  ])
  const content = (
    <>
      <h1>{word(locale, 'coordination')}</h1>
      <p class="lead">{word(locale, 'coordinationLead')}</p>
      <h2>{word(locale, 'attention')}</h2>
      <Attention {...{ state, decisions, endpoints, deliveries, late, doubtful: doubtful.waiting, locale }} />
      <GoingMinutes going={going} now={context.now} locale={locale} />
      <h2>{word(locale, 'tools')}</h2>
      <ul class="cards">
        {tools.map(([path, title, about]) => (
          <li>
            <a href={path}>{word(locale, title)}</a>
            <p>{word(locale, about)}</p>
          </li>
        ))}
      </ul>
    </>
  )
  return respond(c, { title: word(locale, 'coordination'), content, secret: true })
})
