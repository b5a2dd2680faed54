import { env } from 'cloudflare:workers'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import { loadFigures } from '../../../src/figures/index.ts'
import { reportOf, wantedOfReport } from '../../../src/figures/report/index.ts'
import { contextAt } from '../../support/context.ts'
import { ask } from '../../support/worker.ts'
import { visit } from '../minutes/meeting.ts'
import { emptied, inRegions, meeting, member, project, sent, tableOf, textOf } from './records.ts'

const confirmed = { heure_debut: '14:30', heure_fin: '16:30', zones: 'Dakar' }
const report = async () => {
  const response = await visit('/tableau-de-bord/bilan')
  expect(response.status).toBe(200)
  return response.text()
}
const decoded = (text: string) =>
  text
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

beforeEach(emptied)

/** A year with two meetings, one held, and something of everything else. */
async function year() {
  await sent(
    'action',
    { ...meeting('2018-09-24', 1, ['atteint', 'non', '']), ...confirmed },
    'date_confirmee',
    'tenue',
  )
  await sent('action', meeting('2018-10', 2, ['']))
  await project({ ...inRegions('SN01'), org_nom: await member('Organisation A (exemple)', ['pfongue']) })
  await project({ ...inRegions('SN12'), theme_principal: 'diaspora', visibilite: 'membres' })
  await project({ ...inRegions('SN02'), theme_principal: 'enfants' }, 'validee')
  await sent(
    'plaidoyer',
    { titre: 'Plaidoyer porté (exemple)', theme: 'enfants', message: 'x', cible: 'Exemple' },
    'en_redaction',
    'valide',
    'porte',
  )
  await sent(
    'plaidoyer',
    { titre: 'Plaidoyer en cours (exemple)', theme: 'enfants', message: 'x' },
    'en_redaction',
  )
  await sent(
    'outil',
    {
      nom: 'Carte (exemple)',
      porteur: 'Exemple',
      type: 'carte_en_ligne',
      marche: 'x',
      marche_pas: 'y',
      propose_par: 'Exemple',
    },
    'verifie',
    'publie',
  )
}

/** Minutes of a day, published, as their version is kept. */
async function minutes(number: number, date: string) {
  const id = crypto.randomUUID()
  const content = JSON.stringify({ answers: { titre: `Compte-rendu ${number} (exemple)`, date } })
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO records VALUES (?, 'compte-rendu', ?, 'publie', 1, '{}', '{}', 'fr', '', '', 0, 0, NULL)`,
    ).bind(id, number),
    env.DB.prepare(
      'INSERT INTO versions (record, number, at, content, carried_at) VALUES (?, 1, ?, ?, 0)',
    ).bind(id, Date.parse(date), content),
  ])
}

describe('the report of the plan’s year', () => {
  test('tells its period, its meetings, and the criteria that were assessed with what shows it', async () => {
    await year()
    const html = await report()
    const text = textOf(html)
    expect(text).toContain('du 1er septembre 2018 au 31 août 2019')
    expect(text).toContain(
      'Le plan prévoit 2 rencontres dans la période : 1 a été tenue et 1 ne l’a pas été.',
    )
    expect(text).toContain('1 critère sur 4 est atteint ; 1 ne l’est pas et 2 n’ont pas encore été évalués.')
    expect(text).toContain('Critère 1.1AtteintPreuve 1.1')
    expect(text).not.toContain('Critère 1.3')
    expect(text).toContain('24/09/2018')
  })

  test('tells what is published of everything else, and nothing that is not', async () => {
    await year()
    const text = textOf(await report())
    expect(text).toContain(
      '1 projet est publié. 1 fiche que son auteur ne montre pas à tous compte par région',
    )
    expect(text).toContain('Aucun projet n’est recensé dans 12 régions')
    expect(text).toContain('1 organisation sur 1 dans l’annuaire a au moins une fiche publiée.')
    expect(text).toContain('1 plaidoyer est publié.')
    expect(text).toContain('Plaidoyer porté (exemple)')
    expect(text).not.toContain('Plaidoyer en cours')
    expect(text).not.toContain('Diaspora et développement')
    expect(text).toContain('L’inventaire compte 1 fiche publiée.Type : Carte en ligne (1)')
  })

  test('leads to the minutes of the period’s meetings alone', async () => {
    await year()
    await minutes(1, '2018-09-24')
    await minutes(2, '2019-10-01')
    const html = await report()
    expect(html).toMatch(
      /<a href="http:\/\/recueil\.test\/comptes-rendus\/CR-0001">Compte-rendu 1 \(exemple\) \(24 septembre 2018\)</,
    )
    expect(html).not.toContain('CR-0002')
    expect(textOf(html)).toContain('1 compte rendu de la période est publié.')
  })

  test('says the same, word for word, in the Word file', async () => {
    await year()
    await minutes(1, '2018-09-24')
    const response = await ask('/tableau-de-bord/bilan.docx')
    expect(response.headers.get('content-disposition')).toMatch(/filename="bilan-\d{4}-\d\d-\d\d\.docx"/)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const read = (name: string) => new TextDecoder().decode(files[name])
    const words = [...read('word/document.xml').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) =>
      decoded(text ?? ''),
    )
    const [, article = ''] = /<article[^>]*>(.*)<\/article>/s.exec(await report()) ?? []
    const page = textOf(article.replaceAll(/<caption class="hidden">.*?<\/caption>/g, ''))
    const same = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, '')
    expect(same(words.join(''))).toBe(same(page))
    expect(read('word/_rels/document.xml.rels')).toContain('http://recueil.test/comptes-rendus/CR-0001')
  })

  test('has its titles once: what a table is called is said to those who cannot see the heading', async () => {
    await year()
    const html = await report()
    expect(tableOf(html.replaceAll(/<tr [^>]*>/g, '<tr>'), 'Projets par région').slice(1)).toEqual([
      ['Dakar', '1'],
      ['Tambacounda', '1'],
    ])
    expect(html).toContain(
      '<h3>Projets par région</h3><table role="table"><caption class="hidden">Projets par région</caption>',
    )
  })
})

describe('before the end of the plan', () => {
  const at = async (day: string) => {
    const context = contextAt(Date.parse(`${day}T12:00:00Z`))
    const loaded = await loadFigures(context, wantedOfReport(catalogue))
    return reportOf({ catalogue, ...loaded, minutes: [] })
  }
  const first = async (day: string) => {
    const { date, blocks } = await at(day)
    const [block] = blocks
    return { date, text: block?.type === 'paragraph' ? block.text : '' }
  }

  test('it is provisional, and says as of when and until when', async () => {
    await sent('action', meeting('2018-09-24', 1, ['']))
    for (const day of ['2019-01-01', '2019-08-31']) {
      const { date, text } = await first(day)
      expect(date).toMatch(/^provisoire, au (1er janvier|31 août) 2019$/)
      expect(text).toContain('Il est provisoire\u00a0: le plan court jusqu’au 31 août 2019.')
    }
    const { date, text } = await first('2019-09-01')
    expect(date).toBe('du 1er septembre 2018 au 31 août 2019')
    expect(text).not.toContain('provisoire')
  })

  test('without a dated meeting there is no period, and a report all the same', async () => {
    const { date, text } = await first('2019-01-01')
    expect(date).toBe('provisoire, au 1er janvier 2019')
    expect(text).toMatch(/^Aucune rencontre du plan n’est encore datée\. Ce bilan est écrit/)
  })
})
