import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { unstable_startWorker } from 'wrangler'
import { catalogue } from '../forms/index.ts'
import { seedsOf, seedsPerRun } from '../src/record/seeds.ts'
import { lockFolder } from './lock.ts'
import { migrate } from './migrate.ts'
import type { Options, RemoteSheet } from './options.ts'
import { startLocalSheet } from './sheet/index.ts'

const configuration = join(import.meta.dirname, '../wrangler.toml')

export type Running = {
  readonly url: string
  /** Where the sheet can be looked at. */
  readonly sheetUrl: string
  readonly stop: () => Promise<void>
}

/**
 * Starts the database, the sheet and the Worker.
 * @param entrypoint another module than wrangler.toml's `main`, for measurements
 * @throws Error whose message is one line for a person
 */
export async function startRecueil(options: Options, entrypoint?: string): Promise<Running> {
  const { port, stateFolder, remote } = options
  await expectFree(port)
  const unlock = await lockFolder(stateFolder)
  await migrate(stateFolder)
  const local = remote ? null : await startLocalSheet({ folder: join(stateFolder, 'sheet'), port: port + 1 })
  const sheet: RemoteSheet = remote ?? {
    serviceAccount: local?.serviceAccount ?? '',
    spreadsheetId: local?.spreadsheetId ?? '',
    rootUrl: local?.url ?? '',
  }
  // A local request comes from nowhere in particular; asking Cloudflare where from would need the network.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  // The runtime would note the address of each request, and with it keys of links, and show the database to all who ask.
  process.env.X_LOCAL_OBSERVABILITY = 'false'
  process.env.X_LOCAL_EXPLORER = 'false'
  const worker = await unstable_startWorker({
    config: configuration,
    ...(entrypoint !== undefined && { entrypoint }),
    ...(!options.signedIn && { access: {} }),
    bindings: {
      RECUEIL_SECRET: { type: 'plain_text', value: await secretIn(stateFolder) },
      GOOGLE_SERVICE_ACCOUNT: { type: 'plain_text', value: sheet.serviceAccount },
      SPREADSHEET_ID: { type: 'plain_text', value: sheet.spreadsheetId },
      SITE_URL: { type: 'plain_text', value: `http://127.0.0.1:${port}` },
      SHEETS_ROOT_URL: { type: 'plain_text', value: sheet.rootUrl },
      LOCAL: { type: 'plain_text', value: 'true' },
    },
    dev: {
      server: { hostname: '127.0.0.1', port },
      inspector: false,
      persist: stateFolder,
      logLevel: 'warn',
      watch: false,
      liveReload: false,
    },
  })
  await worker.ready
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
  const stopCron = await runCron(() => ask('/cdn-cgi/handler/scheduled'))
  if (!(await ask('/health')).ok) throw broken(stateFolder)
  return {
    url: `http://127.0.0.1:${port}`,
    sheetUrl: local ? `${local.url}/grid` : `https://docs.google.com/spreadsheets/d/${sheet.spreadsheetId}`,
    async stop() {
      stopCron()
      await worker.dispose()
      await local?.close()
      await unlock()
    },
  }
}

const broken = (stateFolder: string) =>
  new Error(
    `l’état gardé dans ${stateFolder} est abîmé. Rétablissez une copie de ce dossier, ou supprimez-le pour repartir de zéro.`,
  )

/** Cron triggers never fire by themselves on this machine: runs the first ones at once, then one a minute. */
async function runCron(scheduled: () => Promise<unknown>): Promise<() => void> {
  const seeds = seedsOf(catalogue).length
  for (let planted = 0; planted < seeds; planted += seedsPerRun) await scheduled()
  const timer = setInterval(() => scheduled().catch((cause: unknown) => console.error(cause)), 60_000)
  return () => clearInterval(timer)
}

function expectFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(new Error(`le port ${port} est déjà pris. Choisissez-en un autre : PORT=8790 npm start`)),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}

/** The secret that keys edit links, made once and kept with the rest of the state. */
async function secretIn(stateFolder: string): Promise<string> {
  const file = join(stateFolder, 'secret')
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (kept.trim().length >= 32) return kept.trim()
  const made = randomBytes(32).toString('hex')
  await writeFile(file, made, { mode: 0o600 })
  return made
}
