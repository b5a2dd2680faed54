import type { Locale } from '../form/text.ts'
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
  'sheet.withdrawn',
  'sheet.restored',
  'sheet.braked',
] as const

/** The most that are shown. */
export const mostSheetEvents = 50

type Props = {
  readonly events: readonly StoredEvent[]
  /** Tab key → what the tab was called when it was made. */
  readonly titles: ReadonlyMap<string, string>
  readonly locale: Locale
}

/** The latest of them: of an edit both values side by side, of a row or a tab where it is. */
export function SheetEvents({ events, titles, locale }: Props) {
  if (events.length === 0) return <p>{word(locale, 'noSheetEvent')}</p>
  const labels = (['eventDate', 'sheetRow', 'sheetColumn', 'inSheet', 'inRecord', 'why'] as const).map(
    (key) => word(locale, key),
  )
  return (
    <>
      <p class="hint">{word(locale, 'sheetEventsWhy', { n: mostSheetEvents })}</p>
      <StackTable labels={labels}>
        {events.map((event) => (
          <StackRow head={<Heading event={event} locale={locale} />}>
            <EventCells detail={detailOf(event)} titles={titles} locale={locale} />
          </StackRow>
        ))}
      </StackTable>
    </>
  )
}

function Heading({ event, locale }: { event: StoredEvent; locale: Locale }) {
  const type = sheetEventTypes.find((known) => known === event.type)
  return (
    <>
      <span class="tag">{type ? word(locale, type) : event.type}</span>
      <span class="when">{formatMoment(event.at, locale)}</span>
    </>
  )
}

/** What an event keeps of what happened; all of it is gone once the record is erased. */
type Detail = Partial<Record<'row' | 'tab' | 'column' | 'sheet' | 'record' | 'reason', string>>

const detailOf = ({ detail }: StoredEvent): Detail => JSON.parse(detail) as Detail

type CellsProps = { readonly detail: Detail } & Omit<Props, 'events'>

function EventCells({ detail, titles, locale }: CellsProps) {
  const { row, tab, column, sheet, record, reason } = detail
  const why = reason === undefined ? null : <InFrench text={reason} locale={locale} />
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
        <StackCell
          label={word(locale, 'sheetTab')}
          span={3 + (place === null ? 1 : 0) + (why === null ? 1 : 0)}
        >
          {tab === undefined ? word(locale, 'empty') : (titles.get(tab) ?? tab)}
        </StackCell>
        {why === null ? null : <StackCell label={word(locale, 'why')}>{why}</StackCell>}
      </>
    )
  }
  return (
    <>
      {place}
      <StackCell label={word(locale, 'sheetColumn')}>{column}</StackCell>
      <StackCell label={word(locale, 'inSheet')}>
        <Value text={sheet ?? ''} locale={locale} />
      </StackCell>
      <StackCell label={word(locale, 'inRecord')}>
        <Value text={record ?? ''} locale={locale} />
      </StackCell>
      <StackCell label={word(locale, 'why')}>{why}</StackCell>
    </>
  )
}

/** Above so many characters a value is unfolded on demand: it may be needed whole, and fifty of them are a book. */
const longValue = 300

function Value({ text, locale }: { text: string; locale: Locale }) {
  if (text === '') return <span class="quiet">{word(locale, 'empty')}</span>
  if (text.length <= longValue) return <span class="cell">{text}</span>
  return (
    <details>
      <summary>{text.slice(0, longValue)}…</summary>
      <span class="cell">{text}</span>
    </details>
  )
}
