/** The same database, each statement shown before it is prepared: what throws then is the database's own fault. */
export const watched = (db: D1Database, see: (sql: string) => void): D1Database =>
  new Proxy(db, {
    get(target, name) {
      if (name === 'prepare')
        return (sql: string) => {
          see(sql)
          return target.prepare(sql)
        }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
