import { env, runInDurableObject } from 'cloudflare:test'
import { exportPKCS8, generateKeyPair } from 'jose'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { matchRoute } from '../../dev/sheet/api/index.ts'
import { emptySheet } from '../../dev/sheet/book/sheets.ts'
import type { Book, Cell } from '../../dev/sheet/book/types.ts'
import { applyAction } from '../../dev/sheet/coordinator/apply.ts'
import { action } from '../../forms/action.ts'
import { catalogue } from '../../forms/index.ts'
import { plant } from '../../src/record/index.ts'
import { mirrorOf, wakeMirror } from '../../src/sheet/index.ts'
import { SheetMirror } from '../../src/sheet/mirror-object.ts'
import { findByReference } from '../../src/store/records.ts'
import { countDue } from '../../src/store/sheet-due.ts'
import { contextAt } from '../support/context.ts'

const { privateKey } = await generateKeyPair('RS256', { extractable: true })
const account = {
  client_email: 'mirror@example.org',
  private_key: await exportPKCS8(privateKey),
  token_uri: 'https://google.test/token',
}
const configured = {
  ...env,
  GOOGLE_SERVICE_ACCOUNT: JSON.stringify(account),
  SHEETS_ROOT_URL: 'https://google.test',
}

const emptyBook = (): Book => ({
  spreadsheetId: 'classeur',
  properties: { title: 'Suivi', locale: 'en_US', timeZone: 'Etc/GMT', autoRecalc: 'ON_CHANGE' },
  sheets: [
    emptySheet({
      sheetId: 0,
      title: 'Feuille 1',
      sheetType: 'GRID',
      gridProperties: { rowCount: 100, columnCount: 26 },
    }),
  ],
  metadata: [],
  namedRanges: [],
  lastId: 1,
})

let book: Book
let isDown = false

/** The local sheet's own book behind `fetch`, without its server. */
async function google(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = new URL(String(input))
  if (url.pathname === '/token') return Response.json({ access_token: 'token', expires_in: 3599 })
  if (isDown) return new Response('{}', { status: 503 })
  const route = matchRoute(init?.method ?? 'GET', url.pathname)
  if (!route) return new Response('{}', { status: 404 })
  const run = route.parse(url.searchParams, String(init?.body ?? ''))
  const done = run(book, { email: account.client_email, owner: false }, url.origin)
  book = done.book ?? book
  return Response.json(done.answer)
}

