import { buildAssets } from './build.ts'
import { readOptions } from './options.ts'
import { startRecueil } from './run.ts'

/**
 * `npm start`: the whole of Recueil on this machine, with its own database and, unless a real one is named, its own
 * Google Sheet. Anything wrong is one line; Ctrl-C leaves no process behind.
 */
const fail = (cause: unknown): never => {
  console.error(`Recueil ne peut pas démarrer : ${cause instanceof Error ? cause.message : String(cause)}`)
  process.exit(1)
}

const options = await Promise.try(() => readOptions(process.env)).catch(fail)
await buildAssets().catch(fail)
const recueil = await startRecueil(options).catch(fail)
console.log(`
  Recueil          ${recueil.url}
  Formulaires      ${recueil.url}/formulaires
  Plan d’action    ${recueil.url}/plan
  La feuille       ${recueil.sheetUrl}
  API              ${recueil.url}/openapi.json
  Connecté         ${options.signedIn ? 'oui, comme coordination (ACCESS_DEV=off pour personne)' : 'non (ACCESS_DEV=off)'}
  État gardé dans  ${options.stateFolder}
  Ctrl-C arrête tout.
`)

let stopping = false
const stop = async () => {
  if (stopping) process.exit(130)
  stopping = true
  await recueil.stop()
  process.exit(0)
}
// The runtime's own handlers would end the process before the sheet is saved.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal).on(signal, stop)

// A shell or npm that is ended without passing the signal on must not leave us behind.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) void stop()
}, 1000).unref()
