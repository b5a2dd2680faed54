import { both, get, post, type Rule } from './rule.ts'

/** The pages of the coordination’s console, each with what it gives. */
const pages: readonly (readonly [methods: Rule['methods'], path: string, gives: string])[] = [
  [get, '/coordination', 'what wants attention'],
  [both, '/coordination/feuille', 'how the sheet is doing, and its repairs'],
  [both, '/coordination/quarantaine', 'what is doubtful, to accept or set aside'],
  [both, '/coordination/fiches', 'every record, to find and move on'],
  [both, '/coordination/fiches/:reference', 'one record, to correct'],
  [post, '/coordination/fiches/:reference/statut', 'its next state'],
  [post, '/coordination/fiches/:reference/lien', 'its edit link renewed, or ended'],
  [both, '/coordination/plan/:reference', 'the criteria of an item'],
  [get, '/coordination/rencontres', 'the meetings'],
  [both, '/coordination/rencontres/:reference', 'attendance and note-takers'],
  [get, '/coordination/extrait', 'a piece of HTML for another site'],
  [get, '/coordination/comptes-rendus/:reference', 'minutes in any state'],
  [get, '/coordination/comptes-rendus/:reference/fichiers/:id', 'a file of theirs'],
  [post, '/coordination/comptes-rendus/:reference/fichier', 'keeps a file'],
  [post, '/coordination/comptes-rendus/:reference/relecture', 'the review link renewed, or ended'],
  [post, '/coordination/comptes-rendus/:reference/envois', 'sends again, settles'],
  [get, '/coordination/campagnes', 'the campaigns'],
  [both, '/coordination/campagnes/:reference', 'who has answered, every link'],
  [get, '/coordination/campagnes/:reference/publipostage.csv', 'links and addresses'],
  [both, '/coordination/conservation', 'what is due to be erased, and the switch'],
  [get, '/coordination/registre', 'what is done with personal data, for the authority'],
  [get, '/coordination/registre.docx', 'the same as a Word file'],
  [both, '/coordination/rapprochements', 'names and records to reconcile'],
  [both, '/coordination/personnes-concernees', 'where a person is named; gives and erases their data'],
  [get, '/coordination/personnes-concernees/accords.csv', 'what was agreed to, and until when'],
  [both, '/coordination/reglages', 'the settings of the group'],
  [get, '/coordination/personnes', 'who coordinates, who holds a personal link, what each may do'],
  [get, '/coordination/journal', 'whether what happened was changed'],
  [both, '/coordination/webhooks', 'the endpoints; adds one'],
  [get, '/coordination/webhooks/nouveau', 'an empty form'],
  [
    both,
    '/coordination/webhooks/:id',
    'an endpoint and its log; tests, rotates, disables, deletes it, replays',
  ],
  [both, '/coordination/webhooks/:id/modifier', 'to change it'],
  [both, '/coordination/webhooks/:id/envois/:event', 'a delivery; replays or settles it'],
]

/** Coordinators alone may call them. */
export const consoleRules: readonly Rule[] = pages.map(([methods, path, gives]) => ({
  methods,
  path,
  by: 'coordinator',
  gives,
}))
