import { expect } from 'vitest'
import { ask, send } from '../support/worker.ts'

export const origin = 'http://recueil.test'
export const tomorrow = new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10)

export async function accepted(form: string, answers: object): Promise<{ id: string; reference: string }> {
  const id = crypto.randomUUID()
  const response = await send('POST', `/api/v1/forms/${form}/records`, { id, answers })
  expect(response.status).toBe(201)
  return response.json()
}

export const organisation = (nom: string, more: object = {}) =>
  accepted('organisation', { nom, sigle: 'OEX', type: '22', reseaux: ['pfongue'], ...more })

export const move = (id: string, to: string, note = '') =>
  send('POST', `/api/v1/records/${id}/transitions`, { to, note })

export async function openedCampaign(): Promise<string> {
  const { id, reference } = await accepted('campagne', {
    titre: 'Collecte de test (exemple)',
    formulaire: 'fiche-projet',
    reseaux: ['pfongue', 'ongis', 'gt'],
    cloture: tomorrow,
    message: 'Merci de <b>répondre</b>.',
  })
  expect((await move(id, 'ouverte')).status).toBe(200)
  return reference
}

/** The personal links of a campaign as its page shows them to the coordinator, as paths, in the order of names. */
export async function linksOf(campaign: string): Promise<readonly string[]> {
  const page = await (await ask(`/coordination/campagnes/${campaign}`)).text()
  return [...page.matchAll(/value="http:\/\/recueil\.test(\/campagnes\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  )
}

export const textOf = async (response: Response | Promise<Response>) => (await response).text()
export const keyOf = (path: string) => new URL(path, origin).searchParams.get('cle') ?? ''
