import { spawn } from 'node:child_process'
import { join } from 'node:path'

const configuration = join(import.meta.dirname, '../wrangler.toml')
const wrangler = join(import.meta.dirname, '../node_modules/wrangler/wrangler-dist/cli.js')

/** Where the database is: kept in a folder of this machine, or Cloudflare's. */
export type Place = { readonly stateFolder: string } | 'remote'

type Statement = {
  readonly bind: (...values: readonly unknown[]) => Statement
  readonly all: () => Promise<{ readonly results: Lines }>
  readonly first: (column?: string) => Promise<unknown>
}

type Lines = readonly Record<string, unknown>[]

/**
 * D1's interface for reading alone, over `wrangler d1 execute`: what only reads in `store/` works on it as it is.
 * @param run asks once; throws Error with what wrangler said
 */
export function openThroughWrangler(
  place: Place,
  run: (place: Place, sql: string) => Promise<Lines> = execute,
): D1Database {
  function statement(sql: string, values: readonly unknown[]): Statement {
    const results = () => whileBusy(() => run(place, filledIn(sql, values)))
    return {
      bind: (...given) => statement(sql, given),
      all: async () => ({ results: await results() }),
      first: async (column) => {
        const [line = null] = await results()
        return line === null || column === undefined ? line : (line[column] ?? null)
      },
    }
  }
  return { prepare: (sql: string) => statement(sql, []) } as unknown as D1Database
}

/** A call before may not have let go of the file yet, and a running Recueil holds it for moments. */
const mostTries = 5

/** Reading changes nothing, so it may be asked again; each time takes wrangler a second. */
async function whileBusy(read: () => Promise<Lines>): Promise<Lines> {
  for (let tries = 1; ; tries++)
    try {
      return await read()
    } catch (cause) {
      if (tries === mostTries || !String(cause).includes('SQLITE_BUSY')) throw cause
    }
}

/** The statement with its parameters (`?` and `?1`) written into it: numbers and null, since the command takes none. */
function filledIn(sql: string, values: readonly unknown[]): string {
  let next = 0
  return sql.replaceAll(/\?(\d*)/g, (_, place: string) => {
    const value = values[place === '' ? next++ : Number(place) - 1]
    if (value !== null && !Number.isSafeInteger(value)) throw new Error(`no number: ${String(value)}`)
    return String(value)
  })
}

/** @throws Error with what wrangler said */
function execute(place: Place, sql: string): Promise<Lines> {
  const where = place === 'remote' ? ['--remote'] : ['--local', '--persist-to', place.stateFolder]
  const words = ['d1', 'execute', 'DB', ...where, '--config', configuration, '--json', '--command', sql]
  return new Promise((resolve, reject) => {
    const output: string[] = []
    const errors: string[] = []
    const child = spawn(process.execPath, [wrangler, ...words], {
      env: { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
    })
    child.stdout.on('data', (chunk) => output.push(String(chunk)))
    child.stderr.on('data', (chunk) => errors.push(String(chunk)))
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code !== 0) return reject(new Error((errors.join('') + output.join('')).trim()))
      const [answer] = JSON.parse(output.join('')) as [{ readonly results: Record<string, unknown>[] }]
      resolve(answer.results)
    })
  })
}
