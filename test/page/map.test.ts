import { exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { ask, type ReceiptBody, send, submit } from '../support/worker.ts'
import { member, open } from './example.ts'

/** As anybody sees it. */
const visit = async (path: string, init?: RequestInit) => {
  const response = await exports.default.fetch(new Request(new URL(path, 'http://recueil.test'), init))
  return { status: response.status, headers: response.headers, text: await response.text() }
}

type Changes = Readonly<Record<string, unknown>>

/** A project sheet that went the whole way, or as far as told. */
async function published(changes: Changes, states = ['validee', 'publiee']): Promise<ReceiptBody> {
  const response = await submit(crypto.randomUUID(), changes)
  expect(response.status).toBe(201)
  const record = await response.json<ReceiptBody>()
  for (const to of states)
    expect((await send('POST', `/api/v1/records/${record.id}/transitions`, { to })).status).toBe(200)
  return record
}

const zones = (...places: readonly [region: string, department?: string][]) =>
  places.map(([zone_region, zone_departement]) => ({ zone_region, zone_departement }))

/** What the drawing says of each region: its link's name, and the number written in it. */
function drawn(text: string) {
  const svg = text.slice(text.indexOf('class="ground"'), text.indexOf('class="inset"'))
  const links = [...svg.matchAll(/<a href="([^"]*)" aria-label="([^"]*)"/g)]
  const numbers = [...svg.matchAll(/class="number">([^<]*)</g)].map(([, number]) => number)
  return links.map(([, href = '', label = ''], index) => ({ href, label, number: numbers[index] }))
}

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')

/** The rows of the table: the region's name and the other cells. */
const rows = (text: string) =>
  [...text.slice(text.indexOf('<table')).matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => plain(cell)),
    )
    .slice(1)

const rowOf = (text: string, region: string) => rows(text).find(([head]) => head === region)
const labelOf = (text: string, region: string) =>
  drawn(text)
    .map(({ label }) => plain(label))
    .find((label) => label.startsWith(`${region} :`))

describe('the map', () => {
  test('says that nothing is published yet, region by region', async () => {
    const { status, text } = await visit('/carte')
    expect(status).toBe(200)
    expect(text).toContain('Aucun projet n’est encore publié')
    expect(labelOf(text, 'Kolda')).toBe('Kolda : aucun projet recensé')
    expect(rowOf(text, 'Kolda')).toEqual(['Kolda', 'aucun projet recensé'])
    expect(text.match(/fill="url\(#map-0\)"/g)).toHaveLength(16)
  })

  test('fills a region in once the coordinator publishes a project there, and not before', async () => {
    const { id } = await published({ projet_titre: 'Première', zones: zones(['SN07', 'SN0703']) }, [])
    for (const to of ['validee', 'publiee']) {
      const before = await visit('/carte?region=SN07')
      expect(labelOf(before.text, 'Kolda')).toBe('Kolda : aucun projet recensé')
      expect(before.text).not.toContain('Première')
      await send('POST', `/api/v1/records/${id}/transitions`, { to })
    }
    const { text } = await visit('/carte')
    expect(labelOf(text, 'Kolda')).toBe('Kolda : 1 projet, 1 organisation')
    expect(rowOf(text, 'Kolda')).toEqual(['Kolda', '1', '1', '120', 'non communiqué', 'Vélingara 1'])
    expect(text).toContain('fill="url(#map-1)"')
    expect((await visit('/carte?region=SN07')).text).toContain('<h3>Première</h3>')
  })
})

