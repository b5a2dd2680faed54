import type { sheets_v4 } from '@googleapis/sheets'
import { toCell } from './cells.ts'
import { colour } from './dress.ts'
import { identifier } from './identifier.ts'

/** The tab that says what the workbook is. Made once; the coordinator may change or delete it. Pure. */
export const welcomeKey = 'lisez-moi'
export const welcomeId = identifier('tab', welcomeKey)
export const welcomeTitle = 'Lisez-moi'

const lines = [
  'Ce classeur',
  'Chaque onglet montre les fiches reçues par un formulaire du site du groupe, une ligne par fiche. Les onglets des zones, des critères ou des suites ont une ligne pour chacune d’elles.',
  'Ce classeur se remplit tout seul, quelques secondes après l’envoi d’une fiche. Le site garde l’original de chaque fiche ; une ligne supprimée ici n’est pas perdue.',
  'Ce que vous pouvez faire',
  'Trier, filtrer, colorer, masquer, déplacer les colonnes, renommer les onglets et les titres, insérer des lignes, ajouter vos propres colonnes : elles ne seront jamais touchées.',
  'Les colonnes sur fond blanc (Statut, Note du coordinateur, Responsable) sont celles de la coordination.',
  'Ce qu’il ne faut pas modifier',
  'Les colonnes grises sont recopiées du site : ce que vous y écrivez est remplacé à la prochaine mise à jour de la fiche. La colonne ID relie la ligne à sa fiche : ne la changez pas et ne la supprimez pas.',
  'Ne recopiez pas une ligne avec son ID : seule la première ligne d’un même ID est suivie.',
  'Corriger une fiche',
  'Ouvrez la fiche sur le site et corrigez-la là ; la ligne suit d’elle-même. La personne qui l’a envoyée a reçu un lien pour la corriger.',
  'La colonne « Remarque de synchronisation » dit ce qui est arrivé à une ligne : fiche effacée, ligne retirée de la fiche, ligne en double.',
  'L’état de la synchronisation (dernier passage, fiches en attente, erreur) se lit sur le site, à l’adresse /api/v1/sync.',
]
const headings = new Set([0, 3, 6, 9])

/** What makes the tab, beside whatever is there. */
export const newWelcome = (title: string): readonly sheets_v4.Schema$Request[] => [
  {
    addSheet: {
      properties: { sheetId: welcomeId, title, gridProperties: { rowCount: 40, columnCount: 1 } },
    },
  },
  {
    updateDimensionProperties: {
      range: { sheetId: welcomeId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
      properties: { pixelSize: 760 },
      fields: 'pixelSize',
    },
  },
  {
    updateCells: {
      start: { sheetId: welcomeId, rowIndex: 0, columnIndex: 0 },
      rows: lines.map((line, index) => ({
        values: [
          {
            ...toCell(line),
            userEnteredFormat: {
              wrapStrategy: 'WRAP',
              ...(headings.has(index) && { textFormat: { bold: true, foregroundColor: colour('#1F4E5F') } }),
            },
          },
        ],
      })),
      fields: 'userEnteredValue,userEnteredFormat',
    },
  },
]
