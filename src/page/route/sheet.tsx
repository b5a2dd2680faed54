import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { problem } from '../../problem.ts'
import { hintSettings } from '../../sheet/hint.ts'
import { decide, layoutOf, leaveAll, mirrorOf, type SyncState } from '../../sheet/index.ts'
import { latestSheetEvents } from '../../store/events.ts'
import {
  contestedEvent,
  countOpenSheetEvents,
  decisionsAbout,
  openSheetEvents,
} from '../../store/sheet-decisions.ts'
import { dueRecords } from '../../store/sheet-due.ts'
import { requireConfirmed } from '../confirm.tsx'
import { type Entries, entriesOf, entryOf } from '../entries.ts'
import { openEdits } from '../open-edits.ts'
import { respond } from '../respond.tsx'
import { QuarantinedRecords, WithdrawnRows } from '../sheet-aside.tsx'
import { DecisionRefused, type Refusals, SheetDecisions } from '../sheet-decisions.tsx'
import { mostSheetEvents, SheetEvents } from '../sheet-events.tsx'
import { BrakedTabs, ParkedNotice, SheetButton, SheetHealth, sheetPath } from '../sheet-health.tsx'
import { HintSettings } from '../sheet-hints.tsx'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/** How the sheet is doing, and what its coordinator decides about it. Who may call: coordinators. */
export const sheetRoutes = new Hono<AppEnv>()

/** The most records that are named of those that the sheet does not show yet. */
const mostDue = 10
/** The most edits to decide that are listed. */
const mostDecisions = 50

sheetRoutes.get('/coordination/feuille', (c) => {
  requireCoordinator(c)
  return sheetPage(c, new Map())
})

sheetRoutes.post('/coordination/feuille', async (c) => {
  requireCoordinator(c)
  const entries = await readEntries(c)
  if (entryOf(entries, 'action') === 'decide') return decideOn(c, entries)
  if (entryOf(entries, 'action') === 'leave') return leaveListed(c, entries)
  await carryOut(c, entries)
  return c.redirect(`${sheetPath}?fait=1`, 303)
})

/** One click on one edit: decided, or refused for a reason that is shown beside it. */
async function decideOn(c: C, entries: Entries) {
  const { context } = c.var
  const kept = (['sheet', 'record'] as const).find((side) => side === entryOf(entries, 'kept'))
  const event = await contestedEvent(context.db, entryOf(entries, 'event'))
  if (!event || !kept) throw problem('invalid')
  const decision = await decide(context, event, kept)
  switch (decision.kind) {
    case 'decided':
      return c.redirect(`${sheetPath}?fait=decide#page-decisions`, 303)
    case 'refused':
      return sheetPage(c, new Map([[event.id, decision.reason]]))
  }
}

/** All that were listed when the page was made, and not those that came since. */
async function leaveListed(c: C, entries: Entries) {
  const { context } = c.var
  requireConfirmed(entries)
  const named = new Set(entriesOf(entries, 'event'))
  const open = await openSheetEvents(context.db, mostDecisions)
  await leaveAll(
    context,
    open.filter(({ id }) => named.has(id)),
  )
  return c.redirect(`${sheetPath}?fait=decide#page-decisions`, 303)
}

async function sheetPage(c: C, refusals: Refusals) {
  const { locale, context } = c.var
  const [state, events, edits, count, due] = await Promise.all([
    mirrorOf(c.env).state(),
    latestSheetEvents(context.db, mostSheetEvents),
    openEdits(context, mostDecisions),
    countOpenSheetEvents(context.db),
    dueRecords(context.db, context.catalogue, mostDue),
  ])
  const ids = events.map(({ id }) => id)
  const decisions = await decisionsAbout(context.db, ids)
  const titles = new Map(layoutOf(context.catalogue, {}).map(({ key, title }) => [key, title]))
  const connected = c.env.SPREADSHEET_ID !== '' && c.env.GOOGLE_SERVICE_ACCOUNT !== ''
  const settings = connected ? await hintSettings(context.secret, c.env.SPREADSHEET_ID, c.req.url) : null
  const content = (
    <>
      <DecisionRefused edits={edits} refusals={refusals} locale={locale} />
      <Done c={c} state={state} />
      <h1>{word(locale, 'sheet')}</h1>
      <ParkedNotice state={state} locale={locale} connected={connected} />
      <BrakedTabs state={state} locale={locale} />
      <SheetHealth state={state} due={due} now={context.now} locale={locale} />
      {connected ? (
        <div class="actions">
          <SheetButton action="pass" fields={{}}>
            {word(locale, 'syncNow')}
          </SheetButton>
          <a href={spreadsheetUrl(c.env)}>{word(locale, 'openSheet')}</a>
        </div>
      ) : null}
      <SheetDecisions edits={edits} count={count} refusals={refusals} locale={locale} />
      <QuarantinedRecords state={state} locale={locale} />
      <WithdrawnRows state={state} titles={titles} locale={locale} />
      <h2>{word(locale, 'sheetEvents')}</h2>
      <SheetEvents events={events} decisions={decisions} titles={titles} locale={locale} />
      {settings === null ? null : <HintSettings {...settings} locale={locale} />}
    </>
  )
  const status = refusals.size > 0 ? 409 : 200
  const prefix = refusals.size > 0 ? word(locale, 'errorPrefix') : ''
  return respond(c, { title: prefix + word(locale, 'sheet'), content, status, secret: true })
}

/** What the last click came to. */
function Done({ c, state }: { c: C; state: SyncState }) {
  const done = c.req.query('fait')
  const isDone = done === '1' && state.parked === null && state.lastError === null
  if (!isDone && done !== 'decide') return null
  return (
    <p class="banner" role="status">
      {word(c.var.locale, done === 'decide' ? 'decisionDone' : 'sheetDone')}
    </p>
  )
}

/** @throws problem 'invalid' when what is asked for is nothing there is */
function carryOut(c: C, entries: Entries): Promise<SyncState> {
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

/** Where people see the spreadsheet: in Google Sheets, or in the local grid that stands in for it. */
function spreadsheetUrl({ LOCAL, SHEETS_ROOT_URL, SPREADSHEET_ID }: Cloudflare.Env): string {
  const isOnThisMachine =
    LOCAL === 'true' && ['127.0.0.1', 'localhost'].includes(new URL(SHEETS_ROOT_URL).hostname)
  return isOnThisMachine
    ? new URL('/grid', SHEETS_ROOT_URL).href
    : `https://docs.google.com/spreadsheets/d/${encodeURIComponent(SPREADSHEET_ID)}`
}
