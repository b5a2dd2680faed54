import { spawn } from 'node:child_process'
import { join } from 'node:path'

const configuration = join(import.meta.dirname, '../wrangler.toml')
const wrangler = join(import.meta.dirname, '../node_modules/wrangler/wrangler-dist/cli.js')

/** Brings the local database to the present shape. @throws Error whose message is one line for a person */
export function migrate(stateFolder: string): Promise<void> {
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
    const end = () => child.kill()
    process.once('exit', end)
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => output.push(String(chunk)))
    child.once('error', reject)
    child.once('exit', (code) => {
      process.removeListener('exit', end)
      if (code === 0) return resolve()
      reject(
        new Error(
          `la base de données de ${stateFolder} ne s’ouvre pas (${reasonIn(output.join(''), code)}). ` +
            'Rétablissez une copie de ce dossier, ou supprimez-le pour repartir de zéro.',
        ),
      )
    })
  })
}

/** The first error of what a command printed, without the colours. */
function reasonIn(output: string, code: number | null): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with one
  const plain = output.replaceAll(/\u001b\[[0-9;]*m/g, '')
  return /ERROR\]?:? *(.+)/.exec(plain)?.[1]?.trim() ?? `code ${code}`
}
