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
 */
export function readOptions(environment: Readonly<Record<string, string | undefined>>): Options {
  const serviceAccount = environment.GOOGLE_SERVICE_ACCOUNT ?? ''
  return {
    port: Number(environment.PORT || 8787),
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
