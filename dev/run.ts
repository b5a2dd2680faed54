import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { unstable_startWorker } from 'wrangler'
import { catalogue } from '../forms/index.ts'
import { seedsOf, seedsPerRun } from '../src/record/seeds.ts'
import type { Options, RemoteSheet } from './options.ts'
import { startLocalSheet } from './sheet/index.ts'

const configuration = join(import.meta.dirname, '../wrangler.toml')
const wrangler = join(import.meta.dirname, '../node_modules/wrangler/wrangler-dist/cli.js')

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
  await mkdir(stateFolder, { recursive: true })
  await expectFree(port)
  await migrate(stateFolder)
  const local = remote ? null : await startLocalSheet({ folder: join(stateFolder, 'sheet'), port: port + 1 })
  const sheet: RemoteSheet = remote ?? {
    serviceAccount: local?.serviceAccount ?? '',
    spreadsheetId: local?.spreadsheetId ?? '',
    rootUrl: local?.url ?? '',
  }
  // A local request comes from nowhere in particular; asking Cloudflare where from would need the network.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  const worker = await unstable_startWorker({
    config: configuration,
    ...(entrypoint !== undefined && { entrypoint }),
    ...(!options.signedIn && { access: {} }),
    bindings: {
      RECUEIL_SECRET: { type: 'plain_text', value: await secretIn(stateFolder) },
      GOOGLE_SERVICE_ACCOUNT: { type: 'plain_text', value: sheet.serviceAccount },
      SPREADSHEET_ID: { type: 'plain_text', value: sheet.spreadsheetId },
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
  const stopCron = await runCron(() => fetch(`http://127.0.0.1:${port}/cdn-cgi/handler/scheduled`))
  return {
    url: `http://127.0.0.1:${port}`,
    sheetUrl: local ? `${local.url}/grid` : `https://docs.google.com/spreadsheets/d/${sheet.spreadsheetId}`,
    async stop() {
      stopCron()
      await worker.dispose()
      await local?.close()
    },
  }
}

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

/** Brings the local database to the present shape. */
function migrate(stateFolder: string): Promise<void> {
  const words = [
    'd1',
    'migrations',
    'apply',
    'DB',
    '--local',
    '--persist-to',
    stateFolder,
    '--config',
    configuration,
  ]
  return new Promise((resolve, reject) => {
    const output: string[] = []
    const child = spawn(process.execPath, [wrangler, ...words], {
      env: { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
    })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => output.push(String(chunk)))
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) return resolve()
      const reason = /ERROR\]?:? *(.+)/.exec(output.join(''))?.[1] ?? `code ${code}`
      reject(new Error(`la base de données de ${stateFolder} ne s’ouvre pas (${reason.trim()})`))
    })
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
