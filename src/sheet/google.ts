import type { sheets_v4 } from '@googleapis/sheets'
import { faultOf, type GoogleError, googleError, isGoogleError } from './fault.ts'
import { requestToken, type ServiceAccount } from './token.ts'

export type ReadBody = sheets_v4.Schema$BatchGetValuesByDataFilterRequest
export type ReadAnswer = sheets_v4.Schema$BatchGetValuesByDataFilterResponse
export type WriteBody = sheets_v4.Schema$BatchUpdateSpreadsheetRequest
export type WriteAnswer = sheets_v4.Schema$BatchUpdateSpreadsheetResponse
export type Workbook = sheets_v4.Schema$Spreadsheet

/**
 * The calls the mirror makes of one spreadsheet. Each throws a GoogleError, and is told of before it leaves.
 */
export type Google = {
  /** The service account's address, which the spreadsheet must be shared with. */
  readonly account: string
  /** The answer as it came, a `ReadAnswer` in JSON: two that are the same word for word need no second look. */
  readonly read: (body: ReadBody) => Promise<string>
  readonly write: (body: WriteBody) => Promise<WriteAnswer>
  /** Tabs, protections, locale and time zone; no cell. */
  readonly describe: () => Promise<Workbook>
}

type GoogleOptions = {
  /** Without a slash at the end. */
  readonly root: string
  readonly spreadsheetId: string
  readonly account: ServiceAccount
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** How long an answer may take, in milliseconds. Google gives up by itself after 180 s. */
  readonly timeout: number
  /** Called before each call that counts; may throw to hold it back. */
  readonly onCall: (kind: 'read' | 'write' | 'token') => void
}

const described =
  'properties(locale,timeZone),sheets(properties(sheetId,title,gridProperties),protectedRanges(protectedRangeId))'

/**
 * A client of the Sheets API v4. The token is asked for when first needed and kept until shortly before its
 * end.
 */
export function connectGoogle(options: GoogleOptions): Google {
  const spreadsheet = `${options.root}/v4/spreadsheets/${encodeURIComponent(options.spreadsheetId)}`
  let token: { readonly text: string; readonly until: number } | null = null

  async function bearer(): Promise<string> {
    if (token === null || token.until <= options.now()) {
      options.onCall('token')
      token = await guard(() => requestToken(options.account, options.now(), options.timeout))
    }
    return token.text
  }

  async function once(url: string, body: object | null): Promise<string> {
    const authorization = `Bearer ${await bearer()}`
    return guard(async () => {
      const response = await fetch(url, {
        method: body === null ? 'GET' : 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: body === null ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(options.timeout),
      })
      const text = await response.text()
      if (!response.ok) throw googleError(faultOf(response.status, text))
      return text
    })
  }

  /** A refused token is dropped and asked for anew, once. */
  async function call(kind: 'read' | 'write', url: string, body: object | null): Promise<string> {
    options.onCall(kind)
    try {
      return await once(url, body)
    } catch (error) {
      if (!isGoogleError(error) || error.fault.kind !== 'unauthorised' || token === null) throw error
      token = null
      options.onCall(kind)
      return once(url, body)
    }
  }

  return {
    account: options.account.client_email,
    read: (body) => call('read', `${spreadsheet}/values:batchGetByDataFilter`, body),
    write: async (body) =>
      parseAnswer<WriteAnswer>(
        await call('write', `${spreadsheet}:batchUpdate?fields=${encodeURIComponent(readBack)}`, body),
      ),
    describe: async () =>
      parseAnswer<Workbook>(
        await call('read', `${spreadsheet}?fields=${encodeURIComponent(described)}`, null),
      ),
  }
}

/** Reads an answer's JSON; one that is cut short is one that did not come. @throws GoogleError */
export function parseAnswer<Answer>(text: string): Answer {
  try {
    return JSON.parse(text) as Answer
  } catch (error) {
    throw networkError(error)
  }
}

/** What a write answers with: the typed values of the ranges asked for and the tags of their columns. */
const readBack =
  'updatedSpreadsheet(sheets(properties(sheetId),data(startRow,startColumn,columnMetadata(developerMetadata(metadataId)),rowData(values(userEnteredValue)))))'

/** Turns whatever fetch throws into a fault: a lost connection and a late answer are the same to us. */
async function guard<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw isGoogleError(error) ? error : networkError(error)
  }
}

const networkError = (error: unknown): GoogleError =>
  googleError({
    kind: 'network',
    status: 0,
    message: error instanceof Error ? error.message : String(error),
    wait: 0,
  })
