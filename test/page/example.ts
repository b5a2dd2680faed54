import { env } from 'cloudflare:workers'
import { Hono } from 'hono'
import type { AppEnv, Context } from '../../src/context.ts'
import type { Catalogue, Choice } from '../../src/form/definition/index.ts'
import { defineCatalogue, defineForm } from '../../src/form/index.ts'
import type { Locale } from '../../src/form/text.ts'
import { pages, problemPage } from '../../src/page/index.tsx'
import { isProblem, problem } from '../../src/problem.ts'
import { openedAwhile } from '../support/opened.ts'

const same = (text: string) => ({ fr: text, en: `${text} (en)` })
const choice = (code: string, label: string, attributes: Record<string, string> = {}): Choice => ({
  code,
  label: same(label),
  attributes,
})

const workflow = {
  initial: 'recue',
  states: [
    { code: 'recue', label: same('Reçue'), color: '#cccccc' },
    { code: 'publiee', label: same('Publiée'), color: '#00aa00' },
  ],
  transitions: [{ from: ['recue'], to: 'publiee', by: ['coordinator' as const] }],
}

/** A form with every kind of control. */
export const visit = defineForm({
  id: 'visite',
  title: same('Visite'),
  description: same('Une visite d’exemple.'),
  prefix: 'VI',
  sheet: { tab: 'Visites', newRows: false },
  titleField: 'lieu',
  purposes: [
    {
      id: 'visite',
      title: same('Vous joindre après la visite'),
      basis: 'consent',
      persons: same('visiteurs'),
      recipients: [],
      retention: { months: 12, from: 'acceptance', states: null, ends: 'fields' },
    },
  ],
  workflow,
  publication: { states: ['recue'], field: null },
  sections: [
    { id: 'quoi', title: same('Quoi') },
    { id: 'ou', title: same('Où') },
  ],
  fields: [
    { name: 'lieu', type: 'text', section: 'quoi', label: same('Lieu'), required: true, maxLength: 50 },
    {
      name: 'courriel',
      type: 'text',
      section: 'quoi',
      label: same('Courriel'),
      format: 'email',
      data: { class: 'contact', purpose: 'visite' },
      autocomplete: 'email',
    },
    { name: 'recit', type: 'text', section: 'quoi', label: same('Récit'), multiline: true, maxLength: 200 },
    {
      name: 'personnes',
      type: 'integer',
      section: 'quoi',
      label: same('Personnes'),
      min: 0,
      warning: '. > 1000',
      warning_message: same('C’est beaucoup de personnes.'),
    },
    { name: 'cout', type: 'decimal', section: 'quoi', label: same('Coût') },
    { name: 'jour', type: 'date', section: 'quoi', label: same('Jour') },
    { name: 'debut', type: 'partial_date', section: 'quoi', label: same('Début') },
    { name: 'heure', type: 'time', section: 'quoi', label: same('Heure') },
    {
      name: 'genre',
      type: 'select_one',
      section: 'quoi',
      label: same('Genre'),
      choices: 'genres',
      required: true,
    },
    {
      name: 'precision',
      type: 'text',
      section: 'quoi',
      label: same('Lequel'),
      relevant: "${genre} = 'autre'",
      required: true,
    },
    { name: 'langues', type: 'select_multiple', section: 'quoi', label: same('Langues'), choices: 'langues' },
    {
      name: 'double',
      type: 'calculate',
      section: 'quoi',
      label: same('Le double'),
      calculation: '${personnes} * 2',
    },
    { name: 'suivi', type: 'text', section: 'quoi', label: same('Suivi'), edit: 'sheet' },
    { name: 'motif', type: 'text', section: 'quoi', label: same('Motif'), required: '${personnes} > 900000' },
    {
      name: 'annexe',
      type: 'note',
      section: 'quoi',
      label: same('Annexe'),
      hint: same('Elle est faite pour vous.'),
    },
    { name: 'partenaires', type: 'list', section: 'quoi', label: same('Partenaires') },
    {
      name: 'zones',
      type: 'repeat',
      section: 'ou',
      label: same('Zones'),
      rowLabel: same('Zone {n}'),
      addLabel: same('Ajouter une zone'),
      maxCount: 3,
      fields: [
        { name: 'region', type: 'select_one', label: same('Région'), choices: 'regions', required: true },
        {
          name: 'departement',
          type: 'select_one',
          label: same('Département'),
          choices: 'departements',
          choice_filter: 'region = ${region}',
        },
        { name: 'point', type: 'geopoint', label: same('Coordonnées') },
        { name: 'venue', type: 'select_one', label: same('Venue'), choices: 'genres', default: '${genre}' },
      ],
    },
    { name: 'accord', type: 'acknowledge', section: 'ou', label: same('J’accepte'), required: true },
  ],
})

