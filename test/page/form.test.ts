import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { countRecords } from '../../src/store/records.ts'
import { coordinator, type Entries, goodVisit, member, open, send } from './example.ts'

const path = '/formulaires/visite'
const without = (name: string): Entries => goodVisit.filter(([key]) => key !== name)
const withId = (entries: Entries, id = crypto.randomUUID()): Entries => [['id', id], ...entries]
const visits = async () => (await countRecords(env.DB)).find(({ form }) => form === 'visite')?.count ?? 0

describe('a form to fill in', () => {
  test('has a UUID of its own each time it is opened', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => /name="id" value="([0-9a-f-]{36})"/.exec((await open(member, path)).text)?.[1]),
    )
    expect(ids[0]).toBeDefined()
    expect(ids[0]).not.toBe(ids[1])
  })

  test('groups the choices that depend on an answer by that answer', async () => {
    const { text } = await send(member, path, [['action', 'add:zones']]).then(async (response) => ({
      text: await response.text(),
    }))
    expect(text).toContain('<optgroup label="Dakar"><option value="SN0101">Dakar</option>')
    expect(text).toContain('<optgroup label="Ziguinchor"><option value="SN0201">Bignona</option>')
  })

  test('marks what is optional and what depends on other answers, and nothing else', async () => {
    const { text } = await open(member, path)
    expect(text).toMatch(/<label for="lieu">Lieu<\/label>/)
    expect(text).toMatch(/<label for="courriel">Courriel<span class="mark"> \(facultatif\)<\/span>/)
    expect(text).toMatch(/<label for="precision">Lequel<span class="mark depends"> \(selon vos réponses\)/)
    expect(text).toMatch(/<legend>Zones<span class="mark"> \(facultatif\)<\/span><\/legend>/)
  })

  test('goes on saying that a question may be required where the script does not hide it', async () => {
    const { text } = await open(member, path)
    expect(text).toMatch(/<label for="motif">Motif<span class="mark"> \(selon vos réponses\)/)
  })

  test('shows a note with its hint', async () => {
    const { text } = await open(member, path)
    expect(text).toMatch(/<p class="note"[^>]*>Annexe<span class="hint block">Elle est faite pour vous\./)
  })

  test('is sent to where its errors will be, whatever row its address names', async () => {
    const { text } = await open(member, path)
    const sending = [...text.matchAll(/<button\b[^>]*value="send"[^>]*>/g)].map(([tag]) => tag)
    expect(sending).toHaveLength(2)
    for (const tag of sending) expect(tag).toContain('formaction="#page-erreurs"')
  })

  test('is in English for who asks', async () => {
    const { text } = await open({ ...member, locale: 'en' }, path)
    expect(text).toContain('<html lang="en">')
    expect(text).toContain('Lieu (en)')
    expect(text).toContain('href="/formulaires/visite?lang=fr"')
  })

  test('for the coordination alone is refused to a member', async () => {
    expect((await open(member, '/formulaires/etape')).status).toBe(401)
    expect((await open(coordinator, '/formulaires/etape')).status).toBe(200)
    expect((await open(member, '/formulaires/inconnu')).status).toBe(404)
  })

  test('carries no inline style and no script but data', async () => {
    const { text } = await open(member, path)
    expect(text).not.toMatch(/ style="| on[a-z]+="/)
    for (const [tag] of text.matchAll(/<script\b[^>]*>/g))
      expect(tag).toMatch(/ src="\/|type="application\/json"/)
  })
})

describe('a form sent with faults', () => {
  const faulty: Entries = [
    ['lieu', ''],
    ['personnes', 'abc <b>'],
    ['jour', '31/02/2018'],
    ['recit', 'Deux\r\nlignes'],
    ['langues', 'wo'],
    ['langues', 'fr'],
    ['zones.row', '0'],
    ['zones.0.point.lat', 'nord'],
    ['zones.0.point.lon', '-17'],
  ]

  test('comes back with status 422, "Erreur" in its title and a summary that takes the focus', async () => {
    const response = await send(member, path, withId(faulty))
    const text = await response.text()
    expect(response.status).toBe(422)
    expect(text).toContain('<title>Erreur\u00a0: Visite – Recueil</title>')
    expect(text).toContain('<div class="summary" role="alert" tabindex="-1" id="page-erreurs"')
  })

  test('says the same words in the summary and beside the field, which it links to', async () => {
    const text = await (await send(member, path, withId(without('lieu')))).text()
    const message = /<a href="#lieu">([^<]+)<\/a>/.exec(text)?.[1]
    expect(message).toBeTruthy()
    expect(text).toContain(
      `<p class="error" id="lieu:error"><span class="hidden">Erreur\u00a0: </span>${message}</p>`,
    )
    expect(text).toMatch(/<input id="lieu"[^>]*aria-describedby="lieu:error"[^>]*aria-invalid="true"/)
  })

  test('shows again all that was typed, as it was typed', async () => {
    const text = await (await send(member, path, withId(faulty))).text()
    expect(text).toMatch(/id="personnes"[^>]*value="abc &lt;b&gt;"/)
    expect(text).toMatch(/id="jour"[^>]*value="31\/02\/2018"/)
    expect(text).toMatch(/<textarea id="recit"[^>]*>\nDeux\nlignes<\/textarea>/)
    expect(text).toMatch(/value="wo" checked/)
    expect(text).toMatch(/value="fr" checked/)
    expect(text).toMatch(/id="zones.0.point.lat"[^>]*value="nord"/)
    expect(text).toMatch(/id="zones.0.point.lon"[^>]*value="-17"/)
  })

  test('keeps its id, so that the corrected form is the same record', async () => {
    const id = crypto.randomUUID()
    expect(await (await send(member, path, withId(faulty, id))).text()).toContain(`name="id" value="${id}"`)
  })

  test('links a fault in a row to the control of that row', async () => {
    const entries = withId([...without('zones.0.region'), ['zones.row', '4'], ['zones.4.region', 'SN01']])
    const text = await (await send(member, path, entries)).text()
    expect(text).toContain('<a href="#zones.0.region">')
    expect(text).not.toContain('<a href="#zones.1.region">')
  })

  test('leaves no record', async () => {
    const before = await visits()
    await send(member, path, withId(faulty))
    expect(await visits()).toBe(before)
  })
})

