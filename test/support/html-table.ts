const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
}

/** The text of a piece of HTML, on one line. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The cells of the rows of the first table whose caption begins with these words, its header row first. */
export function tableRows(html: string, caption: string): readonly (readonly string[])[] {
  const tables = html.match(/<table[\s\S]*?<\/table>/g) ?? []
  const table = tables.find((one) =>
    textOf(/<caption[^>]*>([\s\S]*?)<\/caption>/.exec(one)?.[1] ?? '').startsWith(caption),
  )
  if (table === undefined) throw new Error(`no table is called "${caption}"`)
  return (table.match(/<tr[\s\S]*?<\/tr>/g) ?? []).map((row) =>
    (row.match(/<t[hd][\s\S]*?<\/t[hd]>/g) ?? []).map(textOf),
  )
}
