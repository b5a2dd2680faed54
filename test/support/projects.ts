import { departements } from '../../forms/lists/departements.ts'
import { projectSheet } from './samples.ts'

const themes = ['retour', 'sensibilisation', 'protection', 'enfants', 'formation_emploi', 'diaspora']
const titles = [
  'Accueil et réintégration des migrants de retour',
  'Informer les jeunes sur les risques de la migration irrégulière',
  'Protection des enfants en mobilité le long de la route de Bamako',
  'Formation aux métiers agricoles des jeunes candidats au départ',
  'Investir avec la diaspora dans les villages d’origine',
]
const organisations = Array.from({ length: 14 }, (_, index) => `Organisation ${index + 1} (exemple)`)

/**
 * Project sheets that differ as real ones do: a third around Dakar, some in several regions, one in thirty about the
 * whole country, one in twenty abroad. The same number gives the same sheets.
 */
export function projectSheets(count: number): readonly Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => sheet(index))
}

function sheet(index: number): Record<string, unknown> {
  const pick = <Value>(values: readonly Value[], turn: number): Value =>
    values[((index * 7919 + turn * 104_729) >>> 3) % values.length] as Value
  const coverage = index % 30 === 7 ? 'national' : index % 20 === 11 ? 'hors_senegal' : 'zones'
  const capital = departements.filter(({ attributes: { region } }) => region === 'SN01')
  const zones = [0, 1, 2].slice(0, 1 + (index % 3)).map((turn) => {
    const far = departements.at(((index * index * 31 + turn * 17) % 97) % 43)
    const { code, attributes } =
      ((index + turn) % 3 === 0 ? pick(capital, turn) : far) ?? pick(departements, turn)
    const place = index % 5 === 2 ? {} : { zone_departement: code, zone_localite: `Village ${turn + 1}` }
    return { zone_region: attributes.region, ...place }
  })
  const unique = zones.filter(
    (zone, at) => zones.findIndex((other) => JSON.stringify(other) === JSON.stringify(zone)) === at,
  )
  return {
    ...projectSheet,
    org_nom: pick(organisations, 5),
    projet_titre: `${pick(titles, 6)}, phase ${index + 1}`,
    projet_resume: `Phase ${index + 1} : ${pick(titles, 2)}. Avec les services de l’État et les associations de quartier, le projet accueille, oriente et forme ${20 + index} personnes, puis suit chacune pendant un an. Les résultats sont rendus chaque trimestre au comité local.`,
    projet_statut: pick(['1', '2', '2', '2', '4'], 3),
    theme_principal: pick(themes, 4),
    couverture: coverage,
    zones: coverage === 'zones' ? unique : undefined,
    cible_total: 20 + index * 5,
    cible_femmes: 10 + index * 2,
    ...(index % 2 === 0 && { atteint_total: 10 + index * 4, chiffres_au: '2018-09-01' }),
    visibilite: index % 12 === 5 ? 'coordination' : 'public',
  }
}
