import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Started } from './recueil.ts'

/** All that the local sheet and the runtime keep, D1 and what it notes of requests too: each text cell and each line. */
export async function everythingKept(recueil: Started): Promise<readonly string[]> {
  const sheet = await readFile(join(recueil.stateFolder, 'sheet/sheet.json'), 'utf8')
  const cells = sheet.match(/"stringValue":"(?:[^"\\]|\\.)*"/g) ?? []
  const folder = join(recueil.stateFolder, 'v3')
  const files = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith('.sqlite') && !name.includes('metadata'),
  )
  return [...cells, ...files.flatMap((name) => linesOf(join(folder, name)))]
}

function linesOf(file: string): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  const lines = tables
    .map(({ name }) => String(name))
    .filter((name) => !name.startsWith('sqlite_'))
    .flatMap((name) => {
      const lines = database.prepare(`SELECT * FROM "${name}"`)
      lines.setReadBigInts(true)
      return lines.all()
    })
    .map((line) => Object.values(line).map(textOf).join(' | '))
  database.close()
  return lines
}

const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value)
