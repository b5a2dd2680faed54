import { type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

declare global {
  namespace Cloudflare {
    interface Env {
      readonly TEST_MIGRATIONS: D1Migration[]
    }
  }
}

const laidOut = env.DB.prepare("SELECT name FROM sqlite_master WHERE name = 'records'")

// A file of tests begins with empty storage. What the one before left unfinished may hold a database back from going.
let times = 0
do await reset()
while ((await laidOut.first()) && ++times < 20)

// One batch of all, where wrangler takes several calls a migration: every file of tests begins with it.
await env.DB.batch(
  env.TEST_MIGRATIONS.flatMap(({ queries }) => queries.map((query) => env.DB.prepare(query))),
)
