import type { sheets_v4 } from '@googleapis/sheets'
import { stateRows } from './board/index.ts'
import { toCell } from './cells.ts'
import { colour } from './dress.ts'

/** What the first tab says of the workbook, below the state of the mirror. Made once; the coordinator may change it. Pure. */
type Line = { readonly text: string; readonly isHeading: boolean }

const heading = (text: string): Line => ({ text, isHeading: true })
const line = (text: string): Line => ({ text, isHeading: false })

const lines: readonly Line[] = [
  heading('Ce classeur'),
  line(
    'Chaque onglet montre les fiches reçues par un formulaire du site du groupe, une ligne par fiche. Les onglets des zones ou des suites ont une ligne pour chacune d’elles. Le site garde l’original de chaque fiche\u00a0: rien de ce qui arrive ici ne peut l’effacer.',
  ),
  heading('Ce que vous pouvez faire'),
  line(
    'Trier, filtrer, colorer, masquer, déplacer les colonnes, renommer les onglets et les titres, insérer des lignes, ajouter vos propres colonnes\u00a0: elles ne seront jamais touchées.',
  ),
  line(
    'Changer un statut, écrire une note, nommer un responsable, corriger une cellule à fond blanc\u00a0: c’est la fiche elle-même qui change, avec les mêmes règles que sur le site, en moins d’une minute.',
  ),
  line(
    'Ajouter une ligne, sans ID, dans le plan d’action, les membres, les outils, le lexique ou la bibliothèque\u00a0: elle devient une fiche dès que l’indispensable y est. D’ici là, la remarque dit ce qui manque.',
  ),
  heading('Ce qui se remet tout seul'),
  line(
    'Les colonnes grises et la colonne ID sont remplies par le site\u00a0: ce que vous y écrivez est remis comme avant. Une correction impossible aussi, et la colonne «\u00a0Remarque de synchronisation\u00a0» dit pourquoi. Effacez la remarque quand vous l’avez lue.',
  ),
  line(
    'Si une cellule a changé des deux côtés au même moment, la feuille l’emporte\u00a0; l’autre valeur est gardée dans l’onglet «\u00a0Journal\u00a0».',
  ),
  line(
    'De plusieurs lignes au même ID, une seule est suivie\u00a0: les copies le disent et ne comptent pas.',
  ),
  heading('Supprimer'),
  line(
    'Une ligne supprimée est retirée de la feuille, jamais effacée\u00a0: sa fiche reste sur le site, et une ligne retirée se remet d’un clic. Si beaucoup de lignes disparaissent d’un coup, l’onglet s’arrête et attend votre réponse sur le site.',
  ),
]

const firstRow = 2

/** The rows of the state, empty so far, then the lines, for a tab that was just made. */
export function welcomeRequests(sheetId: number): readonly sheets_v4.Schema$Request[] {
  const rows = stateRows({
    lastWriteAt: null,
    pending: 0,
    parked: null,
    braked: [],
    quarantined: [],
    withdrawn: 0,
    address: '',
  })
  return [
    {
      updateCells: {
        start: { sheetId, rowIndex: firstRow, columnIndex: 0 },
        rows: rows.map(({ key, cells: [label = ''] }) => ({ values: [toCell(key), toCell(label)] })),
        fields: 'userEnteredValue',
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: firstRow + rows.length + 1, columnIndex: 1 },
        rows: lines.map(({ text, isHeading }) => ({
          values: [
            {
              ...toCell(text),
              userEnteredFormat: {
                wrapStrategy: 'WRAP',
                backgroundColor: colour('#FFFFFF'),
                ...(isHeading && { textFormat: { bold: true, foregroundColor: colour('#1F4E5F') } }),
              },
            },
          ],
        })),
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
    ...lines.map((_, index) => ({
      mergeCells: {
        range: {
          sheetId,
          startRowIndex: firstRow + rows.length + 1 + index,
          endRowIndex: firstRow + rows.length + 2 + index,
          startColumnIndex: 1,
          endColumnIndex: 3,
        },
        mergeType: 'MERGE_ALL',
      },
    })),
  ]
}
