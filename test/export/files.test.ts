import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { readCsv, readRows } from '../support/csv-reader.ts'
import { ask } from '../support/worker.ts'
import { askAnyone, bytesOf, fetched, move, project, record, textOf } from './support.ts'

/** Every word of these must be in no file for everyone. */
const secrets = {
  membres: 'Projet montré aux membres',
  coordination: 'Projet montré à la coordination',
  unpublished: 'Projet encore à vérifier',
  archived: 'Projet retiré',
  contact: 'projet@exemple.org',
  need: 'Un besoin dit aux membres',
  term: 'terme encore proposé',
}
const refs: Record<string, string> = {}
const ids: Record<string, string> = {}

beforeAll(async () => {
  const shown = await project({
    besoins: secrets.need,
    partenaires: ['Association A (exemple)', '=1+1'],
    cible_femmes: 3,
    budget: 1_500_000.5,
    devise: 'XOF',
  })
  refs.shown = shown.reference
  ids.shown = shown.id
  refs.national = (
    await project({ projet_titre: 'Projet national', couverture: 'national', zones: undefined })
  ).reference
  refs.abroad = (
    await project({
      projet_titre: 'Projet ailleurs',
      couverture: 'hors_senegal',
      zones: undefined,
      pays: ['ML'],
    })
  ).reference
  await project({ projet_titre: secrets.membres, visibilite: 'membres' })
  await project({ projet_titre: secrets.coordination, visibilite: 'coordination' })
  await project({ projet_titre: secrets.unpublished }, ['a_verifier'])
  await project({ projet_titre: secrets.archived }, ['validee', 'publiee', 'archivee'])
  await record('terme', { terme: secrets.term })
  await move(await record('terme', { terme: 'migration de retour', a_eviter: ['rapatriement'] }), 'adopte')
})

const forms = catalogue.forms.map(({ id }) => id)
const extensions = ['csv', 'hxl.csv', 'xlsx', 'geojson', 'json']

/** Whatever a file says, archives opened. */
async function contentOf(who: 'public' | 'coordinator', path: string): Promise<string> {
  const bytes = await bytesOf(who, path)
  return /\.(xlsx|zip)/.test(path) ? unpacked(bytes) : new TextDecoder().decode(bytes)
}

const unpacked = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .map(([name, content]) =>
      name.endsWith('.xlsx') ? unpacked(content) : `${name}\n${new TextDecoder().decode(content)}`,
    )
    .join('\n')

describe.each(forms)('the records of %s', (form) => {
  const { publication, map } = catalogue.forms.find(({ id }) => id === form) ?? {}

  test.each(extensions)('as %s are given to whom they are for', async (extension) => {
    const path = `/exports/${form}.${extension}`
    const exists = extension !== 'geojson' || map !== null
    const [everyone, coordinator] = await Promise.all([askAnyone(path), ask(path)])
    expect(everyone.status).toBe(exists && publication !== null ? 200 : 404)
    expect(coordinator.status).toBe(exists ? 200 : 404)
    if (everyone.ok) expect(everyone.headers.get('cache-control')).toBe('private, no-cache')
    if (!coordinator.ok) return
    expect(coordinator.headers.get('cache-control')).toBe('no-store')
    expect(coordinator.headers.get('content-disposition')).toBe(`attachment; filename="${form}.${extension}"`)
  })
})

