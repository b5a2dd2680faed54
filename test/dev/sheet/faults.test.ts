import type { sheets_v4 } from '@googleapis/sheets'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { googleClient, refusal, row, update } from './client.ts'

let sheet: LocalSheet
let client: sheets_v4.Sheets

beforeEach(async () => {
  sheet = await startLocalSheet({ folder: null })
  client = googleClient(sheet)
})

afterEach(async () => {
  await sheet.close()
})

const append = (value: string) =>
  update(client, sheet.spreadsheetId, [
    { appendCells: { sheetId: 0, rows: [row(value)], fields: 'userEnteredValue' } },
  ])
const read = () => client.spreadsheets.values.get({ spreadsheetId: sheet.spreadsheetId, range: 'A1:A9' })

test('the next calls answer the status asked, then all is well again', async () => {
  sheet.faults.next({ kind: 'status', status: 503 }, { count: 2, on: 'write' })
  expect(await refusal(append('a'))).toEqual({
    status: 503,
    message: 'The service is currently unavailable.',
  })
  expect((await read()).status).toBe(200)
  expect((await refusal(append('a'))).status).toBe(503)
  await append('a')
  expect(sheet.book.values('Feuille 1')).toEqual([['a']])
})

test('a write may be applied though it answers 503', async () => {
  sheet.faults.next({ kind: 'status', status: 503, applied: true }, { on: 'write' })
  expect((await refusal(append('a'))).status).toBe(503)
  expect(sheet.book.values('Feuille 1')).toEqual([['a']])
})

test('a write may be applied though the connection is cut', async () => {
  sheet.faults.next({ kind: 'reset', applied: true }, { on: 'write' })
  expect((await refusal(append('a'))).status).toBe(0)
  expect(sheet.book.values('Feuille 1')).toEqual([['a']])
})

test('a late write is applied only when it is released', async () => {
  sheet.faults.next({ kind: 'late' }, { on: 'write' })
  expect((await refusal(append('late'))).status).toBe(504)
  await append('next')
  expect(sheet.book.values('Feuille 1')).toEqual([['next']])
  expect(sheet.faults.release()).toBe(1)
  expect(sheet.book.values('Feuille 1')).toEqual([['next'], ['late']])
  expect(sheet.faults.release()).toBe(0)
})

test('a hanging call never answers, and does not keep the server from closing', async () => {
  await read()
  sheet.faults.next({ kind: 'hang' }, { on: 'read' })
  let isArrived = () => {}
  const arrived = new Promise<void>((resolve) => {
    isArrived = resolve
  })
  sheet.faults.onCall(isArrived)
  const hanging = refusal(read())
  await arrived
  await sheet.close()
  expect((await hanging).status).toBe(0)
})

test('an Office file and the refusals of a person to be asked look as Google’s', async () => {
  sheet.faults.next({ kind: 'office' })
  sheet.faults.next({ kind: 'status', status: 403 }, { on: 'read' })
  sheet.faults.next({ kind: 'status', status: 404 }, { on: 'read' })
  const token = await refusal(read())
  expect(token.message).toContain('Office file')
  expect((await refusal(read())).message).toBe('The caller does not have permission')
  expect((await refusal(read())).message).toBe('Requested entity was not found.')
  expect((await read()).status).toBe(200)
})

test('a hook acts as the coordinator between two calls', async () => {
  await append('avant')
  const stop = sheet.faults.onCall((call) => {
    if (call.kind === 'write') sheet.book.insertRows('Feuille 1', 0)
  })
  await append('après')
  stop()
  await append('fin')
  expect(sheet.book.values('Feuille 1')).toEqual([[], ['avant'], ['après'], ['fin']])
})

test('calls are counted by kind, with their bytes and the requests they hold', async () => {
  await append('a')
  await read()
  await read()
  const { calls } = sheet
  expect([calls.reads, calls.writes, calls.tokens]).toEqual([2, 1, 1])
  expect(calls.list.map((call) => [call.kind, call.status])).toEqual([
    ['token', 200],
    ['write', 200],
    ['read', 200],
    ['read', 200],
  ])
  expect(calls.list[1]?.requests).toEqual(['appendCells'])
  expect(calls.bytesIn).toBeGreaterThan(100)
  expect(calls.bytesOut).toBeGreaterThan(100)
  calls.reset()
  expect([calls.reads, calls.list.length, calls.bytesIn]).toEqual([0, 0, 0])
})
