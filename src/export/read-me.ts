import type { Context } from '../context.ts'
import type { Taken } from './taken.ts'

/** What is in the pack, how it was counted and whom to ask, for who opens it. Says nothing of when it was made. */
export function readMe(
  { catalogue, site }: Context,
  parts: readonly Taken[],
  files: readonly string[],
): string {
  const isPublic = parts.every(({ level }) => level === 'public')
  const newest = Math.max(...parts.flatMap(({ records }) => records.map(({ updatedAt }) => updatedAt)))
  const state = Number.isFinite(newest)
    ? `Dernière modification d’une fiche : ${new Date(newest).toISOString().slice(0, 10)}.`
    : 'Aucune fiche pour le moment.'
  return [
    `${catalogue.group?.name.fr ?? 'Recueil'} — paquet du cartographe`,
    '',
    isPublic
      ? 'Données publiques : les réponses publiques des fiches publiées.'
      : 'CONFIDENTIEL — COORDINATION SEULEMENT : toutes les fiches, avec les coordonnées des personnes. Ne transmettez pas ce paquet : celui pour tous est à la même adresse.',
    state,
    '',
    'CE QU’IL Y A',
    ...parts.flatMap(({ form, records, withheld }) => [
      `- ${form.title.fr} (${form.id}) : ${records.length} ${records.length > 1 ? 'fiches' : 'fiche'}${withheld === 0 ? '' : `, et ${withheld} de plus que leurs auteurs ne montrent pas à tous`}.`,
    ]),
    '',
    'LES FICHIERS',
    ...files.map((name) => `- ${name} : ${descriptionOf(name)}`),
    '',
    'COMMENT C’EST COMPTÉ',
    '- Une fiche de projet est un projet. Celle qui couvre plusieurs zones a une ligne par zone dans les fichiers HXL, GeoJSON et « zones ».',
    '- HXL : un projet national a une ligne par région. Les nombres (personnes, budget) portent sur tout le projet : ils ne sont que sur sa première ligne, et la colonne peut s’additionner. Ils ne se répartissent pas par région.',
    '- GeoJSON : « precision » dit si le point a été donné (point) ou s’il est celui du département ou de la région. Un projet national n’a pas de point.',
    ...(isPublic
      ? [
          '- Un petit nombre de personnes, qui pourrait dire de qui il s’agit, n’est pas publié : la case est vide.',
        ]
      : []),
    '- Une case vide veut dire « sans réponse », pas zéro.',
    '',
    'OUVRIR LES FICHIERS',
    '- Dans Excel, ouvrez donnees.xlsx plutôt que les CSV. Les CSV sont en UTF-8, séparés par des virgules ; plusieurs valeurs d’une case le sont par « ; ».',
    '- Dans les CSV, une apostrophe précède un texte qu’un tableur prendrait pour une formule (il commence par =, +, - ou @). Le XLSX et le JSON ont le texte tel quel.',
    '- Une question à choix a deux colonnes : les codes, puis les libellés (dans le GeoJSON, le nom du champ puis le même suivi de « _libelle »).',
    '- Les codes sont expliqués dans listes.csv, les colonnes dans dictionnaire.csv.',
    '',
    'CONTACT',
    `La coordination du groupe${site === '' ? '' : ` : ${site}`}. Signalez-lui toute erreur : elle corrige à la source.`,
    '',
  ].join('\n')
}

function descriptionOf(name: string): string {
  const known = descriptions.find(([end]) => name.endsWith(end))
  if (known) return known[1]
  return name.split('.').length > 2 ? 'une ligne par ligne de ce tableau de la fiche' : 'une ligne par fiche'
}

/** By the end of a file's name; the first that fits. */
const descriptions: readonly (readonly [string, string])[] = [
  ['donnees.xlsx', 'tout ce qui suit, un onglet par tableau'],
  ['dictionnaire.csv', 'ce que veut dire chaque colonne'],
  ['listes.csv', 'les codes et leurs libellés'],
  ['LICENCE.txt', 'ce que vous pouvez en faire'],
  ['brouillon.txt', 'la commande en préparation'],
  ['reference.txt', 'la commande et son état'],
  ['.hxl.csv', 'balises HXL 1.1 sous l’en-tête'],
  ['.geojson', 'points (RFC 7946, WGS 84)'],
  ['.json', 'toutes les réponses, telles quelles'],
]
