import { lists } from '../../forms/lists/index.ts'
import type { Example } from './organisations.ts'
import { type Random, randomFrom, uuidOf } from './random.ts'

/** A project sheet to be sent in, and as far as the coordinator then brings it. */
export type ExampleSheet = Example & { readonly state: string }

/** The organisation that a sheet names, with what the directory knows of it. */
export type Named = { readonly reference: string; readonly answers: Readonly<Record<string, unknown>> }

const codes = (list: string): readonly string[] => (lists[list] ?? []).map(({ code }) => code)
const known = (list: string) => codes(list).filter((code) => code !== 'autre')

const verbs = ['Accueillir', 'Former', 'Informer', 'Accompagner', 'Protéger', 'Relier']
const whom = [
  'les jeunes',
  'les migrants de retour',
  'les familles',
  'les femmes',
  'les enfants',
  'la diaspora',
]
// Texts that a spreadsheet, a page or a file could take for something else must come through as they are.
const sharp = [
  '=SOMME(A1:A9)',
  '+221 77',
  '-1',
  '@exemple',
  '<b>gras</b> & "cité"',
  'ŋ ñ ë مرحبا',
  '2018-03',
  '1e5',
]

/** Made-up project sheets of these organisations; the same ones for the same seed. About one in ten is not public. */
export function exampleSheets(
  seed: number,
  count: number,
  organisations: readonly Named[],
): readonly ExampleSheet[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => ({
    id: uuidOf(`sheet ${seed} ${index + 1}`),
    answers: answersOf(random, index + 1, random.one(organisations)),
    state: random.one(states),
  }))
}

/** Seven of ten are published. */
const states = ['publiee', 'publiee', 'publiee', 'publiee', 'publiee', 'publiee', 'publiee'].concat(
  'recue',
  'a_verifier',
  'validee',
)

function answersOf(random: Random, number: number, { reference, answers }: Named) {
  const theme = random.one(known('themes'))
  const coverage = random.one([
    'zones',
    'zones',
    'zones',
    'zones',
    'zones',
    'zones',
    'national',
    'hors_senegal',
  ])
  const targeted = random.chance(0.8) ? random.between(1, 2000) : null
  const reached = targeted !== null && random.chance(0.6) ? random.between(0, targeted) : null
  const status = random.one(codes('statuts_projet'))
  return {
    org_nom: reference,
    org_sigle: answers.sigle,
    org_type: answers.type,
    org_reseaux: answers.reseaux,
    contact_nom: 'Chargée de projet (exemple)',
    contact_courriel: `projet${number}@exemple.example`,
    contact_public: 'non',
    projet_titre: `${random.one(verbs)} ${random.one(whom)} — exemple ${number}${random.chance(0.1) ? ` ${random.one(sharp)}` : ''}`,
    projet_resume: random.chance(0.1)
      ? `${random.one(sharp)}\nRésumé d’exemple ${number}.`
      : `Résumé d’exemple ${number}.`,
    projet_statut: status,
    date_debut: `20${random.between(15, 19)}-${String(random.between(1, 12)).padStart(2, '0')}`,
    theme_principal: theme,
    themes_secondaires: random.some(
      known('themes').filter((code) => code !== theme),
      0,
      3,
    ),
    types_activite: random.some(known('types_activite'), 1, 4),
    etapes: random.some(codes('etapes'), 1, 3),
    publics: random.some(known('publics'), 1, 4),
    ...(targeted !== null && { cible_total: targeted, cible_femmes: random.between(0, targeted) }),
    ...(reached !== null && {
      atteint_total: reached,
      atteint_enfants: random.between(0, reached),
      chiffres_au: '2019-06-30',
    }),
    couverture: coverage,
    ...(coverage === 'zones' && { zones: zonesOf(random, status) }),
    pays:
      random.chance(0.3) || coverage === 'hors_senegal'
        ? random.some(['ML', 'GM', 'MA', 'IT', 'ES'], 1, 3)
        : [],
    partenaires: random.chance(0.4) ? [`Partenaire ${number} (exemple)`] : [],
    ...(random.chance(0.3) && { budget: random.between(1, 500) * 100_000, devise: 'XOF' }),
    visibilite: random.one([...Array(8).fill('public'), 'membres', 'coordination']),
    consentement: true,
  }
}

/** One to four places of few regions: some regions stay without any project. */
function zonesOf(random: Random, status: string) {
  const regions = (lists.regions ?? []).slice(0, 12)
  return random.some(regions, 1, 4).map(({ code, attributes: { lat, lon } }) => {
    const inside = (lists.departements ?? []).filter(({ attributes }) => attributes.region === code)
    return {
      zone_region: code,
      ...(random.chance(0.7) && { zone_departement: random.one(inside).code }),
      ...(random.chance(0.3) && { zone_localite: `Localité ${random.between(1, 40)} (exemple)` }),
      ...(random.chance(0.2) && {
        zone_coord: { lat: Number(Number(lat).toFixed(3)), lon: Number(Number(lon).toFixed(3)) },
      }),
      ...(random.chance(0.5) && { zone_statut: status }),
    }
  })
}
