/** SQL: columns, each named after their table in the statement: `r.id, r.form, …`. */
export const columnsOf = (table: string, columns: string): string =>
  columns
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')