describe('what is not for everyone', () => {
  const paths = [
    ...extensions.map((extension) => `/exports/fiche-projet.${extension}`),
    ...extensions.filter((one) => one !== 'geojson').map((extension) => `/exports/terme.${extension}`),
    '/exports/paquet-cartographe.zip',
  ]

  test.each(paths)('is not in %s, and there for the coordinator where it is about its form', async (path) => {
    const everyone = await contentOf('public', path)
    for (const secret of Object.values(secrets)) expect(everyone).not.toContain(secret)
    const coordinator = await contentOf('coordinator', path)
    // Nothing of a term but its definition has a tag.
    if (path === '/exports/terme.hxl.csv') return
    expect(coordinator).toContain(path.includes('terme') ? secrets.term : secrets.coordination)
    if (path.endsWith('geojson') || path.includes('terme')) return
    expect(coordinator).toContain(secrets.contact)
  })

  test('nor is it when the coordinator asks for what everyone gets, which stays in no cache either', async () => {
    for (const path of paths) {
      const [mine, theirs] = [
        await bytesOf('coordinator', `${path}?pour=tous`),
        await bytesOf('public', path),
      ]
      expect(mine, path).toEqual(theirs)
    }
    const { headers } = await fetched('coordinator', '/exports/fiche-projet.csv?pour=tous')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('nor can anyone but a coordinator ask for it', async () => {
    expect(await textOf('public', '/exports/fiche-projet.csv?pour=coordination')).not.toContain(secrets.need)
  })

  test('nor are ids, with which the edit link of a record without secrets could be asked for again', async () => {
    for (const path of ['/exports/fiche-projet.json', '/exports/fiche-projet.geojson'])
      expect(await textOf('public', path)).not.toContain(ids.shown)
    expect(await textOf('coordinator', '/exports/fiche-projet.json')).toContain(ids.shown)
  })

  test('nor is a number of people that could tell who they are', async () => {
    const [everyone, coordinator] = await Promise.all(
      (['public', 'coordinator'] as const).map(async (who) =>
        readRows(await textOf(who, '/exports/fiche-projet.csv')),
      ),
    )
    const women = '… dont femmes et filles'
    expect(everyone?.find(({ ID }) => ID === refs.shown)?.[women]).toBe('')
    expect(coordinator?.find(({ ID }) => ID === refs.shown)?.[women]).toBe('3')
  })
})

describe('a CSV file', () => {
  test('has codes and labels, items joined, dates as they are, and the same columns as anyone may see', async () => {
    const text = await textOf('public', '/exports/fiche-projet.csv')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text.endsWith('\r\n')).toBe(true)
    const rows = readRows(text)
    expect(rows.map(({ ID }) => ID)).toEqual([refs.shown, refs.national, refs.abroad])
    expect(rows[0]).toMatchObject({
      Statut: 'Publiée',
      'Thème principal (code)': 'retour',
      'Publics concernés (code)': 'retour ; jeunes',
      'Partenaires de mise en œuvre': "Association A (exemple) ; '=1+1",
      'Date de début': '2018-03',
      'Nombre de personnes visées': '120',
    })
    expect(Object.keys(rows[0] ?? {})).not.toContain('Budget total du projet')
    expect(Object.keys(rows[0] ?? {})).not.toContain('Note du coordinateur')
  })

  test('of the coordinator has what the coordination keeps beside the answers', async () => {
    const [row] = readRows(await textOf('coordinator', '/exports/fiche-projet.csv'))
    expect(row).toMatchObject({ 'Note du coordinateur': '', 'Budget total du projet': '1500000.5' })
  })

  test.each(forms)('has no two headers alike in %s', async (form) => {
    const [names = []] = readCsv(await textOf('coordinator', `/exports/${form}.csv`))
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('a JSON file', () => {
  test('loses nothing of an answer', async () => {
    const { records } = JSON.parse(await textOf('coordinator', '/exports/fiche-projet.json'))
    const kept = await (await ask(`/api/v1/records/${ids.shown}`)).json()
    expect(records[0]).toEqual(kept)
  })

  test('of everyone has neither notes nor answers that are not public', async () => {
    const { form, title, records } = JSON.parse(await textOf('public', '/exports/fiche-projet.json'))
    expect({ form, title }).toEqual({
      form: 'fiche-projet',
      title: 'Fiche de collecte de données — cartographie des projets « migration »',
    })
    expect(Object.keys(records[0])).toEqual([
      ...['reference', 'form', 'status', 'revision', 'answers', 'createdAt', 'updatedAt'],
    ])
  })
})

describe('asking again', () => {
  test('costs nothing as long as nothing changed, and what is another answer has another name', async () => {
    const path = '/exports/fiche-projet.json'
    const first = await askAnyone(path)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).not.toBe('')
    const again = await askAnyone(path, { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
    expect(again.headers.get('cache-control')).toBe('private, no-cache')
    expect((await ask(path, { headers: { 'if-none-match': tag } })).status).toBe(200)
  })
})

describe('what does not exist', () => {
  test.each(['rien.csv', 'fiche-projet', 'fiche-projet.pdf', 'terme.geojson', 'fiche-projet.csv.csv'])(
    '%s is not found',
    async (file) => {
      expect((await askAnyone(`/exports/${file}`)).status).toBe(404)
    },
  )

  test('is answered with what does', async () => {
    const text = await (await askAnyone('/exports/terme.geojson')).text()
    expect(text).toContain('/exports/terme.hxl.csv')
    expect(text).not.toContain('/exports/terme.geojson,')
  })
})
