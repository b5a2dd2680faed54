import type { Locale } from '../form/text.ts'
import type { Side } from '../sheet/index.ts'
import type { StoredEvent } from '../store/events.ts'
import { formatMoment } from './format.ts'
import { InFrench } from './in-french.tsx'
import { RecordLink } from './sheet-aside.tsx'
import { StackCell, StackRow, StackTable } from './stack-table.tsx'
import { word } from './words.ts'

/** What is told of the coordinator's work in the sheet beyond what it changed in the records. */
const sheetEventTypes = [
  'sheet.refused',
  'sheet.conflict',
  'sheet.settled',
  'sheet.withdrawn',
  'sheet.restored',
  'sheet.braked',
] as const

/** The most that are shown. */
export const mostSheetEvents = 50

type Props = {
  readonly events: readonly StoredEvent[]
  /** Of those that were decided, by their ids, whose value was kept. */
  readonly decisions: ReadonlyMap<string, Side>
  /** Tab key → what the tab was called when it was made. */
  readonly titles: ReadonlyMap<string, string>
  readonly locale: Locale
}

/** The latest of them: of an edit both values side by side, of a row or a tab where it is. */
export function SheetEvents({ events, decisions, titles, locale }: Props) {
  if (events.length === 0) return <p>{word(locale, 'noSheetEvent')}</p>
  const labels = (['eventDate', 'sheetRow', 'sheetColumn', 'inSheet', 'inRecord', 'why'] as const).map(
    (key) => word(locale, key),
  )
  return (
    <>
      <p class="hint">{word(locale, 'sheetEventsWhy', { n: mostSheetEvents })}</p>
      <StackTable labels={labels}>
        {events.map((event) => (
          <StackRow head={<Heading event={event} decided={decisions.get(event.id)} locale={locale} />}>
            <EventCells detail={detailOf(event)} titles={titles} locale={locale} />
          </StackRow>
        ))}
      </StackTable>
    </>
  )
}

type HeadingProps = {
  readonly event: StoredEvent
  readonly decided: Side | undefined
  readonly locale: Locale
}

function Heading({ event, decided, locale }: HeadingProps) {
  const type = sheetEventTypes.find((known) => known === event.type)
  return (
    <>
      <span class="tag">{type ? word(locale, type) : event.type}</span>
      <span class="when">{formatMoment(event.at, locale)}</span>
      {decided === undefined ? null : (
        <span class="when">{word(locale, decided === 'sheet' ? 'decidedSheet' : 'decidedRecord')}</span>
      )}
    </>
  )
}

/** What an event keeps of what happened; all of it is gone once the record is erased. */
type Detail = Partial<Record<'row' | 'tab' | 'column' | 'sheet' | 'record' | 'reason', string>> & {
  readonly kept?: Side
}

const detailOf = ({ detail }: StoredEvent): Detail => JSON.parse(detail) as Detail

type CellsProps = { readonly detail: Detail } & Omit<Props, 'events' | 'decisions'>

function EventCells({ detail, titles, locale }: CellsProps) {
  const { row, tab, column, sheet, record, kept } = detail
  const why = <Why detail={detail} locale={locale} />
  const isTold = detail.reason !== undefined || kept !== undefined
  const place =
    row === undefined ? null : (
      <StackCell label={word(locale, 'sheetRow')}>
        <RecordLink row={row} />
      </StackCell>
    )
  // What is of no cell leaves no cell empty: a phone would show its label above nothing.
  if (column === undefined) {
    return (
      <>
        {place}
        <StackCell label={word(locale, 'sheetTab')} span={3 + (place === null ? 1 : 0) + (isTold ? 0 : 1)}>
          {tab === undefined ? word(locale, 'empty') : (titles.get(tab) ?? tab)}
        </StackCell>
        {!isTold ? null : <StackCell label={word(locale, 'why')}>{why}</StackCell>}
      </>
    )
  }
  return (
    <>
      {place}
      <StackCell label={word(locale, 'sheetColumn')}>{column}</StackCell>
      <StackCell label={word(locale, 'inSheet')}>
        <CellText text={sheet ?? ''} locale={locale} />
      </StackCell>
      <StackCell label={word(locale, 'inRecord')}>
        <CellText text={record ?? ''} locale={locale} />
      </StackCell>
      <StackCell label={word(locale, 'why')}>{why}</StackCell>
    </>
  )
}

/** Why an edit was refused, or what was decided about it. */
function Why({ detail: { reason, kept }, locale }: { detail: Detail; locale: Locale }) {
  if (kept !== undefined) return word(locale, kept === 'sheet' ? 'decidedSheet' : 'decidedRecord')
  return reason === undefined ? null : <InFrench text={reason} locale={locale} />
}

/** Above so many characters a value is unfolded on demand: it may be needed whole, and fifty of them are a book. */
const longValue = 300

/** What a cell showed, whole if need be. */
export function CellText({ text, locale }: { text: string; locale: Locale }) {
  if (text === '') return <span class="quiet">{word(locale, 'empty')}</span>
  if (text.length <= longValue) return <span class="cell">{text}</span>
  return (
    <details>
      <summary>{text.slice(0, longValue)}…</summary>
      <span class="cell">{text}</span>
    </details>
  )
}
