import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Mutant } from './mutant.ts'

const root = join(import.meta.dirname, '../../..')
/** What no test reads, or is too large to copy; packages are linked instead. */
const left = new Set(['node_modules', '.git', '.wrangler', '.recueil', 'dist'])

/** A copy of the project in which one fault at a time is planted. */
export type Tree = {
  readonly folder: string
  /** Plants it, and returns what takes it out again. @throws when the text to change is not there exactly once */
  readonly plant: (mutant: Mutant) => Promise<() => Promise<void>>
  readonly remove: () => Promise<void>
}

/** Copies the project to a folder of its own. */
export async function copyTree(): Promise<Tree> {
  const folder = await mkdtemp(join(tmpdir(), 'recueil-mutants-'))
  await cp(root, folder, { recursive: true, filter: (path) => !left.has(basename(path)) })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    plant: async ({ name, file, from, to }) => {
      const path = join(folder, file)
      const text = await readFile(path, 'utf8')
      const count = text.split(from).length - 1
      if (count !== 1) throw new Error(`${name}: in ${file} its text is there ${count} times, not once`)
      // A function, since a text would have its dollar signs read.
      await writeFile(
        path,
        text.replace(from, () => to),
      )
      return () => writeFile(path, text)
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
