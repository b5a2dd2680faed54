import { expect } from 'vitest'
import { emptied as emptyTables } from '../../support/emptied.ts'
import { projectSheet } from '../../support/samples.ts'
import { type ReceiptBody, send } from '../../support/worker.ts'

/** An empty database. */
export const emptied = () => emptyTables('records', 'events', 'sheet_due', 'deliveries')

/** A record sent through the API and moved on as the coordinator moves it. @returns its reference */
export async function sent(form: string, answers: object, ...to: readonly string[]): Promise<string> {
  const id = crypto.randomUUID()
  const response = await send('POST', `/api/v1/forms/${form}/records`, { id, answers })
  expect(response.status, await response.clone().text()).toBe(201)
  for (const state of to) {
    const moved = await send('POST', `/api/v1/records/${id}/transitions`, { to: state, note: '' })
    expect(moved.status, await moved.clone().text()).toBe(200)
  }
  return (await response.json<ReceiptBody>()).reference
}

/** A project sheet that differs from the sample in `changes`; published unless it is said otherwise. */
export const project = (changes: object = {}, ...to: readonly string[]): Promise<string> =>
  sent('fiche-projet', { ...projectSheet, ...changes }, ...(to.length > 0 ? to : ['validee', 'publiee']))

export const inRegions = (...regions: readonly string[]) => ({
  zones: regions.map((zone_region) => ({ zone_region })),
})

export const member = (nom: string, reseaux: readonly string[]): Promise<string> =>
  sent('organisation', { nom, ...(reseaux.length > 0 && { reseaux }) })

/** A meeting of the plan on a day, and its criteria as they were assessed. */
export const meeting = (date: string, ordre: number, assessed: readonly string[], more: object = {}) => ({
  type: 'rencontre_thematique',
  nom: `Rencontre ${ordre} (exemple)`,
  description: 'Un exemple.',
  acteurs: ['Organisation A (exemple)'],
  date,
  ordre,
  criteres: assessed.map((evaluation, at) => ({
    critere: `Critère ${ordre}.${at + 1}`,
    ...(evaluation !== '' && { evaluation, preuve: `Preuve ${ordre}.${at + 1}` }),
  })),
  ...more,
})

/** The rows of the table with this caption, each cell as its text. */
export function tableOf(page: string, caption: string): readonly (readonly string[])[] {
  const tables = page.split('<table').slice(1)
  const table = tables.find(
    (one) => textOf(/<caption[^>]*>(.*?)<\/caption>/s.exec(one)?.[1] ?? '') === caption,
  )
  if (!table) throw new Error(`no table "${caption}"`)
  const [body = ''] = table.split('</table>')
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
  )
}

/** What a piece of a page says, plain spaces between its words. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
