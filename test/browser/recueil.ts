import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const start = join(import.meta.dirname, '../../dev/start.ts')

export type Started = {
  readonly url: string
  readonly sheetUrl: string
  readonly stateFolder: string
  /** Kills every process of it at once, as a power cut would. */
  readonly kill: () => Promise<void>
  /** Ctrl-C; gives the exit code. */
  readonly interrupt: () => Promise<number | null>
  readonly output: () => string
}

/** Runs `npm start`'s command on a port and a state folder of its own, and waits until it answers. */
export async function startRecueil(
  port: number,
  folder?: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Started> {
  const stateFolder = folder ?? (await freshFolder())
  const child = spawn(process.execPath, [start], {
    detached: true,
    env: { ...process.env, PORT: String(port), STATE_DIR: stateFolder, ...environment },
  })
  process.once('exit', () => signal(child, 'SIGKILL'))
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`it stopped: ${output.join('')}`)
    return output.join('').includes('Ctrl-C')
  }, 90_000)
  return {
    url: `http://127.0.0.1:${port}`,
    sheetUrl: `http://127.0.0.1:${port + 1}`,
    stateFolder,
    output: () => output.join(''),
    async kill() {
      signal(child, 'SIGKILL')
      await ended
    },
    interrupt() {
      child.kill('SIGINT')
      return ended
    },
  }
}

/** A state folder of its own, with the database that `migrated.ts` made where there is one. */
async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recueil-'))
  const migrated = process.env.MIGRATED_DATABASE
  if (migrated) await cp(migrated, folder, { recursive: true })
  return folder
}

/** Sends a signal to a process and all it started. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  const ended = child.exitCode !== null || child.signalCode !== null
  if (child.pid !== undefined && !ended) process.kill(-child.pid, name)
}

/** Waits for what happens in another process. @throws Error when it has not happened after `patience` milliseconds */
export async function until(happened: () => Promise<boolean>, patience = 30_000): Promise<void> {
  const end = Date.now() + patience
  while (!(await happened())) {
    if (Date.now() > end) throw new Error(`not after ${patience} ms: ${happened}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
