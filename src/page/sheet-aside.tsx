import type { Locale } from '../form/text.ts'
import type { SyncState } from '../sheet/index.ts'
import { recordReference } from '../sheet/rows.ts'
import { formatMoment } from './format.ts'
import { SheetButton } from './sheet-health.tsx'
import { StackCell, StackRow, StackTable } from './stack-table.tsx'
import { word } from './words.ts'

/** A row's reference, leading to its record. */
export function RecordLink({ row }: { row: string }) {
  return <a href={`/coordination/fiches/${encodeURIComponent(recordReference(row))}`}>{row}</a>
}

type RowsProps = {
  readonly state: SyncState
  /** Tab key → what the tab was called when it was made. */
  readonly titles: ReadonlyMap<string, string>
  readonly locale: Locale
}

/** The rows that the coordinator took out, each to be put back if need be. */
export function WithdrawnRows({ state, titles, locale }: RowsProps) {
  if (state.withdrawn.length === 0) return null
  const tabLabel = word(locale, 'sheetTab')
  const since = word(locale, 'since')
  const toDo = word(locale, 'toDo')
  return (
    <>
      <h2>{word(locale, 'withdrawn')}</h2>
      <p>{word(locale, 'withdrawnWhy')}</p>
      <StackTable labels={[word(locale, 'reference'), tabLabel, since, toDo]}>
        {state.withdrawn.map(({ tab, row, at }) => (
          <StackRow head={<RecordLink row={row} />}>
            <StackCell label={tabLabel}>{titles.get(tab) ?? tab}</StackCell>
            <StackCell label={since}>{formatMoment(at, locale)}</StackCell>
            <StackCell label={toDo}>
              <SheetButton action="restore" fields={{ tab, row }} second>
                {word(locale, 'restoreRow')}
                <span class="hidden"> {row}</span>
              </SheetButton>
            </StackCell>
          </StackRow>
        ))}
      </StackTable>
    </>
  )
}

/** The records that Google refuses, with its own words. */
export function QuarantinedRecords({ state, locale }: { state: SyncState; locale: Locale }) {
  if (state.quarantined.length === 0) return null
  const why = word(locale, 'why')
  return (
    <>
      <h2>{word(locale, 'quarantined')}</h2>
      <p>{word(locale, 'quarantinedWhy')}</p>
      <StackTable labels={[word(locale, 'reference'), why]}>
        {state.quarantined.map(({ reference, reason }) => (
          <StackRow head={<RecordLink row={reference} />}>
            <StackCell label={why}>{reason}</StackCell>
          </StackRow>
        ))}
      </StackTable>
    </>
  )
}
