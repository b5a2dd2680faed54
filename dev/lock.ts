import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Takes a state folder for this process, and makes it if need be: two at once would write over each other's sheet.
 * The lock of a process that is no more is taken over.
 * @returns what gives the folder back
 * @throws Error whose message is one line for a person
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'lock')
  await mkdir(folder, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`le dossier ${folder} ne peut pas être créé (${cause.code}).`)
  })
  const holder = Number(await readFile(file, 'utf8').catch(() => ''))
  if (holder > 0 && holder !== process.pid && isAlive(holder))
    throw new Error(
      `le dossier ${folder} est déjà utilisé par un autre Recueil (processus ${holder}). ` +
        'Choisissez-en un autre : STATE_DIR=autre-dossier npm start',
    )
  await writeFile(file, String(process.pid)).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`le dossier ${folder} ne se laisse pas écrire (${cause.code}).`)
  })
  return () => rm(file, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
