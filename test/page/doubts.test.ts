import { env, exports } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { openingName, trapName } from '../../src/spam/doubt.ts'
import { ask } from '../support/worker.ts'
import { post } from './minutes/meeting.ts'
import { here, location, opened, origin, path, sendRaw, term, textOf, written } from './sent-term.ts'

beforeEach(async () => {
  await env.DB.prepare('DELETE FROM doubtful').run()
})

describe('what a person sends', () => {
  test('after some time, is a record at once', async () => {
    const id = crypto.randomUUID()
    expect(location(await sendRaw([...term(id), await opened(60_000)]))).toMatch(
      /^\/fiches\/LX-\d+\/recu\?cle=/,
    )
    expect((await written()).doubtful).toBe(0)
  })

  test('from a page that came back still bears the first opening', async () => {
    const opening = await opened(60_000)
    const page = await (await sendRaw([...term('x'), opening, ['action', 'new']])).text()
    expect(page).toContain(`value="${opening[1]}"`)
  })

  test('with faults comes back with its opening, so that correcting it quickly is not held against them', async () => {
    const opening = await opened(60_000)
    const refused = await sendRaw([['id', crypto.randomUUID()], ['terme', ''], opening])
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(`value="${opening[1]}"`)
  })

  test('under a coordinator’s name or through the API is not doubted', async () => {
    expect(location(await post(path, term(crypto.randomUUID())))).toContain('/recu?')
    const answers = { terme: 'Terme d’un programme', definition: 'Exemple.' }
    const response = await exports.default.fetch(`${origin}/api/v1/forms/terme/records`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: crypto.randomUUID(), answers }),
    })
    expect(response.status).toBe(201)
  })
})

describe('the page of a form', () => {
  test('hides its trap from people, from screen readers and from browsers that fill in', async () => {
    const page = await textOf(path)
    const around = /<div class="hidden" aria-hidden="true">(.*?)<\/div>/s.exec(page)?.[1] ?? ''
    const trap = new RegExp(`<input[^>]*name="${trapName}"[^>]*>`).exec(around)?.[0] ?? ''
    expect(trap).toContain('tabindex="-1"')
    expect(trap).toContain('autocomplete="off"')
    expect(trap).toContain('value=""')
  })

  test('bears an opening time of its own form', async () => {
    const opening = new RegExp(`name="${openingName}" value="([^"]+)"`).exec(await textOf(path))?.[1] ?? ''
    const response = await sendRaw([...term(crypto.randomUUID()), [openingName, opening]])
    expect(location(response)).toMatch(/^\/envois\//)
    expect(await (await ask(here)).text()).toContain('moins de trois secondes')
  })
})
