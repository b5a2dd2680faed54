import type { Text } from '../form/text.ts'

/** The words of the pages on which everyone reads what is published; part of `words.ts`. */
export const consultWords = {
  consult: { fr: 'Consulter', en: 'Browse' },
  publishedRecords: { fr: 'Fiches publiées', en: 'Published records' },
  noneYet: { fr: 'Aucune pour l’instant.', en: 'None yet.' },
  proposeOne: { fr: 'En proposer une', en: 'Propose one' },

  search: { fr: 'Recherche', en: 'Search' },
  searchLabel: { fr: 'Chercher dans tout ce qui est publié', en: 'Search all that is published' },
  searchButton: { fr: 'Chercher', en: 'Search' },
  searchLead: {
    fr: 'Un ou plusieurs mots\u00a0; accents et majuscules n’importent pas.',
    en: 'One or more words; accents and capitals do not matter.',
  },
  foundNone: {
    fr: 'Rien de publié ne contient «\u00a0{query}\u00a0».',
    en: 'Nothing published has “{query}”.',
  },
  foundNoWord: { fr: 'Écrivez au moins un mot.', en: 'Type at least one word.' },
  foundOne: { fr: '1 résultat pour «\u00a0{query}\u00a0»', en: '1 result for “{query}”' },
  foundMany: { fr: '{n} résultats pour «\u00a0{query}\u00a0»', en: '{n} results for “{query}”' },
  foundMost: {
    fr: 'Les {n} premiers résultats pour «\u00a0{query}\u00a0»',
    en: 'The first {n} results for “{query}”',
  },

  advocacy: { fr: 'Plaidoyers', en: 'Advocacy' },
  advocacyLead: {
    fr: 'Ce que le groupe défend, thème par thème, à partir de ses rencontres.',
    en: 'What the group stands for, theme by theme, drawn from its meetings.',
  },
  themeEmpty: { fr: 'Rien pour l’instant sur ce thème.', en: 'Nothing on this theme yet.' },
  noPleading: { fr: 'Aucun plaidoyer pour l’instant.', en: 'No advocacy yet.' },
  steps: { fr: 'Où il en est', en: 'How far it is' },
  elementFrom: { fr: 'Source\u00a0:', en: 'Source:' },
  themeCriteria: {
    fr: 'Ce que les rencontres doivent apporter ({n})',
    en: 'What the meetings are to bring ({n})',
  },
  openRecord: { fr: 'Ouvrir la fiche', en: 'Open the record' },

  lexicon: { fr: 'Lexique', en: 'Lexicon' },
  lexiconLead: {
    fr: 'Les mots que le groupe a retenus pour parler de la migration, et ceux qu’il évite.',
    en: 'The words the group has settled on to speak of migration, and those it avoids.',
  },
  noTerm: { fr: 'Le groupe n’a encore adopté aucun terme.', en: 'The group has not adopted any term yet.' },
  startingTerms: { fr: 'Premiers repères', en: 'First landmarks' },
  startingTermsWhy: {
    fr: 'Les formulaires les conseillent déjà\u00a0; le groupe ne les a pas encore discutés un à un.',
    en: 'The forms already suggest them; the group has not discussed them one by one yet.',
  },
  proposeTerm: { fr: 'Proposer un terme', en: 'Propose a term' },

  library: { fr: 'Bibliothèque', en: 'Library' },
  libraryLead: {
    fr: 'Textes juridiques, études, guides et supports utiles au groupe.',
    en: 'Legal texts, studies, guides and materials of use to the group.',
  },
  noDocument: { fr: 'Aucun document n’est publié pour l’instant.', en: 'No document is published yet.' },
  noDocumentAsked: {
    fr: 'Aucun document publié ne correspond à ce choix.',
    en: 'No published document matches this choice.',
  },
  orderBy: { fr: 'Trier par', en: 'Sort by' },
  'order.niveau': { fr: 'Niveau et type', en: 'Level and type' },
  'order.date': { fr: 'Date, la plus récente d’abord', en: 'Date, the newest first' },
  'order.titre': { fr: 'Titre', en: 'Title' },
  planItem: { fr: 'Action du plan', en: 'Plan item' },
  theme: { fr: 'Thème', en: 'Theme' },
  all: { fr: '(tout)', en: '(all)' },
  show: { fr: 'Afficher', en: 'Show' },
  serves: { fr: 'Sert à\u00a0:', en: 'Serves:' },
  oneDocument: { fr: '1 document', en: '1 document' },
  documents: { fr: '{n} documents', en: '{n} documents' },
} as const satisfies Record<string, Text>