describe('with a few projects', () => {
  beforeAll(async () => {
    await published({
      projet_titre: 'Deux régions <i>',
      theme_principal: 'enfants',
      themes_secondaires: ['traite'],
      zones: zones(['SN01', 'SN0103'], ['SN01', 'SN0102'], ['SN13']),
      org_nom: 'Organisation exemple B',
      cible_total: 1000,
    })
    await published({ projet_titre: 'Tout le pays', couverture: 'national', zones: undefined })
    await published({ projet_titre: 'Très peu', zones: zones(['SN14']), cible_total: 3, cible_femmes: 1 })
    await published({ projet_titre: 'Ailleurs', couverture: 'hors_senegal', zones: undefined })
    await published({
      projet_titre: 'Entre membres',
      zones: zones(['SN09', 'SN0902']),
      org_nom: 'Organisation discrète (exemple)',
      theme_principal: 'diaspora',
      visibilite: 'membres',
      cible_total: 7777,
    })
    await published({
      projet_titre: 'Pour la coordination',
      zones: zones(['SN09']),
      visibilite: 'coordination',
    })
  })

  test('the table and the drawing have the same numbers', async () => {
    for (const path of ['/carte', '/carte?theme=enfants', '/carte?region=SN01']) {
      const { text } = await visit(path)
      const regions = drawn(text)
      expect(regions).toHaveLength(14)
      regions.forEach(({ label, number }, index) => {
        const [name, projects = '', organisations] = rows(text)[index] ?? []
        const count = projects === 'aucun projet recensé' ? '0' : /^\d+/.exec(projects)?.[0]
        expect(number).toBe(count)
        const said = plain(label)
        if (count === '0') expect(said).toBe(`${name} : aucun projet recensé`)
        else {
          expect(said).toContain(`${name} : ${count} projet`)
          expect(said).toContain(` ${organisations} organisation`)
        }
      })
    }
  })

  test('a project of the whole country counts in each region, and says so', async () => {
    const { text } = await visit('/carte')
    expect(labelOf(text, 'Louga')).toBe('Louga : 1 projet, 1 organisation')
    expect(plain(text)).toContain('1 projet sur tout le pays : comptés dans chaque région')
    expect(rowOf(text, 'Ensemble, chaque projet une fois')?.slice(1, 3)).toEqual([
      '6, dont 2 non détaillés',
      '2',
    ])
  })

  test('a project of several departments of a region counts once in it', async () => {
    const { text } = await visit('/carte')
    expect(rowOf(text, 'Dakar')).toEqual([
      'Dakar',
      '2',
      '2',
      '1\u202f120',
      'non communiqué',
      'Guédiawaye 1, Pikine 1',
    ])
  })

  test('one outside the country is only under the table', async () => {
    const { text } = await visit('/carte')
    expect(plain(text)).toContain('Hors du Sénégal : 1 projet, 1 organisation')
    expect((await visit('/carte?region=ailleurs')).text).toContain('<h3>Ailleurs</h3>')
    expect((await visit('/carte?region=SN01')).text).not.toContain('<h3>Ailleurs</h3>')
  })

  test('those not shown to everyone are counted in their region, and nothing of them is told', async () => {
    const { text } = await visit('/carte')
    expect(labelOf(text, 'Matam')).toBe('Matam : 3 projets, dont 2 non détaillés, 1 organisation')
    expect(rowOf(text, 'Matam')).toEqual([
      'Matam',
      '3, dont 2 non détaillés',
      '1',
      '120',
      'non communiqué',
      'aucun nommé',
    ])
    const paths = [
      '/carte',
      '/carte?region=SN09',
      '/carte?theme=diaspora&region=SN09',
      '/carte?public=jeunes',
    ]
    for (const path of paths) {
      const said = (await visit(path)).text
      for (const secret of ['Entre membres', 'Pour la coordination', 'discrète', '7777', '7\u202f777'])
        expect(said).not.toContain(secret)
    }
    expect(plain((await visit('/carte?region=SN09')).text)).toContain('ne sont pas dans cette liste')
  })

  test.each(['theme=diaspora', 'etape=retour', 'reseau=pfongue', 'public=retour', 'statut=2'])(
    'a question (%s) never tells what those answer',
    async (query) => {
      const { text } = await visit(`/carte?${query}`)
      expect(labelOf(text, 'Matam')).not.toContain('non détaillé')
      expect(rowOf(text, 'Matam')?.[1]).toBe(query === 'theme=diaspora' ? 'aucun projet recensé' : '1')
    },
  )

  test('numbers of people that could tell who they are stay away, of one project or of a region', async () => {
    const { text } = await visit('/carte?theme=retour&region=SN14')
    expect(text).toContain('<h3>Très peu</h3>')
    expect(text).not.toContain('<dd>3</dd>')
    const row = rowOf(text, 'Ziguinchor')
    expect(row?.slice(0, 4)).toEqual(['Ziguinchor', '2', '1', '120'])
  })

  test('contacts and consent are in no detail', async () => {
    const { text } = await visit('/carte?region=SN01')
    for (const secret of ['projet@exemple.org', '+221771234567', 'Chargé de projet', 'consentement'])
      expect(text).not.toContain(secret)
    expect(text).toContain('<dt>Résumé du projet</dt>')
  })

  test('filters keep those that answer, and stay in every link', async () => {
    const { text } = await visit('/carte?theme=traite&statut=2')
    expect(plain(text)).toContain('1 projet de 1 organisation, dans 2 régions sur 14.')
    expect(text).toContain('Deux régions &lt;i&gt;')
    for (const { href } of drawn(text))
      expect(href).toMatch(/^\/carte\?theme=traite&amp;statut=2&amp;region=SN\d\d#region$/)
    expect(text).toContain('<option value="traite" selected="">')
    expect(text).toContain('<a href="/carte">Tout effacer</a>')
    expect(text).not.toContain('<h3>Première</h3>')
  })

  test('one that nothing answers says so', async () => {
    expect((await visit('/carte?statut=5')).text).toContain('Aucun projet ne correspond à ces filtres.')
  })

  test('an unknown code is ignored and told, whatever it is', async () => {
    const { status, text } = await visit('/carte?theme=%3Cb%3E&region=SN99&statut=')
    expect(status).toBe(200)
    expect(text).toContain('«\u00a0&lt;b&gt;\u00a0» n’est pas un choix de «\u00a0Thème\u00a0»')
    expect(text).toContain('«\u00a0SN99\u00a0» n’est pas un choix de «\u00a0Région\u00a0»')
    expect(drawn(text)).toEqual(drawn((await visit('/carte')).text))
    expect((await visit('/carte?region=constructor&page=-1')).status).toBe(200)
  })

  test('is in English for who asks', async () => {
    const { text } = await visit('/carte?lang=en&region=SN07')
    expect(text).toContain('aria-label="Kolda: 2 projects, 1 organisation"')
    expect(text).toContain('Map of projects')
    expect(text).toContain('Administrative borders are indicative')
    expect(text).toContain('No project recorded')
  })

  test('the coordinator sees the same', async () => {
    for (const path of ['/carte', '/carte?region=SN09']) {
      const mine = await (await ask(path)).text()
      const main = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'))
      expect(main(mine)).toBe(main((await visit(path)).text))
    }
  })

  test('a list goes on over several pages, and a page too far is the last one', async () => {
    for (let n = 1; n <= 11; n++) await published({ projet_titre: `Suite ${n}`, zones: zones(['SN06']) })
    const first = await visit('/carte?region=SN06')
    expect(first.text.match(/<h3>/g)).toHaveLength(8)
    expect(first.text).toContain('href="/carte?region=SN06&amp;page=2#region">Les suivants</a>')
    const last = await visit('/carte?region=SN06&page=99')
    expect(last.text.match(/<h3>/g)).toHaveLength(4)
    expect(plain(last.text)).toContain('9 à 12 sur 12')
  })

  test('a record that is erased or taken back leaves the map', async () => {
    const { id } = await published({ projet_titre: 'À retirer', zones: zones(['SN02']) })
    expect((await visit('/carte?region=SN02')).text).toContain('À retirer')
    await send('POST', `/api/v1/records/${id}/transitions`, { to: 'archivee' })
    expect((await visit('/carte?region=SN02')).text).not.toContain('À retirer')
  })
})

describe('the page', () => {
  test('has a name for the drawing, whose links stay links', async () => {
    const { text, headers } = await visit('/carte')
    expect(text).toMatch(
      /<svg class="ground" role="group" aria-labelledby="map-title" aria-describedby="map-about"/,
    )
    expect(text).toContain('<caption>Les chiffres de la carte</caption>')
    expect(text).toContain('Limites administratives indicatives')
    expect(text).not.toMatch(/ style=|<script|<style/)
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })

  test('uses each id once', async () => {
    const { text } = await visit('/carte?region=SN01')
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBe(new Set(ids).size)
  })

  test('is not there where no form has a map', async () => {
    expect((await open(member, '/carte')).status).toBe(404)
  })
})
