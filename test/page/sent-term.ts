import { env, exports } from 'cloudflare:workers'
import { openingName } from '../../src/spam/doubt.ts'
import { signOpening } from '../../src/spam/opening.ts'
import { visit } from './minutes/meeting.ts'

export const origin = 'http://recueil.test'
export const here = '/coordination/quarantaine'
export const path = '/formulaires/terme'

export type Entry = [string, string]

/** A term for the lexicon, as its page sends it; `changes` are further entries. */
export const term = (id: string, changes: readonly Entry[] = []): Entry[] => [
  ['id', id],
  ['terme', 'Terme exemple'],
  ['definition', 'Une définition exemple.'],
  ...changes,
]

/** Sends a form exactly so, as somebody who is not signed in. */
export const sendRaw = (entries: readonly Entry[], at = path): Promise<Response> =>
  exports.default.fetch(
    new Request(origin + at, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin },
      body: new URLSearchParams([...entries]),
    }),
  )

export const opened = async (ago: number): Promise<Entry> => [
  openingName,
  await signOpening(env.RECUEIL_SECRET, 'terme', Date.now() - ago),
]
export const location = (response: Response) => response.headers.get('location') ?? ''
export const textOf = async (at: string) => (await visit(at)).text()

/** What is in each table that a record leaves something in. */
export async function written(): Promise<Record<string, number>> {
  const tables = ['records', 'events', 'sheet_due', 'deliveries', 'search_due', 'doubtful']
  const counts = await env.DB.batch<{ n: number }>(
    tables.map((table) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`)),
  )
  return Object.fromEntries(tables.map((table, index) => [table, counts[index]?.results[0]?.n ?? -1]))
}
