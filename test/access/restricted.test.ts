import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { app } from '../../src/app.ts'
import { isMapped } from '../../src/map/places.ts'
import worker from '../../src/worker.ts'
import { visit } from '../page/minutes/meeting.ts'
import { meetingAnswers, projectSheet } from '../support/samples.ts'
import { send } from '../support/worker.ts'

/** What nobody who is not signed in may ever read, wherever it is looked for. */
const secrets = ['Secret', 'secret-']
const shown = 'Projet que tout le monde voit'

type Receipt = { readonly id: string; readonly reference: string }
const receipts: Receipt[] = []

async function accepted(form: string, answers: object, ...states: readonly string[]): Promise<Receipt> {
  const id = crypto.randomUUID()
  const response = await send('POST', `/api/v1/forms/${form}/records`, { id, answers })
  expect([form, response.status, await response.clone().text()]).toEqual([form, 201, expect.anything()])
  const receipt = (await response.json()) as Receipt
  for (const to of states) {
    const moved = await send('POST', `/api/v1/records/${id}/transitions`, { to, note: 'Secret de la note' })
    expect([form, to, moved.status, await moved.text()]).toEqual([form, to, 200, expect.anything()])
  }
  receipts.push(receipt)
  return receipt
}

/** A sheet of which everything but its places is a secret. */
const secretSheet = (visibilite: string) => ({
  ...projectSheet,
  org_nom: `Secret de l’organisation ${visibilite}`,
  org_sigle: 'Secret',
  contact_nom: 'Secret du contact',
  contact_courriel: 'secret-contact@exemple.org',
  projet_titre: `Secret du titre ${visibilite}`,
  projet_resume: 'Secret du résumé',
  partenaires: ['Secret du partenaire'],
  bailleurs: ['Secret du bailleur'],
  visibilite,
})

beforeAll(async () => {
  const published = ['validee', 'publiee'] as const
  await accepted(
    'fiche-projet',
    {
      ...projectSheet,
      projet_titre: shown,
      contact_nom: 'Secret du contact public',
      contact_courriel: 'secret-public@exemple.org',
      besoins: 'Secret des besoins',
    },
    ...published,
  )
  await accepted('fiche-projet', secretSheet('membres'), ...published)
  await accepted('fiche-projet', secretSheet('coordination'), ...published)
  for (const state of [[], ['a_verifier'], ['a_completer'], ['validee'], ['archivee']] as const)
    await accepted('fiche-projet', secretSheet('public'), ...state)
  const member = await accepted('organisation', {
    nom: 'Organisation visible (exemple)',
    reseaux: ['pfongue'],
    courriels_diffusion: ['secret-liste@exemple.org'],
    contact_nom: 'Secret de la personne',
    adresse: 'Secret de l’adresse',
    alias: ['Secret de l’autre nom'],
  })
  await accepted('organisation', { nom: 'Secret du membre inactif' }, 'inactive')
  await accepted('outil', {
    nom: 'Secret de l’outil',
    url: 'https://secret-outil.example',
    porteur: 'Secret du porteur',
    type: 'autre',
    marche: 'Secret',
    marche_pas: 'Secret',
    propose_par: 'Secret',
  })
  await accepted('terme', { terme: 'Secret du terme', definition: 'Secret' })
  await accepted('document', { titre: 'Secret du document', type: 'etude' })
  await accepted('plaidoyer', { titre: 'Secret du plaidoyer', theme: 'retour', message: 'Secret' })
  await accepted(
    'campagne',
    {
      titre: 'Secret de la campagne',
      formulaire: 'fiche-projet',
      reseaux: ['pfongue'],
      cloture: new Date(Date.now() + 9e8).toISOString().slice(0, 10),
      message: 'Secret',
    },
    'ouverte',
  )
  const meeting = await accepted('action', meetingAnswers)
  await accepted('presence', {
    action_id: meeting.reference,
    prenom_nom: 'Secret de la présence',
    organisation: member.reference,
    mode: 'sur_place',
    courriel: 'secret-presence@exemple.org',
    liste_diffusion: 'oui',
  })
  await accepted('compte-rendu', {
    titre: 'Secret du brouillon',
    date: '2018-09-24',
    heure_debut: '14:30',
    heure_fin: '16:30',
    lieu: 'Secret',
    animation: 'Secret',
    redacteurs: [{ redacteur_nom: 'Secret' }],
    contexte: 'Secret',
    objectifs: ['Secret'],
    points: [{ point_titre: 'Secret', point_contenu: 'Secret' }],
  })
  const controller = createScheduledController({ scheduledTime: new Date(), cron: '* * * * *' })
  const context = createExecutionContext()
  await worker.scheduled(controller, env, context)
  await waitOnExecutionContext(context)
})

