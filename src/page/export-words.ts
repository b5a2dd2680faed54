import type { Text } from '../form/text.ts'

/** The words of the page of what can be taken away; part of `words.ts`. */
export const exportWords = {
  exports: { fr: 'Données à télécharger', en: 'Data to download' },
  exportsLead: {
    fr: 'Les réponses publiques des fiches publiées, pour les réutiliser ailleurs\u00a0: tableur, carte, autre site.',
    en: 'The public answers of the published records, to be used elsewhere: spreadsheet, map, other site.',
  },
  exportsPack: { fr: 'Tout télécharger (paquet du cartographe, ZIP)', en: 'Download everything (ZIP)' },
  exportsPackAbout: {
    fr: 'Tous les fichiers ci-dessous, le dictionnaire, les listes de codes, la licence et le cahier des charges.',
    en: 'Every file below, the dictionary, the lists of codes, the licence and the terms of reference.',
  },
  exportsByForm: { fr: 'Formulaire par formulaire', en: 'Form by form' },
  exportsMeaning: { fr: 'Comprendre les fichiers', en: 'Understand the files' },
  exportsDictionary: { fr: 'Dictionnaire des champs (CSV)', en: 'Dictionary of fields (CSV)' },
  exportsLists: { fr: 'Listes de codes (CSV)', en: 'Lists of codes (CSV)' },
  exportsSmall: {
    fr: 'Les fichiers sont en français. Un petit nombre de personnes, qui pourrait dire de qui il s’agit, n’y est pas. Une case vide veut dire «\u00a0sans réponse\u00a0».',
    en: 'The files are in French. A number of people small enough to tell who they are is left out. An empty cell means “no answer”.',
  },
  exportsLicence: { fr: 'Licence', en: 'Licence' },
  exportsAll: { fr: 'Tout, pour la coordination', en: 'Everything, for the coordination' },
  exportsAllAbout: {
    fr: 'Toutes les fiches dans tous leurs états, coordonnées des personnes comprises. Ne les transmettez pas.',
    en: 'Every record in every state, contact details included. Do not pass them on.',
  },
  exportsAllPack: {
    fr: 'Tout télécharger, données internes (ZIP)',
    en: 'Download everything, internal data (ZIP)',
  },
  exportsFormats: {
    fr: 'Ce formulaire s’emporte en\u00a0: {formats}.',
    en: 'This form can be taken away as: {formats}.',
  },
} as const satisfies Record<string, Text>