beforeEach(() => {
  book = emptyBook()
  isDown = false
  vi.stubGlobal('fetch', vi.fn(google))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** The header, the technical row and one row a record. */
function rowsOfPlan(): number {
  const plan = book.sheets.find(({ properties }) => properties.title === action.sheet.tab)
  return plan?.rows.filter(([first]) => first?.userEnteredValue !== undefined).length ?? 0
}

/** Types a text in a cell of the plan, as the coordinator does. */
function typeInPlan(reference: string, label: string, text: string): void {
  const plan = book.sheets.find(({ properties }) => properties.title === action.sheet.tab)
  const textOf = (cell: Cell | undefined) => cell?.userEnteredValue?.stringValue
  const labels = plan?.rows.find((cells) => cells.some((cell) => textOf(cell) === label))
  const column = labels?.findIndex((cell) => textOf(cell) === label) ?? -1
  const row = plan?.rows.findIndex(([first]) => textOf(first) === reference) ?? -1
  book = applyAction(book, { type: 'edit', tab: action.sheet.tab, row, column, value: text })
}

/** Accepts the plan's records, some at a time as the cron does. */
async function plantPlan(): Promise<void> {
  while ((await plant(contextAt(Date.UTC(2018, 6, 24)))) > 0);
}

/** The mirror of the spreadsheet `name`, over a Durable Object's real storage. */
const withMirror = <Result>(
  name: string,
  act: (mirror: SheetMirror, state: DurableObjectState) => Promise<Result>,
  changes: Partial<Cloudflare.Env> = {},
): Promise<Result> =>
  runInDurableObject(env.SHEET_MIRROR.get(env.SHEET_MIRROR.idFromName(name)), (_, state) =>
    act(new SheetMirror(state, { ...configured, SPREADSHEET_ID: name, ...changes }), state),
  )

describe('without a sheet', () => {
  test('the mirror says so, and nothing fails', async () => {
    await wakeMirror(env)
    const state = await mirrorOf(env).pass()
    expect(state).toMatchObject({
      lastPassAt: null,
      lastError: null,
      calls: { reads: 0, writes: 0, tokens: 0 },
    })
    expect(state.parked?.message).toContain('Aucun classeur')
  })
})

describe('with a sheet', () => {
  test('a pass shows every due record, and remembers it across a restart', async () => {
    await plantPlan()
    expect(await countDue(env.DB)).toBeGreaterThanOrEqual(14)
    const first = await withMirror('one', (mirror) => mirror.pass())
    expect(first).toMatchObject({ pending: 0, lastError: null, parked: null })
    expect(first.calls).toEqual({ reads: 2, writes: 2, tokens: 1 })
    const titles = book.sheets.map(({ properties }) => properties.title)
    expect(titles.slice(0, 2)).toEqual(['Lisez-moi', 'Feuille 1'])
    expect(new Set(titles).size).toBe(titles.length)
    expect(book.properties).toMatchObject({ locale: 'fr_FR', timeZone: 'Africa/Dakar' })
    expect(rowsOfPlan()).toBe(16)
    const again = await withMirror('one', (mirror) => mirror.pass())
    expect(again.calls).toEqual({ reads: 3, writes: 2, tokens: 2 })
  })

  test('pokes share one alarm, and the alarm passes', async () => {
    await plantPlan()
    await withMirror('two', async (mirror, state) => {
      const before = Date.now()
      await mirror.poke()
      const alarm = await state.storage.getAlarm()
      await mirror.poke()
      expect(await state.storage.getAlarm()).toBe(alarm)
      expect((alarm ?? 0) - before).toBeGreaterThanOrEqual(2000)
      await state.storage.deleteAlarm()
      await mirror.alarm()
      expect(await mirror.state()).toMatchObject({ pending: 0, lastError: null })
    })
  })

  test('the sheet is looked at every 10 s while something happens in it, every minute after', async () => {
    await plantPlan()
    await withMirror('looking', async (mirror, state) => {
      const clock = vi.spyOn(Date, 'now')
      const nextLook = async () => {
        await state.storage.deleteAlarm()
        await mirror.alarm()
        return ((await state.storage.getAlarm()) ?? 0) - Date.now()
      }
      await mirror.pass()
      expect(await nextLook()).toBe(10_000)
      clock.mockReturnValue(Date.now() + 600_000)
      expect(await nextLook()).toBe(60_000)
      const { writes } = (await mirror.state()).calls
      expect(await nextLook()).toBe(60_000)
      expect((await mirror.state()).calls.writes).toBe(writes)
      await mirror.poke()
      expect(((await state.storage.getAlarm()) ?? 0) - Date.now()).toBeLessThanOrEqual(2_000)
      clock.mockRestore()
    })
  })

  test('what the coordinator types in the sheet is in D1 after the next look, and announced', async () => {
    await plantPlan()
    await withMirror('typing', async (mirror) => {
      await mirror.pass()
      typeInPlan('PA-0001', 'Note du coordinateur', 'salle à réserver')
      typeInPlan('PA-0001', 'Lieu de la rencontre', 'Maison des exemples')
      await mirror.alarm()
      await mirror.alarm()
      const record = await findByReference(env.DB, catalogue, 'PA-0001')
      expect(record).toMatchObject({
        coordination: { note: 'salle à réserver' },
        answers: { lieu_precis: 'Maison des exemples' },
      })
      const events = await env.DB.prepare(
        "SELECT type, actor FROM events WHERE record = ? AND type = 'record.revised'",
      )
        .bind(record?.id ?? '')
        .all<{ actor: string }>()
      expect(events.results.map(({ actor }) => JSON.parse(actor))).toEqual(
        Array(2).fill({ role: 'coordinator', name: 'feuille', source: 'sheet' }),
      )
    })
  })

  test('a fault sets the alarm for the next attempt, which a poke does not bring forward', async () => {
    await plantPlan()
    await withMirror('three', async (mirror, state) => {
      isDown = true
      await mirror.alarm()
      await mirror.alarm()
      const alarm = await state.storage.getAlarm()
      expect(alarm).not.toBeNull()
      await mirror.poke()
      expect(await state.storage.getAlarm()).toBe(alarm)
      expect((await mirror.state()).lastError).toBe('HTTP 503')
      isDown = false
      expect(await mirror.pass()).toMatchObject({ pending: 0, lastError: null })
      await state.storage.deleteAlarm()
    })
  })

  test('passes asked for at once run one after the other', async () => {
    await plantPlan()
    await withMirror('four', async (mirror) => {
      await Promise.all([mirror.pass(), mirror.pass(), mirror.alarm()])
      expect((await mirror.state()).calls).toEqual({ reads: 4, writes: 2, tokens: 1 })
      expect(rowsOfPlan()).toBe(16)
    })
  })
})

test('an object left over from another spreadsheet writes nothing, whoever wakes it', async () => {
  await plantPlan()
  await withMirror(
    'former',
    async (mirror, state) => {
      await mirror.poke()
      expect(await state.storage.getAlarm()).toBeNull()
      await mirror.alarm()
      expect((await mirror.pass()).parked?.message).toContain('Un autre classeur')
    },
    { SPREADSHEET_ID: 'current' },
  )
  expect(fetch).not.toHaveBeenCalled()
})

describe('the service account’s key', () => {
  const passWith = (name: string, key: string) =>
    withMirror(name, (mirror) => mirror.pass(), { GOOGLE_SERVICE_ACCOUNT: key })

  test('may be pasted with its line ends spelled out', async () => {
    const spelled = { ...account, private_key: account.private_key.replaceAll('\n', '\\n') }
    await plantPlan()
    expect(await passWith('spelled', JSON.stringify(spelled))).toMatchObject({ pending: 0, parked: null })
  })

  test.each([
    ['cut off in the middle', account.private_key.slice(0, 300)],
    ['with a stray character', account.private_key.replace('MII', 'M*I')],
    ['of another kind', account.private_key.replaceAll('PRIVATE', 'RSA PRIVATE')],
  ])('%s: a human is asked for the whole file', async (name, private_key) => {
    const state = await passWith(name, JSON.stringify({ ...account, private_key }))
    expect(state.parked).toMatchObject({ reason: 'key' })
    expect(state.parked?.message).toContain('GOOGLE_SERVICE_ACCOUNT')
  })

  test('that is no key file says so at once, and no call is made', async () => {
    for (const key of ['{"client_email": "mirror@example.org"', '{}', 'null']) {
      expect((await passWith('no file', key)).parked?.reason).toBe('key')
    }
    expect(fetch).not.toHaveBeenCalled()
  })
})