/** Every address that a GET route answers, its parameters filled in with all that there is. */
function addresses(): readonly string[] {
  const forms = catalogue.forms.map(({ id }) => id)
  const formats = ['csv', 'hxl.csv', 'xlsx', 'geojson', 'json']
  const values: Readonly<Record<string, readonly string[]>> = {
    form: forms,
    reference: receipts.map(({ reference }) => reference),
    id: receipts.map(({ id }) => id),
    number: ['1'],
    event: ['1'],
    file: [
      'paquet-cartographe.zip',
      'dictionnaire.csv',
      'listes.csv',
      ...forms.flatMap((form) => formats.map((format) => `${form}.${format}`)),
    ],
  }
  const paths = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const filled = [...new Set(paths)].flatMap((path) =>
    [...path.matchAll(/:(\w+)(\{[^}]*\})?\??/g)].reduce<readonly string[]>(
      (sum, [parameter, name = '']) => {
        const given = values[name]
        if (!given) throw new Error(`no value for ${parameter} of ${path}`)
        return sum.flatMap((one) => given.map((value) => one.replace(parameter, value)))
      },
      [path],
    ),
  )
  return [...filled, ...questions()]
}

/** What the pages that take questions can be asked. */
function questions(): readonly string[] {
  const maps = catalogue.forms.filter(isMapped).flatMap((form) =>
    form.map.filters.flatMap(({ name, fields }) => {
      const list = form.fields.find((field) => field.name === fields[0])?.choices ?? ''
      return (catalogue.lists[list] ?? []).map(({ code }) => `/carte?${name}=${code}`)
    }),
  )
  const regions = (catalogue.lists.regions ?? []).map(({ code }) => `/carte?region=${code}`)
  const searches = ['secret', 'projet', 'exemple'].map((word) => `/recherche?q=${word}`)
  return [...maps, ...regions, ...searches, '/bibliotheque?tri=titre', '/?lang=en', '/carte?lang=en']
}

/** All that a response says: its headers, its text, and that of what is packed in it. */
async function said(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  return [...response.headers].flat().join('\n') + unpacked(bytes)
}

function unpacked(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return new TextDecoder().decode(bytes)
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => name + unpacked(content))
    .join('\n')
}

describe('whoever is not signed in', () => {
  test('reads nothing that is not for everyone, wherever they look', async () => {
    const found: string[] = []
    const statuses = new Map<number, number>()
    let tellsShown = 0
    for (const address of addresses()) {
      const response = await visit(address)
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      const text = await said(response)
      if (text.includes(shown)) tellsShown++
      // A page may repeat what it was asked, and a form has its own words.
      const asked = new URL(address, 'http://here').searchParams.get('q') ?? ''
      const told = secrets.filter((secret) => secret !== asked && text.includes(secret))
      if (told.length > 0)
        found.push(`${address}: ${text.slice(text.indexOf(told[0] ?? '') - 60).slice(0, 160)}`)
    }
    expect(found).toEqual([])
    expect(tellsShown).toBeGreaterThan(1)
    expect(statuses.get(500)).toBeUndefined()
    expect(statuses.get(200)).toBeGreaterThan(40)
  }, 60_000)

  test('gets nothing of a restricted sheet by a filter: the counts of filtered maps are those of public sheets', async () => {
    const count = async (query: string) =>
      /data-count="(\d+)"|<p class="lead">(\d+)/
        .exec(await (await visit(`/carte${query}`)).text())
        ?.slice(1)
        .find(Boolean)
    expect(await count('?theme=retour')).toBe('1')
  })
})
