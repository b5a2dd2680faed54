import type { Caller, Rule } from '../../access/rule.ts'
import { rules } from '../../access/table.ts'
import type { Locale } from '../../form/text.ts'
import { consoleMenu, placeAt } from '../console/places.ts'
import { type Word, word } from '../words.ts'

/** What of the site a caller may call: an area with its routes. */
export type Allowed = {
  readonly area: string
  readonly may: 'read' | 'write' | 'both'
  readonly rules: readonly Rule[]
}

/** In the order in which they are told: from those who may least. */
export const callers: readonly Caller[] = ['anyone', 'form', 'holder', 'coordinator', 'signed']

/** What an address belongs to, by how it begins. */
const areas: readonly (readonly [string, Word])[] = [
  ['/formulaires', 'forms'],
  ['/fiches', 'peopleOwnRecord'],
  ['/envois', 'peopleOwnRecord'],
  ['/carte', 'map'],
  ['/plan', 'plan'],
  ['/vos-donnees', 'yourData'],
  ['/tableau-de-bord', 'dashboard'],
  ['/plaidoyers', 'advocacy'],
  ['/lexique', 'lexicon'],
  ['/bibliotheque', 'library'],
  ['/recherche', 'search'],
  ['/consulter', 'publishedRecords'],
  ['/exports', 'exports'],
  ['/comptes-rendus', 'minutes'],
  ['/campagnes', 'campaigns'],
  ['/coordination', 'coordination'],
  ['/api', 'peopleApi'],
  ['/openapi', 'peopleApi'],
  ['/health', 'peopleApi'],
]

/** The area of a route; of one that no area is known for, its own address. */
function areaOf(path: string, locale: Locale): string {
  const place = placeAt(consoleMenu(), path)
  if (place) return place.label[locale]
  if (path === '/') return word(locale, 'peopleHome')
  const known = areas.find(([beginning]) => path.startsWith(beginning))
  return known ? word(locale, known[1]) : path
}

/** What a caller may do, area by area, from the table of routes. */
export function allowedTo(caller: Caller, locale: Locale): readonly Allowed[] {
  const own = rules.filter(({ by }) => by === caller)
  return [...Map.groupBy(own, ({ path }) => areaOf(path, locale))].map(([area, here]) => {
    const methods = here.flatMap((rule) => rule.methods)
    const [reads, writes] = [methods.includes('GET'), methods.some((method) => method !== 'GET')]
    return { area, may: reads && writes ? 'both' : writes ? 'write' : 'read', rules: here }
  })
}
