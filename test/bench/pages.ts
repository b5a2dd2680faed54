import { gzipSync } from 'node:zlib'
import type { Figure } from './index.ts'

const kilobytes = (bytes: number): number => Math.round(bytes / 102.4) / 10
const get = async (url: string): Promise<string> => (await fetch(url)).text()
const weigh = (text: string): number => gzipSync(text).length

/** What a phone downloads, compressed: each public page, and the project sheet with all it links to. */
export async function pageFigures(url: string): Promise<readonly Figure[]> {
  const { forms } = JSON.parse(await get(`${url}/api/v1/forms`)) as { forms: { id: string }[] }
  const paths = ['/', '/plan', '/formulaires', '/vos-donnees', ...forms.map(({ id }) => `/formulaires/${id}`)]
  const figures: Figure[] = []
  for (const path of paths) {
    figures.push({
      what: `GET ${path}`,
      value: kilobytes(weigh(await get(url + path))),
      unit: 'KB',
      budget: 14,
    })
  }
  const page = await get(`${url}/formulaires/fiche-projet`)
  const linked = [...page.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js))"/g)].map(([, path]) => path ?? '')
  const assets = await Promise.all(linked.map(async (path) => weigh(await get(url + path))))
  const whole = assets.reduce((sum, bytes) => sum + bytes, weigh(page))
  return [
    ...figures,
    { what: 'the project sheet with all its assets', value: kilobytes(whole), unit: 'KB', budget: 40 },
  ]
}
