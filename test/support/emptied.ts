import { env } from 'cloudflare:workers'

/** Takes the triggers away that guard the log and its seals, as whoever owns the database can. */
export async function dropGuards(): Promise<void> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'trigger'
     AND tbl_name IN ('events', 'seals', 'erasures', 'daily_heads')`,
  ).all<{ name: string }>()
  if (results.length === 0) return
  await env.DB.batch(results.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)))
}

/** Empties these tables; the log too, which nobody else may. */
export async function emptied(...tables: readonly string[]): Promise<void> {
  await dropGuards()
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)))
}
