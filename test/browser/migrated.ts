import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../dev/migrate.ts'

/**
 * Before all tests in Node: a database with every migration in it, once, for each test's Recueil to begin from a copy
 * (`startRecueil`): applying them one by one takes longer than all the rest of a start.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'recueil-migrated-'))
  await migrate(folder)
  process.env.MIGRATED_DATABASE = folder
  return () => rm(folder, { recursive: true, force: true })
}
