/** Reads separated values as RFC 4180 says, written apart from what writes them. @throws Error at a quote that is never closed */
export function readCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const source = text.replace(/^\ufeff/, '')
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] ?? ''
    if (quoted) {
      if (character !== '"') cell += character
      else if (source[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === separator) {
      row.push(cell)
      cell = ''
    } else if (character === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      row = []
      cell = ''
    } else cell += character
  }
  if (quoted) throw new Error('a quote is never closed')
  return row.length === 0 && cell === '' ? rows : [...rows, [...row, cell]]
}

/** The rows by the names of the header. */
export function readRows(text: string, skipped = 0): Record<string, string>[] {
  const [header = [], ...rows] = readCsv(text)
  return rows.slice(skipped).map((row) => {
    if (row.length !== header.length) throw new Error(`${row.length} cells under ${header.length} headers`)
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']))
  })
}
