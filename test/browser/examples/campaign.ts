import { randomFrom } from '../../../dev/examples/random.ts'
import { lists } from '../../../forms/lists/index.ts'

const asked = ['pfongue', 'ongis', 'gt']

/** What an organisation does with its link: the name of the button, or nothing at all. */
const acts = ['nothing', 'new', null] as const
type Act = (typeof acts)[number]

type Invitation = {
  readonly member: { readonly networks: readonly string[] }
  readonly link: string
}

export const campaignTitle = 'Collecte (exemple)'

/**
 * Opens a campaign for every network. Of the organisations, as chance has it, some have nothing to report, some go on
 * from their page and send nothing, some do nothing.
 * @returns by the network's label, and by "": how many are asked, have answered, only opened the page, did not
 * @throws Error when something is refused
 */
export async function askMembers(url: string, seed: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, { redirect: 'manual', ...init })
    if (response.status >= 400) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response
  }
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await response.json()) as { id: string; reference: string }
  }
  const { id, reference } = await post('/api/v1/forms/campagne/records', {
    id: crypto.randomUUID(),
    answers: { titre: campaignTitle, formulaire: 'fiche-projet', reseaux: asked, cloture: inAMonth() },
  })
  await post(`/api/v1/records/${id}/transitions`, { to: 'ouverte', note: '' })
  const response = await ask(`/api/v1/campaigns/${reference}/invitations`)
  const { invitations } = (await response.json()) as { invitations: readonly Invitation[] }
  const random = randomFrom(seed)
  const chosen = invitations.map(({ member, link }) => ({ member, link, act: random.one(acts) }))
  // Opening a page is no event: the answers after it are what the sheet is brought up to date by.
  for (const wanted of ['new', 'nothing'] as const)
    for (const { link, act } of chosen) {
      if (act !== wanted) continue
      const { pathname, search } = new URL(link)
      await ask(pathname + search, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
        body: `action=${act}`,
      })
    }
  const count = (some: typeof chosen) => {
    const who = (wanted: Act) => some.filter(({ act }) => act === wanted).length
    return [some.length, who('nothing'), who('new'), who(null)]
  }
  const byNetwork = (lists.reseaux ?? [])
    .filter(({ code }) => asked.includes(code))
    .map(({ code, label }): readonly [string, readonly number[]] => [
      label.fr,
      count(chosen.filter(({ member }) => member.networks.includes(code))),
    ])
  return new Map([...byNetwork, ['', count(chosen)]])
}

const inAMonth = (): string => new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10)
