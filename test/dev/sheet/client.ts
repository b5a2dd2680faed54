import { auth, sheets, type sheets_v4 } from '@googleapis/sheets'
import type { LocalSheet } from '../../../dev/sheet/index.ts'

export type GoogleError = Error & {
  readonly status?: number
  readonly response?: {
    readonly data?: { readonly error?: { readonly message?: string; readonly status?: string } }
  }
}

const googleToken = 'https://oauth2.googleapis.com/token'

/** Google's own client, its calls and its token sent to the local sheet; nothing is retried. */
export function googleClient(sheet: LocalSheet): sheets_v4.Sheets {
  const key = JSON.parse(sheet.serviceAccount) as {
    client_email: string
    private_key: string
    token_uri: string
  }
  const fetchImplementation: typeof fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    return fetch(address === googleToken ? key.token_uri : input, init)
  }
  const client = new auth.JWT({
    email: key.client_email,
    key: key.private_key,
    scopes: ['https://www.googleapis.com/auth/spreadsheets'],
    transporterOptions: { fetchImplementation },
  })
  return sheets({ version: 'v4', auth: client, rootUrl: `${sheet.url}/`, retry: false })
}

/** Makes sub-requests in one batchUpdate. */
export async function update(
  client: sheets_v4.Sheets,
  spreadsheetId: string,
  requests: sheets_v4.Schema$Request[],
): Promise<sheets_v4.Schema$BatchUpdateSpreadsheetResponse> {
  const { data } = await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } })
  return data
}

/** The error a call ends in: its HTTP status and Google's message. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await call
  } catch (error) {
    const { status, response } = error as GoogleError
    return { status: status ?? 0, message: response?.data?.error?.message ?? String(error) }
  }
  throw new Error('the call was not refused')
}

export const text = (value: string): sheets_v4.Schema$CellData => ({
  userEnteredValue: { stringValue: value },
})
export const row = (...values: string[]): sheets_v4.Schema$RowData => ({ values: values.map(text) })
