import type { Text } from '../form/text.ts'

/** The words of the map; part of `words.ts`. What is counted has a word for one and a word for several. */
export const mapWords = {
  map: { fr: 'Carte', en: 'Map' },
  mapTitle: { fr: 'Carte des projets', en: 'Map of projects' },
  mapLead: {
    fr: '{projects} de {organisations}, dans {n} régions sur {total}.',
    en: '{projects} by {organisations}, in {n} of {total} regions.',
  },
  mapEmpty: {
    fr: 'Aucun projet n’est encore publié. La carte se remplit dès que la coordination publie une fiche.',
    en: 'No project is published yet. The map fills in as soon as the coordination publishes a record.',
  },
  mapNone: { fr: 'Aucun projet ne correspond à ces filtres.', en: 'No project matches these filters.' },
  'project.one': { fr: '{n} projet', en: '{n} project' },
  'project.many': { fr: '{n} projets', en: '{n} projects' },
  'organisation.one': { fr: '{n} organisation', en: '{n} organisation' },
  'organisation.many': { fr: '{n} organisations', en: '{n} organisations' },
  'withheld.one': { fr: 'dont {n} non détaillé', en: '{n} of which without details' },
  'withheld.many': { fr: 'dont {n} non détaillés', en: '{n} of which without details' },
  'department.one': { fr: '{n} département', en: '{n} department' },
  'department.many': { fr: '{n} départements', en: '{n} departments' },

  mapFilters: { fr: 'Filtrer la carte', en: 'Filter the map' },
  mapAll: { fr: 'Tous', en: 'All' },
  mapAllRegions: { fr: 'Toutes', en: 'All' },
  mapFilter: { fr: 'Filtrer', en: 'Filter' },
  mapClear: { fr: 'Tout effacer', en: 'Clear all' },
  mapAsked: { fr: 'Filtres\u00a0: {filters}.', en: 'Filters: {filters}.' },
  mapOnlyDetailed: {
    fr: 'Un filtre ne retient que des projets détaillés.',
    en: 'A filter finds projects with details only.',
  },
  mapPair: { fr: '{label}\u00a0: {text}', en: '{label}: {text}' },
  mapIgnoredTitle: { fr: 'Un filtre est inconnu', en: 'A filter is unknown' },
  mapIgnored: {
    fr: '«\u00a0{code}\u00a0» n’est pas un choix de «\u00a0{label}\u00a0»\u00a0: ce filtre est ignoré.',
    en: '“{code}” is not a choice of “{label}”: this filter is ignored.',
  },

  mapDescription: {
    fr: 'Chaque région est un lien vers la liste de ses projets. Le tableau plus bas dit la même chose.',
    en: 'Each region is a link to the list of its projects. The table further down says the same.',
  },
  mapRegion: {
    fr: '{region}\u00a0: {projects}, {organisations}',
    en: '{region}: {projects}, {organisations}',
  },
  mapRegionNone: { fr: '{region}\u00a0: aucun projet recensé', en: '{region}: no project recorded' },
  mapEnlarged: { fr: '{region}, agrandie', en: '{region}, enlarged' },
  mapLegend: { fr: 'Légende', en: 'Legend' },
  mapZero: { fr: 'Aucun projet recensé', en: 'No project recorded' },
  mapRange: { fr: '{from} à {to} projets', en: '{from} to {to} projects' },
  mapCircles: {
    fr: 'Projets d’un département\u00a0: la surface du disque grandit avec leur nombre, qui est aussi dans le tableau. Ceux de {region} sont sur la carte agrandie.',
    en: 'Projects of a department: the area of the disc grows with their number, which is in the table too. Those of {region} are on the enlarged map.',
  },
  mapWhole: {
    fr: '{projects} sur tout le pays\u00a0: comptés dans chaque région, dans aucun département.',
    en: '{projects} about the whole country: counted in each region, in no department.',
  },
  mapWithheld: {
    fr: '{projects}, {withheld}\u00a0: leurs auteurs ne les montrent pas à tous. Ceux-là comptent par région seulement, et dans aucune liste, aucun filtre, aucune autre colonne du tableau.',
    en: '{projects}, {withheld}: their authors do not show them to everyone. Those count by region only, and in no list, no filter and no other column of the table.',
  },

  mapChoose: {
    fr: 'Choisissez une région sur la carte, ou un filtre, pour lire la liste des projets.',
    en: 'Choose a region on the map, or a filter, to read the list of projects.',
  },
  mapProjects: { fr: 'Les projets', en: 'The projects' },
  mapProjectsOf: { fr: 'Les projets\u00a0: {region}', en: 'The projects: {region}' },
  mapShown: { fr: '{from} à {to} sur {total}', en: '{from} to {to} of {total}' },
  mapBefore: { fr: 'Les précédents', en: 'Previous ones' },
  mapAfter: { fr: 'Les suivants', en: 'Next ones' },
  mapDetail: { fr: 'Lire la fiche', en: 'Read the record' },
  mapDetailOf: { fr: 'de «\u00a0{title}\u00a0»', en: 'of “{title}”' },
  mapNotListed: {
    fr: 'Les projets non détaillés ne sont pas dans cette liste.',
    en: 'Projects without details are not in this list.',
  },

  mapTable: { fr: 'Les chiffres de la carte', en: 'The figures of the map' },
  mapColumnRegion: { fr: 'Région', en: 'Region' },
  mapColumnProjects: { fr: 'Projets', en: 'Projects' },
  mapColumnOrganisations: { fr: 'Organisations', en: 'Organisations' },
  mapColumnDepartments: { fr: 'Départements', en: 'Departments' },
  mapTotal: { fr: 'Ensemble, chaque projet une fois', en: 'All, each project once' },
  mapNoNumber: { fr: 'non communiqué', en: 'not disclosed' },
  mapNoDepartment: { fr: 'aucun nommé', en: 'none named' },
  mapNoProject: { fr: 'aucun projet recensé', en: 'no project recorded' },
  mapSums: {
    fr: 'Les nombres de personnes sont ceux de projets entiers\u00a0: un projet de plusieurs régions compte dans chacune. N’additionnez pas les lignes.',
    en: 'Numbers of people are those of whole projects: a project of several regions counts in each of them. Do not add the lines up.',
  },
  mapElsewhere: { fr: 'Hors du Sénégal', en: 'Outside Senegal' },
} as const satisfies Record<string, Text>
