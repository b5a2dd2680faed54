import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startLocalSheet } from '../../../dev/sheet/index.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-sheet-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

test('cells, tabs, hidden columns, sharing and the key survive a restart', async () => {
  const first = await startLocalSheet({ folder })
  first.book.paste('Feuille 1', 1, 2, 'a\t\tŋoor\n\n3')
  first.book.addTab('Zones')
  first.book.hideColumn('Zones', 3)
  first.book.unshare()
  const { private_key: key } = JSON.parse(first.serviceAccount) as { private_key: string }
  await first.close()
  const second = await startLocalSheet({ folder })
  expect(second.book.values('Feuille 1')).toEqual([[], ['', '', 'a', '', 'ŋoor'], [], ['', '', 3]])
  expect(second.book.tabs()).toEqual(['Feuille 1', 'Zones'])
  expect(second.book.sheet('Zones').columnDimensions[3]).toEqual({ hiddenByUser: true })
  expect(JSON.parse(second.serviceAccount)).toMatchObject({
    private_key: key,
    token_uri: `${second.url}/token`,
  })
  second.book.insertRows('Feuille 1', 0)
  expect(second.book.values('Feuille 1')).toHaveLength(5)
  await second.close()
  expect(await readdir(folder)).toEqual(['sheet.json'])
})

test.each(['{"format":1,', '[]', 'null', '{"format":1,"book":{}}'])(
  'a broken file %j is refused in one line that names it, and is left as it was',
  async (content) => {
    const file = join(folder, 'sheet.json')
    await writeFile(file, content)
    const message = await startLocalSheet({ folder }).then(
      () => '',
      (error: Error) => error.message,
    )
    expect(message).toContain(file)
    expect(message).not.toContain('\n')
    expect(await readFile(file, 'utf8')).toBe(content)
  },
)

test('a port that is taken is refused by its number', async () => {
  const first = await startLocalSheet({ folder: null })
  const port = Number(new URL(first.url).port)
  await expect(startLocalSheet({ folder: null, port })).rejects.toThrow(`Port ${port}`)
  await first.close()
})