describe('the buttons of a repeat', () => {
  test('add a row without checking anything, and keep what was typed', async () => {
    const response = await send(
      member,
      path,
      withId([
        ['personnes', 'abc'],
        ['zones.row', '0'],
        ['zones.0.region', 'SN02'],
        ['action', 'add:zones'],
      ]),
    )
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(text).toContain('data-row="zones.1"')
    expect(text).toMatch(/name="zones.0.region" value="SN02" checked/)
    expect(text).toMatch(/id="personnes"[^>]*value="abc"/)
    expect(text).not.toContain('id="page-erreurs"')
  })
})

describe('a form sent without faults', () => {
  test('ends on a receipt that shows the reference, the answers and the link to keep', async () => {
    const response = await send(member, path, withId(goodVisit))
    expect(response.status).toBe(303)
    const location = response.headers.get('location') ?? ''
    expect(location).toMatch(/^\/fiches\/VI-\d{4}\/recu\?cle=[\w-]{32}$/)
    const receipt = await open(member, location)
    const reference = /VI-\d{4}/.exec(location)?.[0]
    expect(receipt.status).toBe(200)
    expect(receipt.headers.get('cache-control')).toBe('no-store')
    expect(receipt.headers.get('x-robots-tag')).toBe('noindex')
    expect(receipt.text).toContain(`<strong class="reference">${reference}</strong>`)
    expect(receipt.text).toContain(`value="http://localhost${location.replace('/recu', '')}"`)
    expect(receipt.text).toContain('https://wa.me/?text=')
    expect(receipt.text).toContain('Pikine')
    expect(receipt.text).toContain('C’est beaucoup de personnes.')
  })

  test('sent twice is one record and one receipt', async () => {
    const before = await visits()
    const entries = withId(goodVisit)
    const [one, two] = await Promise.all([send(member, path, entries), send(member, path, entries)])
    expect(one.headers.get('location')).toBe(two.headers.get('location'))
    expect(await visits()).toBe(before + 1)
  })

  test('sent again with other answers is not taken, and can be made a new record', async () => {
    const id = crypto.randomUUID()
    await send(member, path, withId(goodVisit, id))
    const other = withId([['lieu', 'Guédiawaye'], ...without('lieu')], id)
    const refused = await send(member, path, other)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('value="Guédiawaye"')
    const renewed = await (await send(member, path, [...other, ['action', 'new']])).text()
    expect(renewed).toContain('value="Guédiawaye"')
    const fresh = /name="id" value="([0-9a-f-]{36})"/.exec(renewed)?.[1] ?? ''
    expect(fresh).not.toBe(id)
    expect((await send(member, path, withId(other.slice(1), fresh))).status).toBe(303)
  })
})

test('the list of forms leaves out what a member may not send', async () => {
  expect((await open(member, '/formulaires')).text).not.toContain('/formulaires/etape')
  expect((await open(coordinator, '/formulaires')).text).toContain('/formulaires/etape')
})

describe('limits', () => {
  test('a form of too many controls or too many bytes is refused', async () => {
    const many = Array.from({ length: 2001 }, (_, index) => ['lieu', String(index)] as const)
    expect((await send(member, path, many)).status).toBe(413)
    expect((await send(member, path, [['recit', 'x'.repeat(1_000_001)]])).status).toBe(413)
  })
})

describe('a form that came back without a script', () => {
  const back = async (locale: 'fr' | 'en', entries: Entries) => {
    const response = await send({ ...member, catalogue, locale }, '/formulaires/terme', withId(entries))
    expect(response.status).toBe(422)
    return response.text()
  }

  test('says under a long text which words the group would rather use, in the language of the page', async () => {
    const entries: Entries = [['definition', 'La migration clandestine.']]
    expect(await back('fr', entries)).toContain(
      'Le groupe dit plutôt «\u00a0migration irrégulière\u00a0» (au lieu de «\u00a0migration clandestine\u00a0»).',
    )
    const english = await back('en', entries)
    expect(english).toContain(
      'The group would rather say “migration irrégulière” (instead of “migration clandestine”).',
    )
    expect(english).toContain('La migration clandestine.</textarea>')
  })

  test('says nothing of the items of a list, which are terms and names as they are', async () => {
    const html = await back('fr', [['a_eviter', 'migration clandestine']])
    expect(html).toContain('migration clandestine</textarea>')
    expect(html).not.toContain('Le groupe dit plutôt «\u00a0migration irrégulière')
  })
})
