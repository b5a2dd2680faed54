import { expect, test } from 'vitest'

type Table = Readonly<Record<string, unknown>>

declare global {
  interface ImportMeta {
    /** Vite's, which runs the tests (vite.dev/guide/features#glob-import). */
    glob(pattern: string, options: { eager: true }): Readonly<Record<string, Readonly<Record<string, Table>>>>
    glob(
      pattern: string,
      options: { eager: true; query: '?raw'; import: 'default' },
    ): Readonly<Record<string, string>>
  }
}

/** Every table of words that pages draw on together; those of `event-words` and `late-words` stand by themselves. */
const modules = import.meta.glob('../../src/page/*-words.ts', {
  eager: true,
})
const tables = Object.entries(modules)
  .filter(([path]) => !/(?:event|late)-words/.test(path))
  .flatMap(([path, module]) =>
    Object.entries(module).flatMap(([name, table]) =>
      name.endsWith('Words') ? [[path, table] as const] : [],
    ),
  )

test('no word stands in two tables, of which one would silently win', () => {
  expect(tables.length).toBeGreaterThan(15)
  const places = Map.groupBy(
    tables.flatMap(([path, table]) => Object.keys(table).map((word) => ({ path, word }))),
    ({ word }) => word,
  )
  expect([...places].filter(([, where]) => where.length > 1).map(([word]) => word)).toEqual([])
})

test('no line of French begins with the sign that ends what was said, or ends with a guillemet that opens', () => {
  const sources = import.meta.glob('../../src/**/*.{ts,tsx}', {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  const french = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/\bfr:\s*(['`])((?:(?!\1).)*)\1/gs)].map(([, , text = '']) =>
      text.replace(/\$\{[^}]*\}/g, '_'),
    ),
  )
  expect(french.length).toBeGreaterThan(1000)
  expect(french.filter((text) => / [;:!?»](?=\W|$)|« /.test(text))).toEqual([])
})
