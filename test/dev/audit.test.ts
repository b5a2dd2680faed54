import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../dev/migrate.ts'
import { keepChain } from '../../src/audit/index.ts'
import { freshSalt } from '../../src/store/events.ts'
import { openDatabase } from '../support/d1.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recueil-audit-'))
  await migrate(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Works on the database's file, as whoever has the machine can. */
async function inFile(act: (sqlite: DatabaseSync) => unknown): Promise<void> {
  const [file = ''] = globSync(`${folder}/v3/d1/*/*.sqlite`).filter((path) => !path.includes('metadata'))
  const sqlite = new DatabaseSync(file)
  await act(sqlite)
  sqlite.close()
}

const audit = (...words: readonly string[]) =>
  new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
    const script = join(import.meta.dirname, '../../dev/audit.ts')
    const child = execFile(
      process.execPath,
      ['--js-base-64', script, ...words],
      { env: { ...process.env, STATE_DIR: folder } },
      (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, said: (stdout + stderr).replaceAll('\u00a0', ' ') }),
    )
  })

test('the command verifies the database on this machine, and names what was changed', async () => {
  const id = (number: number) => `('evt_${number}', 'endpoint.test', 0, '{}', '{}', '{}', ${freshSalt})`
  await inFile(async (sqlite) => {
    sqlite.exec(`INSERT INTO events (id, type, at, actor, payload, detail, salt) VALUES ${[1, 2, 3].map(id)}`)
    await keepChain(openDatabase(sqlite).db, Date.now())
  })
  const whole = await audit('--head', `3:${'0'.repeat(64)}`)
  expect(whole.said).toContain('Rien n’a été changé.')
  expect(whole.said).toContain('L’empreinte de l’événement 3 est une autre')
  expect(whole.code).toBe(1)
  await inFile((sqlite) => sqlite.exec('DROP TRIGGER events_are_kept; DELETE FROM events WHERE seq = 2'))
  const changed = await audit()
  expect(changed).toMatchObject({ code: 1, said: expect.stringContaining('Événement 2 : il n’y est plus.') })
}, 400_000)

test('the command that is not understood says so and ends with neither yes nor no', async () => {
  expect(await audit('--head', '3')).toMatchObject({ code: 2, said: expect.stringContaining('Après --head') })
})
