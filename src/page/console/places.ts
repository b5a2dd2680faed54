import { ruleOf } from '../../access/table.ts'
import type { Text } from '../../form/text.ts'

/** A page of the console that its menu leads to. */
export type Place = { readonly path: string; readonly label: Text }
export type PlaceGroup = { readonly title: Text; readonly places: readonly Place[] }

/** The console's menu: a page has its place here, and is shown once the table of routes has it too. */
const groups: readonly PlaceGroup[] = [
  {
    title: { fr: 'Travail', en: 'Work' },
    places: [
      { path: '/coordination', label: { fr: 'À régler', en: 'To be settled' } },
      { path: '/coordination/fiches', label: { fr: 'Fiches', en: 'Records' } },
      { path: '/coordination/rencontres', label: { fr: 'Rencontres', en: 'Meetings' } },
      { path: '/coordination/campagnes', label: { fr: 'Campagnes', en: 'Campaigns' } },
      { path: '/coordination/rapprochements', label: { fr: 'Rapprochements', en: 'Reconciling' } },
      { path: '/coordination/quarantaine', label: { fr: 'Quarantaine', en: 'Quarantine' } },
    ],
  },
  {
    title: { fr: 'Feuille', en: 'Sheet' },
    places: [
      { path: '/coordination/feuille', label: { fr: 'État de la feuille', en: 'State of the sheet' } },
    ],
  },
  {
    title: { fr: 'Diffusion', en: 'Sending out' },
    places: [
      {
        path: '/coordination/webhooks',
        label: { fr: 'Destinations et envois', en: 'Endpoints and deliveries' },
      },
      {
        path: '/coordination/extrait',
        label: { fr: 'Extrait pour un autre site', en: 'Piece for another site' },
      },
    ],
  },
  {
    title: { fr: 'Données personnelles', en: 'Personal data' },
    places: [
      {
        path: '/coordination/personnes-concernees',
        label: { fr: 'Personnes concernées', en: 'Data subjects' },
      },
      { path: '/coordination/registre', label: { fr: 'Registre', en: 'Register' } },
      { path: '/coordination/conservation', label: { fr: 'Conservation', en: 'Retention' } },
    ],
  },
  {
    title: { fr: 'Groupe', en: 'Group' },
    places: [
      { path: '/coordination/reglages', label: { fr: 'Réglages', en: 'Settings' } },
      { path: '/coordination/personnes', label: { fr: 'Personnes et rôles', en: 'People and roles' } },
      { path: '/coordination/journal', label: { fr: 'Journal', en: 'Log' } },
    ],
  },
]

const isServed = ({ path }: Place): boolean => ruleOf('GET', path) !== null

/** The menu as far as there are routes for it. */
export const consoleMenu = (): readonly PlaceGroup[] =>
  groups
    .map(({ title, places }) => ({ title, places: places.filter(isServed) }))
    .filter(({ places }) => places.length > 0)

/** Whether a page belongs to the console. @param path without its query */
export const isConsole = (path: string): boolean =>
  path === '/coordination' || path.startsWith('/coordination/')

/** The place a page stands at: its own, or that of the list it was opened from; none for what no list shows. */
export const placeAt = (menu: readonly PlaceGroup[], path: string): Place | undefined =>
  menu
    .flatMap(({ places }) => places)
    .find(
      (place) => place.path === path || (place.path !== '/coordination' && path.startsWith(`${place.path}/`)),
    )