/** A plan whose places may be undefined, and which only the coordination fills in. */
export const step = defineForm({
  id: 'etape',
  title: same('Étape'),
  description: same('Une étape d’exemple.'),
  prefix: 'ET',
  submit: 'coordinator',
  sheet: { tab: 'Étapes', newRows: true },
  titleField: 'nom',
  workflow,
  publication: { states: ['recue'], field: null },
  calendar: { date: 'date', start: 'heure', end: 'heure', place: 'place' },
  plan: {
    series: 'serie',
    titles: { un: same('Première série') },
    order: 'ordre',
    columns: [
      {
        question: same('Quoi'),
        columns: [
          { label: same('Nom'), fields: ['nom'] },
          { label: same('Qui vient'), fields: ['qui'] },
        ],
      },
      { question: same('Quand ?'), columns: [{ label: same('Date / (Ordre)'), fields: ['date', 'ordre'] }] },
      { question: same('Où ?'), columns: [{ label: same('Zones'), fields: ['place'] }] },
    ],
  },
  fields: [
    { name: 'serie', type: 'select_one', label: same('Série'), choices: 'series', required: true },
    { name: 'nom', type: 'text', label: same('Nom'), required: true },
    { name: 'qui', type: 'list', label: same('Qui') },
    { name: 'date', type: 'partial_date', label: same('Date') },
    { name: 'heure', type: 'time', label: same('Heure') },
    { name: 'ordre', type: 'integer', label: same('Ordre') },
    { name: 'place', type: 'text', label: same('Zones'), undefinedLabel: same('À définir') },
  ],
})

export const exampleCatalogue: Catalogue = defineCatalogue([visit, step], {
  genres: [choice('a', 'Atelier'), choice('b', 'Bureau'), choice('autre', 'Autre')],
  langues: [choice('wo', 'Wolof'), choice('ff', 'Pulaar'), choice('fr', 'Français')],
  regions: [choice('SN01', 'Dakar'), choice('SN02', 'Ziguinchor')],
  departements: [
    choice('SN0101', 'Dakar', { region: 'SN01' }),
    choice('SN0102', 'Pikine', { region: 'SN01' }),
    choice('SN0201', 'Bignona', { region: 'SN02' }),
  ],
  series: [choice('un', 'Une'), choice('deux', 'Deux')],
})

/** 24 September 2018, 14:30 in Dakar. */
export const now = Date.UTC(2018, 8, 24, 14, 30)

const secret = 'a secret of at least thirty-two characters'

type Visitor = {
  readonly role: 'member' | 'coordinator'
  readonly locale: Locale
  readonly catalogue: Catalogue
}
export const member: Visitor = { role: 'member', locale: 'fr', catalogue: exampleCatalogue }
export const coordinator: Visitor = { ...member, role: 'coordinator' }

export function contextFor({ role, catalogue }: Visitor): Context {
  return {
    db: env.DB,
    catalogue,
    site: 'http://localhost',
    secret,
    now,
    actor: { role, name: role === 'coordinator' ? 'coordination@exemple.sn' : '', source: 'page' },
    wake: () => {},
  }
}

/** The pages as this visitor gets them. */
export function site(visitor: Visitor): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('context', contextFor(visitor))
    c.set('locale', visitor.locale)
    await next()
  })
  app.route('/', pages)
  app.notFound((c) => problemPage(c, problem('not-found')))
  app.onError((cause, c) => problemPage(c, isProblem(cause) ? cause : problem('internal')))
  return app
}

export type Entries = readonly (readonly [string, string])[]

/** Sends a form as a browser without scripts does, after a minute. */
export async function send(visitor: Visitor, path: string, entries: Entries): Promise<Response> {
  const sent = await openedAwhile(path, entries, now, secret)
  const body = new URLSearchParams(sent.map(([name, text]) => [name, text]))
  return site(visitor).request(path, { method: 'POST', body }, env)
}

export const open = async (visitor: Visitor, path: string) => {
  const response = await site(visitor).request(path, {}, env)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** A visit with nothing wrong in it. */
export const goodVisit: Entries = [
  ['lieu', 'Pikine'],
  ['personnes', '1 500'],
  ['genre', 'a'],
  ['zones.row', '0'],
  ['zones.0.region', 'SN01'],
  ['zones.0.departement', 'SN0102'],
  ['accord', 'true'],
]
