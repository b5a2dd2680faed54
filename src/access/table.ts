/**
 * Who may call a route.
 * - `anyone`: no matter who asks; what they get is what everyone may see.
 * - `form`: whoever the form lets fill it in: anyone, or coordinators.
 * - `holder`: whoever has the key in the address, and coordinators where the route says so; to others it is not there.
 * - `coordinator`: a coordinator, or a service token of theirs.
 * - `signed`: a program that signs what it sends.
 */
export type Caller = 'anyone' | 'form' | 'holder' | 'coordinator' | 'signed'

export type Rule = {
  readonly methods: readonly string[]
  /** As the router has it. */
  readonly path: string
  readonly by: Caller
  /** What whoever may call it is given. */
  readonly gives: string
}

const get = ['GET'] as const
const both = ['GET', 'POST'] as const

/** Every route there is: one that is not here is answered by nobody. */
export const rules: readonly Rule[] = [
  { methods: get, path: '/', by: 'anyone', gives: 'the open forms, the next meetings, counts' },
  { methods: get, path: '/formulaires', by: 'anyone', gives: 'the forms the visitor may fill in' },
  {
    methods: both,
    path: '/formulaires/:form',
    by: 'form',
    gives: 'an empty form, and a receipt for what is sent',
  },
  { methods: get, path: '/fiches/:reference/recu', by: 'holder', gives: 'the receipt, with the edit link' },
  {
    methods: get,
    path: '/envois/:id',
    by: 'holder',
    gives: 'that what was sent waits to be checked, or its receipt',
  },
  { methods: both, path: '/fiches/:reference', by: 'holder', gives: 'one record, to correct' },
  { methods: get, path: '/carte', by: 'anyone', gives: 'public projects; others counted by region' },
  { methods: get, path: '/plan', by: 'anyone', gives: 'the published plan; coordinators all of it' },
  { methods: get, path: '/plan.ics', by: 'anyone', gives: 'the published meetings' },
  { methods: get, path: '/vos-donnees', by: 'anyone', gives: 'what is done with personal data' },
  { methods: get, path: '/tableau-de-bord', by: 'anyone', gives: 'public figures' },
  { methods: get, path: '/tableau-de-bord/bilan', by: 'anyone', gives: 'the report, of published facts' },
  { methods: get, path: '/tableau-de-bord/bilan.docx', by: 'anyone', gives: 'the same' },
  { methods: get, path: '/plaidoyers', by: 'anyone', gives: 'published pleadings; coordinators all' },
  { methods: get, path: '/lexique', by: 'anyone', gives: 'adopted terms; coordinators proposed ones too' },
  { methods: get, path: '/bibliotheque', by: 'anyone', gives: 'published documents; coordinators all' },
  { methods: get, path: '/recherche', by: 'anyone', gives: 'public texts that have the words' },
  { methods: get, path: '/consulter', by: 'anyone', gives: 'published records without a page elsewhere' },
  {
    methods: get,
    path: '/consulter/:reference',
    by: 'anyone',
    gives: 'the public answers of a published record',
  },
  { methods: get, path: '/exports', by: 'anyone', gives: 'what can be taken away' },
  { methods: get, path: '/exports/:file', by: 'anyone', gives: 'public answers; coordinators everything' },
  { methods: get, path: '/comptes-rendus', by: 'anyone', gives: 'published minutes' },
  { methods: get, path: '/comptes-rendus.atom', by: 'anyone', gives: 'the same' },
  { methods: get, path: '/comptes-rendus/:reference', by: 'anyone', gives: 'the newest published version' },
  {
    methods: get,
    path: '/comptes-rendus/:reference/versions/:number',
    by: 'anyone',
    gives: 'a published version',
  },
  {
    methods: get,
    path: '/comptes-rendus/:reference/versions/:number/differences',
    by: 'anyone',
    gives: 'what it changed',
  },
  {
    methods: get,
    path: '/comptes-rendus/:reference/fichiers/:id',
    by: 'anyone',
    gives: 'a file of a published version',
  },
  {
    methods: both,
    path: '/comptes-rendus/:reference/relecture',
    by: 'holder',
    gives: 'minutes under review, to comment',
  },
  {
    methods: both,
    path: '/campagnes/:reference',
    by: 'holder',
    gives: 'the records of one member, to answer a campaign',
  },
  { methods: get, path: '/coordination', by: 'coordinator', gives: 'what wants attention' },
  {
    methods: both,
    path: '/coordination/feuille',
    by: 'coordinator',
    gives: 'how the sheet is doing, and its repairs',
  },
  {
    methods: both,
    path: '/coordination/quarantaine',
    by: 'coordinator',
    gives: 'what is doubtful, to accept or set aside',
  },
  {
    methods: both,
    path: '/coordination/fiches',
    by: 'coordinator',
    gives: 'every record, to find and move on',
  },
  {
    methods: both,
    path: '/coordination/fiches/:reference',
    by: 'coordinator',
    gives: 'one record, to correct',
  },
  {
    methods: ['POST'],
    path: '/coordination/fiches/:reference/statut',
    by: 'coordinator',
    gives: 'its next state',
  },
  {
    methods: ['POST'],
    path: '/coordination/fiches/:reference/lien',
    by: 'coordinator',
    gives: 'its edit link renewed, or ended',
  },
  {
    methods: both,
    path: '/coordination/plan/:reference',
    by: 'coordinator',
    gives: 'the criteria of an item',
  },
  { methods: get, path: '/coordination/rencontres', by: 'coordinator', gives: 'the meetings' },
  {
    methods: both,
    path: '/coordination/rencontres/:reference',
    by: 'coordinator',
    gives: 'attendance and note-takers',
  },
  {
    methods: get,
    path: '/coordination/extrait',
    by: 'coordinator',
    gives: 'a piece of HTML for another site',
  },
  {
    methods: get,
    path: '/coordination/comptes-rendus/:reference',
    by: 'coordinator',
    gives: 'minutes in any state',
  },
  {
    methods: get,
    path: '/coordination/comptes-rendus/:reference/fichiers/:id',
    by: 'coordinator',
    gives: 'a file of theirs',
  },
  {
    methods: ['POST'],
    path: '/coordination/comptes-rendus/:reference/fichier',
    by: 'coordinator',
    gives: 'keeps a file',
  },
  {
    methods: ['POST'],
    path: '/coordination/comptes-rendus/:reference/relecture',
    by: 'coordinator',
    gives: 'the review link renewed, or ended',
  },
  {
    methods: ['POST'],
    path: '/coordination/comptes-rendus/:reference/envois',
    by: 'coordinator',
    gives: 'sends again, settles',
  },
  { methods: get, path: '/coordination/campagnes', by: 'coordinator', gives: 'the campaigns' },
  {
    methods: both,
    path: '/coordination/campagnes/:reference',
    by: 'coordinator',
    gives: 'who has answered, every link',
  },
  {
    methods: get,
    path: '/coordination/campagnes/:reference/publipostage.csv',
    by: 'coordinator',
    gives: 'links and addresses',
  },
  {
    methods: both,
    path: '/coordination/conservation',
    by: 'coordinator',
    gives: 'what is due to be erased, and the switch',
  },
  {
    methods: get,
    path: '/coordination/registre',
    by: 'coordinator',
    gives: 'what is done with personal data, for the authority',
  },
  {
    methods: get,
    path: '/coordination/registre.docx',
    by: 'coordinator',
    gives: 'the same as a Word file',
  },
  {
    methods: both,
    path: '/coordination/rapprochements',
    by: 'coordinator',
    gives: 'names and records to reconcile',
  },
  {
    methods: both,
    path: '/coordination/personnes-concernees',
    by: 'coordinator',
    gives: 'where a person is named; gives and erases their data',
  },
  {
    methods: get,
    path: '/coordination/personnes-concernees/accords.csv',
    by: 'coordinator',
    gives: 'what was agreed to, and until when',
  },
  {
    methods: both,
    path: '/coordination/reglages',
    by: 'coordinator',
    gives: 'the settings of the group',
  },
  {
    methods: get,
    path: '/coordination/personnes',
    by: 'coordinator',
    gives: 'who coordinates, who holds a personal link, what each may do',
  },
  {
    methods: get,
    path: '/coordination/journal',
    by: 'coordinator',
    gives: 'whether what happened was changed',
  },
  { methods: both, path: '/coordination/webhooks', by: 'coordinator', gives: 'the endpoints; adds one' },
  { methods: get, path: '/coordination/webhooks/nouveau', by: 'coordinator', gives: 'an empty form' },
  {
    methods: both,
    path: '/coordination/webhooks/:id',
    by: 'coordinator',
    gives: 'an endpoint and its log; tests, rotates, disables, deletes it, replays',
  },
  { methods: both, path: '/coordination/webhooks/:id/modifier', by: 'coordinator', gives: 'to change it' },
  {
    methods: both,
    path: '/coordination/webhooks/:id/envois/:event',
    by: 'coordinator',
    gives: 'a delivery; replays or settles it',
  },
  { methods: get, path: '/health', by: 'anyone', gives: 'that the Worker reaches its database' },
  { methods: get, path: '/openapi.json', by: 'anyone', gives: 'the API' },
  { methods: get, path: '/api/v1/forms', by: 'anyone', gives: 'the forms' },
  { methods: get, path: '/api/v1/forms/:form', by: 'anyone', gives: 'a form’s definition' },
  { methods: get, path: '/api/v1/forms/:form/schema', by: 'anyone', gives: 'its JSON Schema' },
  { methods: ['POST'], path: '/api/v1/forms/:form/records', by: 'form', gives: 'a receipt for what is sent' },
  { methods: get, path: '/api/v1/records', by: 'coordinator', gives: 'records' },
  {
    methods: ['GET', 'PATCH', 'DELETE'],
    path: '/api/v1/records/:id',
    by: 'coordinator',
    gives: 'one record',
  },
  { methods: ['POST'], path: '/api/v1/records/:id/transitions', by: 'coordinator', gives: 'its next state' },
  {
    methods: get,
    path: '/api/v1/campaigns/:reference/invitations',
    by: 'coordinator',
    gives: 'links and addresses',
  },
  { methods: get, path: '/api/v1/events', by: 'coordinator', gives: 'what happened' },
  { methods: get, path: '/api/v1/audit', by: 'coordinator', gives: 'whether that was changed' },
  { methods: both, path: '/api/v1/endpoints', by: 'coordinator', gives: 'webhook endpoints' },
  {
    methods: ['GET', 'PATCH', 'DELETE'],
    path: '/api/v1/endpoints/:id',
    by: 'coordinator',
    gives: 'one of them',
  },
  { methods: ['POST'], path: '/api/v1/endpoints/:id/rotate', by: 'coordinator', gives: 'its new secret' },
  { methods: ['POST'], path: '/api/v1/endpoints/:id/test', by: 'coordinator', gives: 'a delivery' },
  { methods: ['POST'], path: '/api/v1/endpoints/:id/replay', by: 'coordinator', gives: 'deliveries again' },
  { methods: get, path: '/api/v1/endpoints/:id/deliveries', by: 'coordinator', gives: 'its log' },
  { methods: ['POST'], path: '/api/v1/deliveries/:id/replay', by: 'coordinator', gives: 'a delivery again' },
  {
    methods: ['POST'],
    path: '/api/v1/deliveries/:id/settle',
    by: 'coordinator',
    gives: 'settles one that is held',
  },
  { methods: both, path: '/api/v1/sync', by: 'coordinator', gives: 'how the sheet is doing; a pass' },
  { methods: get, path: '/api/v1/sync/apps-script', by: 'coordinator', gives: 'the settings of the script' },
  { methods: ['POST'], path: '/api/v1/sync/hint', by: 'signed', gives: 'that a hint was taken' },
]

/** The rule of a route, by the router's own path; null when nobody may call it. */
export function ruleOf(method: string, path: string): Rule | null {
  return rules.find((rule) => rule.path === path && rule.methods.includes(method)) ?? null
}
