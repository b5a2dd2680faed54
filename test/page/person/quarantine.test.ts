import { env, exports } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { trapName } from '../../../src/spam/doubt.ts'
import { post } from '../minutes/meeting.ts'
import { about, desk, dump, her, namingHer } from './everywhere.ts'

const origin = 'http://recueil.test'

/** Sends a term that names her, as somebody who is not signed in and fills in what people do not see. */
const send = (id: string): Promise<Response> =>
  exports.default.fetch(
    new Request(`${origin}/formulaires/terme`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin },
      body: new URLSearchParams([
        ['id', id],
        ['terme', 'Terme exemple'],
        ['definition', `Une définition de ${her.name}, ${her.phone}.`],
        [trapName, 'https://spam.example'],
      ]),
    }),
  )

test('what waits in the quarantine is found and given, and once erased is not sent in again by a retry', async () => {
  const id = crypto.randomUUID()
  expect((await send(id)).status).toBe(303)
  const page = await (await post(desk, [...about, ['action', 'chercher']])).text()
  expect(page).toContain(`name="envoi" value="${id}"`)
  const json = (await (await post(desk, [...about, ['action', 'exporter']])).json()) as {
    waiting: { answers: { terme: string } }[]
  }
  expect(await (await post(desk, [...about, ['action', 'imprimer']])).text()).toContain(
    `Une définition de ${her.name}`,
  )
  expect(json.waiting.map(({ answers }) => answers.terme)).toEqual(['Terme exemple'])

  const chosen = [...about, ['envoi', id]] as const
  expect(await (await post(desk, [...chosen, ['action', 'preparer']])).text()).toContain('quarantaine')
  const left = await (await post(desk, [...chosen, ['compris', '1'], ['action', 'effacer']])).text()
  expect(left).toContain('n’est nommée nulle part')
  expect(namingHer(await dump())).toEqual([])

  expect((await send(id)).status).toBe(410)
  expect(namingHer(await dump())).toEqual([])
  const restored = await post('/coordination/quarantaine', [
    ['envoi', id],
    ['action', 'restore'],
  ])
  expect(restored.status).toBe(303)
  // Of a short answer a digest would tell what it was.
  const kept = await env.DB.prepare(
    'SELECT answers, digest, rejected_at > 0 AS aside FROM doubtful WHERE id = ?',
  )
    .bind(id)
    .first()
  expect(kept).toEqual({ answers: '{}', digest: '', aside: 1 })
})
