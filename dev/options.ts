import { resolve } from 'node:path'

/** A Google account and spreadsheet to use instead of the local sheet. */
export type RemoteSheet = {
  /** The service account's key, JSON. */
  readonly serviceAccount: string
  readonly spreadsheetId: string
  readonly rootUrl: string
}

export type Options = {
  readonly port: number
  /** Where the database, the local sheet and the secret are kept. */
  readonly stateFolder: string
  /** Whether whoever comes is signed in as a coordinator. */
  readonly signedIn: boolean
  readonly remote: RemoteSheet | null
}

/**
 * The choices `npm start` leaves to the environment: PORT, STATE_DIR, ACCESS_DEV=off, and GOOGLE_SERVICE_ACCOUNT,
 * SPREADSHEET_ID, SHEETS_ROOT_URL for another sheet than the local one.
 * @throws Error whose message is one line for a person
 */
export function readOptions(environment: Readonly<Record<string, string | undefined>>): Options {
  const serviceAccount = environment.GOOGLE_SERVICE_ACCOUNT ?? ''
  return {
    port: readPort(environment.PORT || '8787'),
    stateFolder: resolve(environment.STATE_DIR || '.recueil'),
    signedIn: environment.ACCESS_DEV !== 'off',
    remote:
      serviceAccount === ''
        ? null
        : {
            serviceAccount,
            spreadsheetId: environment.SPREADSHEET_ID ?? '',
            rootUrl: environment.SHEETS_ROOT_URL || 'https://sheets.googleapis.com',
          },
  }
}

/** The local sheet takes the port after it, so the last one is not for us. */
function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port < 65_535) return port
  throw new Error(`PORT doit être un nombre de 1 à 65534, et non « ${text} ».`)
}
