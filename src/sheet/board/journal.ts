import type { Catalogue } from '../../form/definition/index.ts'
import { latestSheetEvents, type StoredEvent } from '../../store/events.ts'
import { momentSerial, textCell } from '../cells.ts'
import { layoutOf, type Tab } from '../layout.ts'
import { rowPosition } from '../rows.ts'
import { type Board, type BoardRow, boardColumn, keyColumn } from './board.ts'
import { headRows } from './heads.ts'
import { tellable } from './personal.ts'

/** What the mirror refused, overruled, took out and put back, with both values; and where the log stood each day. */
export const journal: Board = {
  id: 'journal',
  title: 'Journal',
  columns: [
    keyColumn,
    boardColumn('at', 'Le', 'moment', 150),
    boardColumn('row', 'Fiche ou ligne', 'text', 130),
    boardColumn('tab', 'Onglet', 'text', 140),
    boardColumn('column', 'Colonne', 'text', 180, true),
    boardColumn('what', 'Ce qui s’est passé', 'text', 190, true),
    boardColumn('sheet', 'Valeur dans la feuille', 'text', 240, true),
    boardColumn('record', 'Valeur de la fiche', 'text', 240, true),
    boardColumn('reason', 'Raison', 'text', 320, true),
  ],
}

const happenings: ReadonlyMap<string, string> = new Map([
  ['sheet.refused', 'Refusé'],
  ['sheet.conflict', 'Conflit\u00a0: la feuille l’emporte'],
  ['sheet.settled', 'Décidé'],
  ['sheet.withdrawn', 'Ligne retirée'],
  ['sheet.restored', 'Ligne remise'],
  ['sheet.braked', 'Arrêt de l’onglet'],
])

const withheld = 'donnée personnelle'
/** How many rows the journal keeps; the event log keeps all. */
const mostRows = 300
/** The event log has texts whole. */
const longestText = 500
const short = (text: string): string =>
  textCell(text.length > longestText ? `${text.slice(0, longestText)}…` : text)

/** What an event's `detail` says, each text empty when it says nothing of it. */
type Told = {
  readonly row: string
  readonly tab: string
  readonly column: string
  readonly sheet: string
  readonly record: string
  readonly reason: string
  readonly erased: boolean
}

/** The newest things that happened between the sheet and the records, and the heads, in the order of their moments. */
export async function journalRows(db: D1Database, catalogue: Catalogue): Promise<readonly BoardRow[]> {
  const events = await latestSheetEvents(db, mostRows)
  const tabs = layoutOf(catalogue, {})
  const isTellable = tellable(catalogue)
  const told = events.map((event) => ({ event, ...toldBy(event) })).reverse()
  const hidden = ({ event, column }: (typeof told)[number]) =>
    column !== '' && !isTellable(event.form ?? '', column)
  // Reasons quote what was typed; one about several cells is written beside each, those that may be shown too.
  const secrets = new Set(told.flatMap((one) => (hidden(one) && one.reason.includes('«') ? one.reason : [])))
  const happened = told.map((one) => {
    const { event, row, column, erased } = one
    const shown = (value: string) => (hidden(one) && value !== '' ? withheld : short(value))
    return {
      key: `J-${event.seq}`,
      cells: [
        momentSerial(event.at),
        row,
        titleOf(tabs, event.form ?? '', one),
        column,
        happenings.get(event.type) ?? event.type,
        shown(one.sheet),
        shown(one.record),
        erased ? 'Fiche effacée' : secrets.has(one.reason) ? withheld : short(one.reason),
      ],
    }
  })
  const moment = ({ cells: [at] }: BoardRow) => Number(at)
  return [...(await headRows(db)), ...happened].sort((one, other) => moment(one) - moment(other))
}

function toldBy({ detail, payload }: StoredEvent): Told {
  const nothing = { row: '', tab: '', column: '', sheet: '', record: '', reason: '' }
  if (detail !== '{}') return { ...nothing, ...(JSON.parse(detail) as Partial<Told>), erased: false }
  // Of an erased record's event only the payload still names the row and the column.
  const { data } = JSON.parse(payload) as { readonly data?: { readonly sheet?: Partial<Told> } }
  return { ...nothing, ...data?.sheet, erased: true }
}

/** The title of the tab: the one that is named, else the one in which a row of this reference stands. */
function titleOf(tabs: readonly Tab[], form: string, { row, tab }: Told): string {
  if (tab !== '') return tabs.find(({ key }) => key === tab)?.title ?? tab
  const own = tabs.filter((one) => one.form.id === form)
  const repeats = own.filter(({ repeat }) => repeat !== null)
  const [repeat] = repeats
  // With several repeats the reference does not say which: then the form's own tab names the record at least.
  if (rowPosition(row) > 0 && repeat && repeats.length === 1) return repeat.title
  return own.find((one) => one.repeat === null)?.title ?? form
}
