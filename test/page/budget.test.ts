import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { formScript, style } from '../../src/page/assets.ts'
import { coordinator, open } from './example.ts'

const kilobyte = 1024

async function compressed(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return (await new Response(stream).arrayBuffer()).byteLength
}

const visitor = { ...coordinator, catalogue }
const paths = [
  '/',
  '/formulaires',
  '/plan',
  '/vos-donnees',
  ...catalogue.forms.map(({ id }) => `/formulaires/${id}`),
]

describe('pages are light enough for a slow phone', () => {
  test.each(paths)('%s fits in ten packets: 14 KB compressed', async (path) => {
    const { status, text } = await open(visitor, path)
    expect(status).toBe(200)
    expect(await compressed(text)).toBeLessThanOrEqual(14 * kilobyte)
  })

  test('the heaviest form fits in 40 KB with its stylesheet and script', async () => {
    const sizes = await Promise.all(paths.map(async (path) => compressed((await open(visitor, path)).text)))
    const assets = (await compressed(style.body)) + (await compressed(formScript.body))
    expect(Math.max(...sizes) + assets).toBeLessThanOrEqual(40 * kilobyte)
  })

  test('the script is comfort and stays small', async () => {
    expect(await compressed(formScript.body)).toBeLessThanOrEqual(11 * kilobyte)
  })
})
