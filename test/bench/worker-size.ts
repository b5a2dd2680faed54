import { execFile } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Figure } from './index.ts'

const root = join(import.meta.dirname, '../..')
const cli = join(root, 'node_modules/wrangler/wrangler-dist/cli.js')
const run = promisify(execFile)

/** What is uploaded, and how long it takes to be ready for its first request. */
export async function workerFigures(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recueil-bundle-'))
  const wrangler = (...words: string[]) => run(process.execPath, [cli, ...words], { cwd: root })
  await wrangler('deploy', '--dry-run', '--minify', '--outdir', folder)
  const bundle = gzipSync(await readFile(join(folder, 'worker.js'))).length
  const starts: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    const { stdout } = await wrangler('check', 'startup', '--outfile', join(folder, 'startup.cpuprofile'))
    starts.push(Number(/Active: ([0-9.]+) ms/.exec(stdout)?.[1]))
  }
  // Whatever else the machine does only adds to it.
  const least = Math.min(...starts)
  return [
    {
      what: 'bundle, minified and compressed',
      value: Math.round(bundle / 102.4) / 10,
      unit: 'KB',
      budget: 250,
    },
    { what: 'start-up, active, least of five', value: least, unit: 'ms', budget: 20 },
  ]
}
