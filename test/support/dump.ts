import { env } from 'cloudflare:workers'

/** All that the database holds, as JSON; of the search its texts, not its index. */
export async function dump(): Promise<string> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\'",
  ).all<{ name: string }>()
  const tables = results.map(({ name }) => env.DB.prepare(`SELECT * FROM "${name}"`))
  return JSON.stringify((await env.DB.batch(tables)).map((table) => table.results))
}
