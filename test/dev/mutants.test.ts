import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutants } from '../fault/mutants/mutants.ts'

const root = join(import.meta.dirname, '../..')

// `npm run mutants` takes long and is run by hand: a fault whose place has moved would be noticed only then.
test.each(mutants)('the place of a fault to plant is there once: $name', async ({ file, from }) => {
  const text = await readFile(join(root, file), 'utf8')
  expect(text.split(from)).toHaveLength(2)
})
