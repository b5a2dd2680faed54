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
import { respond } from '../respond.tsx'
import { sheetPath } from '../sheet-health.tsx'
import { hooksPath } from '../webhook/address.ts'
import { word } from '../words.ts'

/** The coordination's console. Who may call: coordinators. */
export const coordinationRoutes = new Hono<AppEnv>()

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
        <li>
          <a href="/coordination/fiches">{word(locale, 'inbox')}</a>
          <p>{word(locale, 'inboxAbout')}</p>
        </li>
        <li>
          <a href="/coordination/quarantaine">{word(locale, 'quarantine')}</a>
          <p>{word(locale, 'quarantineAbout')}</p>
        </li>
        <li>
          <a href={sheetPath}>{word(locale, 'sheet')}</a>
          <p>{word(locale, 'sheetAbout')}</p>
        </li>
        <li>
          <a href={hooksPath}>{word(locale, 'hooks')}</a>
          <p>{word(locale, 'hooksAbout')}</p>
        </li>
        <li>
          <a href="/coordination/rencontres">{word(locale, 'meetings')}</a>
          <p>{word(locale, 'meetingsAbout')}</p>
        </li>
        <li>
          <a href="/coordination/campagnes">{word(locale, 'campaigns')}</a>
          <p>{word(locale, 'campaignsAbout')}</p>
        </li>
        <li>
          <a href="/coordination/rapprochements">{word(locale, 'reconcile')}</a>
          <p>{word(locale, 'reconcileAbout')}</p>
        </li>
        <li>
          <a href="/coordination/journal">{word(locale, 'audit')}</a>
          <p>{word(locale, 'auditAbout')}</p>
        </li>
        <li>
          <a href="/coordination/personnes-concernees">{word(locale, 'persons')}</a>
          <p>{word(locale, 'personsAbout')}</p>
        </li>
        <li>
          <a href="/coordination/registre">{word(locale, 'register')}</a>
          <p>{word(locale, 'registerAbout')}</p>
        </li>
        <li>
          <a href="/coordination/conservation">{word(locale, 'retention')}</a>
          <p>{word(locale, 'retentionAbout')}</p>
        </li>
        <li>
          <a href="/coordination/extrait">{word(locale, 'snippet')}</a>
          <p>{word(locale, 'snippetAbout')}</p>
        </li>
      </ul>
    </>
  )
  return respond(c, { title: word(locale, 'coordination'), content, secret: true })
})
