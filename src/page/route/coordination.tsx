import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import type { Locale } from '../../form/text.ts'
import { problem } from '../../problem.ts'
import { hintSettings } from '../../sheet/hint.ts'
import { layoutOf, mirrorOf, type SyncState } from '../../sheet/index.ts'
import { latestSheetEvents } from '../../store/events.ts'
import { formatNumber } from '../format.ts'
import { InFrench } from '../in-french.tsx'
import { filled, findLate, type Late } from '../late.ts'
import { lateWords } from '../late-words.ts'
import { GoingMinutes, goingMinutes } from '../minutes/going.tsx'
import { respond } from '../respond.tsx'
import { QuarantinedRecords, WithdrawnRows } from '../sheet-aside.tsx'
import { mostSheetEvents, SheetEvents } from '../sheet-events.tsx'
import { BrakedTabs, ParkedNotice, SheetButton, SheetHealth, sheetPath } from '../sheet-health.tsx'
import { HintSettings } from '../sheet-hints.tsx'
import { word } from '../words.ts'
import { entryOf, readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/** What is late and not among these is counted. */
const mostLate = 20

/** The coordination's console. Who may call: coordinators. */
export const coordinationRoutes = new Hono<AppEnv>()

coordinationRoutes.get('/coordination', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const [state, late, going] = await Promise.all([
    mirrorOf(c.env).state(),
    findLate(context, locale),
    goingMinutes(context, locale),
  ])
  const content = (
    <>
      <h1>{word(locale, 'coordination')}</h1>
      <p class="lead">{word(locale, 'coordinationLead')}</p>
      <h2>{word(locale, 'attention')}</h2>
      <Attention state={state} late={late} locale={locale} />
      <GoingMinutes going={going} now={context.now} locale={locale} />
      <h2>{word(locale, 'tools')}</h2>
      <ul class="cards">
        <li>
          <a href="/coordination/fiches">{word(locale, 'inbox')}</a>
          <p>{word(locale, 'inboxAbout')}</p>
        </li>
        <li>
          <a href={sheetPath}>{word(locale, 'sheet')}</a>
          <p>{word(locale, 'sheetAbout')}</p>
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
          <a href="/coordination/personnes-concernees">{word(locale, 'persons')}</a>
          <p>{word(locale, 'personsAbout')}</p>
        </li>
        <li>
          <a href="/coordination/registre">{word(locale, 'register')}</a>
          <p>{word(locale, 'registerAbout')}</p>
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

coordinationRoutes.get('/coordination/feuille', async (c) => {
  requireCoordinator(c)
  const { locale, context } = c.var
  const [state, events] = await Promise.all([
    mirrorOf(c.env).state(),
    latestSheetEvents(context.db, mostSheetEvents),
  ])
  const titles = new Map(layoutOf(context.catalogue, {}).map(({ key, title }) => [key, title]))
  const connected = c.env.SPREADSHEET_ID !== '' && c.env.GOOGLE_SERVICE_ACCOUNT !== ''
  const settings = connected ? await hintSettings(context.secret, c.env.SPREADSHEET_ID, c.req.url) : null
  const worked = state.parked === null && state.lastError === null
  const content = (
    <>
      {c.req.query('fait') === '1' && worked ? (
        <p class="banner" role="status">
          {word(locale, 'sheetDone')}
        </p>
      ) : null}
      <h1>{word(locale, 'sheet')}</h1>
      <ParkedNotice state={state} locale={locale} connected={connected} />
      <BrakedTabs state={state} locale={locale} />
      <SheetHealth state={state} locale={locale} />
      {connected ? (
        <div class="actions">
          <SheetButton action="pass" fields={{}}>
            {word(locale, 'syncNow')}
          </SheetButton>
          <a href={spreadsheetUrl(c.env)}>{word(locale, 'openSheet')}</a>
        </div>
      ) : null}
      <QuarantinedRecords state={state} locale={locale} />
      <WithdrawnRows state={state} titles={titles} locale={locale} />
      <h2>{word(locale, 'sheetEvents')}</h2>
      <SheetEvents events={events} titles={titles} locale={locale} />
      {settings === null ? null : <HintSettings {...settings} locale={locale} />}
    </>
  )
  return respond(c, { title: word(locale, 'sheet'), content, secret: true })
})

coordinationRoutes.post('/coordination/feuille', async (c) => {
  requireCoordinator(c)
  await carryOut(c, await readEntries(c))
  return c.redirect(`${sheetPath}?fait=1`, 303)
})

/** @throws problem 'invalid' when what is asked for is nothing there is */
function carryOut(c: C, entries: Awaited<ReturnType<typeof readEntries>>): Promise<SyncState> {
  const mirror = mirrorOf(c.env)
  const action = entryOf(entries, 'action')
  const tab = entryOf(entries, 'tab')
  const row = entryOf(entries, 'row')
  if (action === 'pass') return mirror.pass()
  if (!layoutOf(c.var.context.catalogue, {}).some(({ key }) => key === tab)) throw problem('invalid')
  // One row and all rows are asked for by different names: a lost field must not turn the one into the other.
  if (action === 'restore' && row !== '') return mirror.restore(tab, row)
  if (action === 'restoreAll') return mirror.restore(tab, null)
  if (action === 'acceptRemoval') return mirror.acceptRemoval(tab)
  throw problem('invalid')
}

type AttentionProps = {
  readonly state: SyncState
  readonly late: readonly Late[]
  readonly locale: Locale
}

/** What the mirror cannot go on without, or would like to be known; then what is late. */
function Attention({ state, late, locale }: AttentionProps) {
  const { parked, braked, quarantined, lastError } = state
  const items = [
    ...(parked === null ? [] : [<InFrench text={parked.message} locale={locale} />]),
    ...braked.map(({ title, rows }) =>
      word(locale, 'brakedNotice', { title, n: formatNumber(rows, locale) }),
    ),
    ...(quarantined.length === 0
      ? []
      : [word(locale, 'quarantinedNotice', { n: formatNumber(quarantined.length, locale) })]),
    ...(lastError === null || parked !== null ? [] : [word(locale, 'errorNotice', { message: lastError })]),
  ]
  if (items.length === 0 && late.length === 0) return <p>{word(locale, 'noAttention')}</p>
  return (
    <ul class="todo">
      {items.map((item) => (
        <li>
          <a href={sheetPath}>{item}</a>
        </li>
      ))}
      {late.slice(0, mostLate).map(({ label, href }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
      {late.length > mostLate ? (
        <li>{filled(lateWords.more[locale], { n: formatNumber(late.length - mostLate, locale) })}</li>
      ) : null}
    </ul>
  )
}

/** Where people see the spreadsheet: in Google Sheets, or in the local grid that stands in for it. */
function spreadsheetUrl({ LOCAL, SHEETS_ROOT_URL, SPREADSHEET_ID }: Cloudflare.Env): string {
  const isOnThisMachine =
    LOCAL === 'true' && ['127.0.0.1', 'localhost'].includes(new URL(SHEETS_ROOT_URL).hostname)
  return isOnThisMachine
    ? new URL('/grid', SHEETS_ROOT_URL).href
    : `https://docs.google.com/spreadsheets/d/${encodeURIComponent(SPREADSHEET_ID)}`
}
