import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { accessToken } from './token.ts'

let sheet: LocalSheet
let time: number
let token: string

beforeEach(async () => {
  time = Date.UTC(2018, 9, 1)
  sheet = await startLocalSheet({ folder: null, now: () => time })
  token = await accessToken(sheet, time)
})

afterEach(async () => {
  await sheet.close()
})

async function call(method: string, path: string, body?: unknown, authorization = `Bearer ${token}`) {
  const response = await fetch(`${sheet.url}/v4/spreadsheets/${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const answer = (await response.json()) as {
    error?: { code: number; message: string; status: string; details?: Record<string, unknown>[] }
  }
  return { status: response.status, error: answer.error }
}

const batch = (...requests: unknown[]) => call('POST', `${sheet.spreadsheetId}:batchUpdate`, { requests })
const updateCells = (body: object) => ({ updateCells: { rows: [], fields: '*', ...body } })

describe('a body that does not fit the API', () => {
  test.each([
    [
      'an unknown name',
      { updateCells: { feilds: '*' } },
      `Invalid JSON payload received. Unknown name "feilds" at 'requests[0].update_cells': Cannot find field.`,
    ],
    [
      'an unknown request',
      { writeCells: {} },
      `Invalid JSON payload received. Unknown name "writeCells" at 'requests[0]': Cannot find field.`,
    ],
    [
      'a text for a number',
      updateCells({ range: { sheetId: 'x' } }),
      `Invalid value at 'requests[0].update_cells.range.sheet_id' (TYPE_INT32), "x"`,
    ],
    [
      'an unknown enum value',
      { setDataValidation: { rule: { condition: { type: 'LIST' } } } },
      `Invalid value at 'requests[0].set_data_validation.rule.condition.type' ` +
        `(type.googleapis.com/google.apps.sheets.v4.ConditionType), "LIST"`,
    ],
    [
      'a list for an object',
      { updateCells: { range: [] } },
      `Invalid JSON payload received. Unknown name "range" at 'requests[0].update_cells': ` +
        'Proto field is not repeating, cannot start list.',
    ],
    [
      'a field only the server gives',
      { createDeveloperMetadata: { developerMetadata: { location: { locationType: 'COLUMN' } } } },
      `Invalid value at 'requests[0].create_developer_metadata.developer_metadata.location.location_type': ` +
        'the field is read-only.',
    ],
    [
      'two values in one cell',
      updateCells({ rows: [{ values: [{ userEnteredValue: { stringValue: 'a', numberValue: 1 } }] }] }),
      `Invalid value at 'requests[0].update_cells.rows[0].values[0].user_entered_value' (oneof), oneof field ` +
        `'kind' is already set. Cannot set 'numberValue'`,
    ],
  ])('is refused for %s', async (_, request, message) => {
    const { status, error } = await batch(request)
    expect(status).toBe(400)
    expect(error).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT', message })
    expect(error?.details?.[0]).toMatchObject({
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [{ description: message }],
    })
  })

  test('names in snake_case, nulls and numbers as text are taken, as by any protobuf server', async () => {
    const request = {
      update_cells: {
        range: { sheet_id: '0', start_row_index: 0, end_row_index: '1', endColumnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'lu' }, note: null }] }],
        fields: 'user_entered_value',
      },
    }
    expect((await batch(request)).status).toBe(200)
    expect(sheet.book.values('Feuille 1')).toEqual([['lu']])
  })

  test('is refused before the spreadsheet is looked for', async () => {
    expect((await call('POST', 'nowhere:batchUpdate', { request: [] })).status).toBe(400)
    expect((await call('POST', 'nowhere:batchUpdate', '{"requests":')).status).toBe(400)
    expect((await call('POST', 'nowhere:batchUpdate', { requests: [] })).error).toEqual({
      code: 404,
      message: 'Requested entity was not found.',
      status: 'NOT_FOUND',
    })
  })

  test('is refused beyond 10 MB', async () => {
    const { error } = await call('POST', `${sheet.spreadsheetId}:batchUpdate`, ' '.repeat(10_485_761))
    expect(error?.message).toBe('Request payload size exceeds the limit: 10485760 bytes.')
  })

  test.each(['sheets(properties', 'sheets.propertiez', 'properties, sheets', 'sheets)'])(
    'a fields mask %j that designates nothing is refused',
    async (fields) => {
      const path = `${sheet.spreadsheetId}?fields=${encodeURIComponent(fields)}`
      expect((await call('GET', path)).error).toMatchObject({
        code: 400,
        message: 'Request contains an invalid argument.',
      })
    },
  )
})

describe('who may call', () => {
  test('a missing or unknown token is 401 in Google’s envelope', async () => {
    const missing = await fetch(`${sheet.url}/v4/spreadsheets/${sheet.spreadsheetId}`)
    expect(missing.status).toBe(401)
    const { status, error } = await call('GET', sheet.spreadsheetId, undefined, 'Bearer other')
    expect([status, error?.status]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('a token ends after its hour', async () => {
    time += 3598 * 1000
    expect((await call('GET', sheet.spreadsheetId)).status).toBe(200)
    time += 1000
    expect((await call('GET', sheet.spreadsheetId)).status).toBe(401)
  })

  test('a spreadsheet that is no longer shared is 403, and opens when it is shared again', async () => {
    sheet.book.unshare()
    expect((await call('GET', sheet.spreadsheetId)).error).toEqual({
      code: 403,
      message: 'The caller does not have permission',
      status: 'PERMISSION_DENIED',
    })
    sheet.book.share()
    expect((await call('GET', sheet.spreadsheetId)).status).toBe(200)
  })

  test('a token for reading does not write', async () => {
    const scope = 'https://www.googleapis.com/auth/spreadsheets.readonly'
    const reader = await accessToken(sheet, time, { scope })
    const path = `${sheet.spreadsheetId}:batchUpdate`
    expect((await call('POST', path, { requests: [] }, `Bearer ${reader}`)).status).toBe(403)
    expect((await call('GET', sheet.spreadsheetId, undefined, `Bearer ${reader}`)).status).toBe(200)
  })

  test('a protection that shuts the service account out stops its writes, a mere warning does not', async () => {
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1 }
    const start = { sheetId: 0, rowIndex: 0, columnIndex: 0 }
    const write = updateCells({ start, rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }] })
    const protect = (given: object) => ({
      addProtectedRange: { protectedRange: { protectedRangeId: 5, range, ...given } },
    })
    sheet.book.request(protect({ warningOnly: true }))
    expect((await batch(write)).status).toBe(200)
    sheet.book.request({ deleteProtectedRange: { protectedRangeId: 5 } })
    sheet.book.request(protect({ editors: { users: ['coordination@example.org'] } }))
    expect((await batch(write)).error?.message).toContain(
      'You are trying to edit a protected cell or object.',
    )
    const both = protect({ protectedRangeId: 6, warningOnly: true, editors: { users: [] } })
    expect((await batch(both)).error?.message).toBe(
      'Invalid requests[0].addProtectedRange: ProtectedRange is warningOnly. Editors cannot be set on it.',
    )
  })
})

describe('the quota', () => {
  test('refuses the 61st read of a minute, not the first write, and opens as the minute goes by', async () => {
    for (let count = 0; count < 60; count += 1) {
      time += 100
      expect((await call('GET', `${sheet.spreadsheetId}?fields=spreadsheetId`)).status).toBe(200)
    }
    const { status, error } = await call('GET', sheet.spreadsheetId)
    expect(status).toBe(429)
    expect(error).toMatchObject({
      status: 'RESOURCE_EXHAUSTED',
      message:
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of " +
        "service 'sheets.googleapis.com' for consumer 'project_number:100000000001'.",
      details: [
        {
          reason: 'RATE_LIMIT_EXCEEDED',
          metadata: {
            quota_limit: 'ReadRequestsPerMinutePerUser',
            quota_metric: 'sheets.googleapis.com/read_requests',
            quota_limit_value: '60',
          },
        },
      ],
    })
    expect((await batch({ addSheet: {} })).status).toBe(200)
    time += 55_000
    expect((await call('GET', sheet.spreadsheetId)).status).toBe(200)
  })

  test('of the whole project counts the other users', async () => {
    sheet.faults.spendQuotaByOthers('write', 300)
    expect((await batch({ addSheet: {} })).error?.details?.[0]).toMatchObject({
      metadata: { quota_limit: 'WriteRequestsPerMinutePerProject' },
    })
    time += 60_001
    expect((await batch({ addSheet: {} })).status).toBe(200)
  })
})
