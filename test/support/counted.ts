export type Cost = { batches: number; queries: number; rowsWritten: number }

/** The same database, counting what goes through it: calls of batch, statements run outside one, rows written. */
export function counted(db: D1Database): { readonly db: D1Database; readonly cost: Cost } {
  const cost: Cost = { batches: 0, queries: 0, rowsWritten: 0 }
  const counting = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare')
        return (sql: string) => {
          cost.queries++
          return target.prepare(sql)
        }
      if (name === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          cost.batches++
          cost.queries -= statements.length
          const results = await target.batch(statements)
          for (const { meta } of results) cost.rowsWritten += meta.rows_written
          return results
        }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { db: counting, cost }
}
