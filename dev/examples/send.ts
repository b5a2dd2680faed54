import { type Example, exampleOrganisations } from './organisations.ts'
import { exampleSheets, type Named } from './sheets.ts'

/** What was sent: for whoever recomputes what became of it. */
export type Sent = { readonly organisations: number; readonly sheets: number; readonly published: number }

/** From the state a sheet arrives in to the one it is brought to. */
const paths: Readonly<Record<string, readonly string[]>> = {
  recue: [],
  a_verifier: ['a_verifier'],
  validee: ['validee'],
  publiee: ['validee', 'publiee'],
}

/**
 * Sends made-up organisations and project sheets to a Recueil on this machine, by its public API, as their authors and
 * the coordinator would. Sent twice they are there once.
 * @param url where it listens; anything but a loopback address is refused: examples have no place in production
 * @throws Error when it refuses one
 */
export async function sendExamples(
  url: string,
  {
    seed,
    organisations,
    sheets,
  }: { readonly seed: number; readonly organisations: number; readonly sheets: number },
): Promise<Sent> {
  const { hostname } = new URL(url)
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
    throw new Error(`Les exemples ne vont que vers cette machine, et ${hostname} n’en est pas.`)
  const named: Named[] = []
  for (const example of exampleOrganisations(seed, organisations)) {
    const { reference } = await accept(url, 'organisation', example)
    named.push({ reference, answers: example.answers })
  }
  const examples = exampleSheets(seed, sheets, named)
  for (let from = 0; from < examples.length; from += together)
    await Promise.all(
      examples.slice(from, from + together).map(async (example) => {
        // A sheet that was there already is left where the coordinator has brought it.
        if (!(await accept(url, 'fiche-projet', example)).created) return
        for (const to of paths[example.state] ?? [])
          await ask(`${url}/api/v1/records/${example.id}/transitions`, { to, note: 'Exemple' })
      }),
    )
  return { organisations, sheets, published: examples.filter(({ state }) => state === 'publiee').length }
}

/** How many sheets are on their way at a time. */
const together = 6

type Accepted = { readonly reference: string; readonly created: boolean }

async function accept(url: string, form: string, { id, answers }: Example): Promise<Accepted> {
  const response = await ask(`${url}/api/v1/forms/${form}/records`, { id, answers })
  const { reference } = (await response.json()) as { reference: string }
  return { reference, created: response.status === 201 }
}

async function ask(address: string, body: object): Promise<Response> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`)
  return response
}
