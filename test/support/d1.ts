import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

const migrations = join(import.meta.dirname, '../../src/store/migrations')

type Statement = {
  readonly bind: (...values: SQLInputValue[]) => Statement
  readonly run: () => Promise<{ readonly results: unknown[]; readonly success: true }>
  readonly all: Statement['run']
  readonly first: (column?: string) => Promise<unknown>
  readonly execute: () => unknown[]
}

/** Brings a database from one state of the schema to another, by the numbers of the migrations: after `from`, up to `to`. */
export function migrated(sqlite = new DatabaseSync(':memory:'), from = '0000', to = '9999'): DatabaseSync {
  for (const file of readdirSync(migrations).sort()) {
    const number = file.slice(0, 4)
    if (number > from && number <= to) sqlite.exec(readFileSync(join(migrations, file), 'utf8'))
  }
  return sqlite
}

/**
 * D1's interface over Node's own SQLite, in memory, with the project's schema: the statements of `store/` as they are,
 * fast enough for thousands of passes. The Worker's tests run the same statements on D1 itself.
 */
export function openDatabase(sqlite = migrated()): {
  readonly db: D1Database
  readonly sqlite: DatabaseSync
  /** How many statements were run so far, as D1 counts them: each of a batch. */
  readonly statements: () => number
} {
  let count = 0
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()

  function statement(sql: string, values: readonly SQLInputValue[]): Statement {
    const execute = () => {
      count += 1
      const ready = prepared.get(sql) ?? sqlite.prepare(sql)
      prepared.set(sql, ready)
      return ready.all(...values)
    }
    const all = async () => ({ results: execute(), success: true }) as const
    return {
      bind: (...given) => statement(sql, given),
      all,
      run: all,
      first: async (column) => {
        const [line] = execute() as Record<string, unknown>[]
        if (line === undefined) return null
        return column === undefined ? line : line[column]
      },
      execute,
    }
  }

  async function batch(statements: readonly Statement[]) {
    sqlite.exec('BEGIN')
    try {
      const results = statements.map((one) => ({ results: one.execute(), success: true }))
      sqlite.exec('COMMIT')
      return results
    } catch (error) {
      sqlite.exec('ROLLBACK')
      throw error
    }
  }

  const db = { prepare: (sql: string) => statement(sql, []), batch } as unknown as D1Database
  return { db, sqlite, statements: () => count }
}
