import type { Locale } from '../form/text.ts'
import type { Side } from '../sheet/index.ts'
import { ConfirmBox } from './confirm.tsx'
import { formatMoment, formatNumber } from './format.ts'
import { InFrench } from './in-french.tsx'
import type { OpenEdit } from './open-edits.ts'
import { RecordLink } from './sheet-aside.tsx'
import { CellText } from './sheet-events.tsx'
import { sheetPath } from './sheet-health.tsx'
import { StackCell, StackRow, StackTable } from './stack-table.tsx'
import { word } from './words.ts'

/** Why a decision was refused, by the id of the event it was about; French. */
export type Refusals = ReadonlyMap<string, string>

type Props = {
  readonly edits: readonly OpenEdit[]
  /** How many there are, those that are not listed included. */
  readonly count: number
  readonly refusals: Refusals
  readonly locale: Locale
}

/** Each edit that waits for a decision, both values side by side, to be decided by one click. */
export function SheetDecisions({ edits, count, refusals, locale }: Props) {
  const labels = (['sheetRow', 'inSheet', 'inRecord', 'why', 'decision'] as const).map((key) =>
    word(locale, key),
  )
  return (
    <>
      <h2 id="page-decisions">
        {word(locale, 'decisions')} ({formatNumber(count, locale)})
      </h2>
      {edits.length === 0 ? (
        <p>{word(locale, 'decisionsNone')}</p>
      ) : (
        <>
          <p class="hint">{word(locale, 'decisionsWhy')}</p>
          <StackTable labels={labels}>
            {edits.map((edit) => (
              <StackRow head={<Heading edit={edit} locale={locale} />}>
                <EditCells edit={edit} refusal={refusals.get(edit.event.id)} locale={locale} />
              </StackRow>
            ))}
          </StackTable>
          {edits.length < 2 ? null : <LeaveAll edits={edits} locale={locale} />}
        </>
      )}
      {count > edits.length ? (
        <p>{word(locale, 'decisionsMore', { n: formatNumber(count - edits.length, locale) })}</p>
      ) : null}
    </>
  )
}

/** To put all of them away at once: of a sheet much worked in they may be many. */
function LeaveAll({ edits, locale }: Pick<Props, 'edits' | 'locale'>) {
  return (
    <details class="many">
      <summary>{word(locale, 'decisionsLeave')}…</summary>
      <form method="post" action={`${sheetPath}#page-decisions`} class="notice">
        <p>{word(locale, 'decisionsLeaveWhy')}</p>
        {edits.map(({ event }) => (
          <input type="hidden" name="event" value={event.id} autocomplete="off" />
        ))}
        <ConfirmBox locale={locale} />
        <div class="actions">
          <button type="submit" name="action" value="leave">
            {word(locale, 'decisionsLeave')}
          </button>
        </div>
      </form>
    </details>
  )
}

/** Says, above everything, that a decision was refused, and leads to its line. */
export function DecisionRefused({ edits, refusals, locale }: Pick<Props, 'edits' | 'refusals' | 'locale'>) {
  const refused = edits.filter(({ event }) => refusals.has(event.id))
  if (refused.length === 0) return null
  return (
    <div class="summary" role="alert">
      {refused.map((edit) => (
        <p class="links">
          <a href={`#${decisionId(edit)}`}>{word(locale, 'decisionRefused', { row: edit.told.row })}</a>
        </p>
      ))}
    </div>
  )
}

/** Where the line of an edit is on the page. */
const decisionId = ({ event }: OpenEdit): string => `page-decision-${event.seq}`

function Heading({ edit, locale }: { edit: OpenEdit; locale: Locale }) {
  const { event, told, stands } = edit
  return (
    <>
      <span id={decisionId(edit)} tabindex={-1}>
        <RecordLink row={told.row} /> {told.column}
      </span>
      <span class="when">
        {word(locale, stands === 'record' ? 'sheet.refused' : 'sheet.conflict')},{' '}
        {formatMoment(event.at, locale)}
      </span>
    </>
  )
}

type CellsProps = {
  readonly edit: OpenEdit
  readonly refusal: string | undefined
  readonly locale: Locale
}

function EditCells({ edit, refusal, locale }: CellsProps) {
  const { told } = edit
  return (
    <>
      <StackCell label={word(locale, 'inSheet')}>
        <CellText text={told.sheet} locale={locale} />
      </StackCell>
      <StackCell label={word(locale, 'inRecord')}>
        <CellText text={told.record} locale={locale} />
        <Present edit={edit} locale={locale} />
      </StackCell>
      <StackCell label={word(locale, 'why')}>
        <InFrench text={told.reason} locale={locale} />
      </StackCell>
      <StackCell label={word(locale, 'decision')}>
        {refusal === undefined ? null : (
          <p class="error">
            <span class="hidden">{word(locale, 'errorPrefix')}</span>
            <InFrench text={refusal} locale={locale} />
          </p>
        )}
        <Choices edit={edit} locale={locale} />
      </StackCell>
    </>
  )
}

/** What the record says now, when it is neither value's turn any more. */
function Present({ edit: { present, isChanged }, locale }: { edit: OpenEdit; locale: Locale }) {
  if (!isChanged) return null
  return (
    <p class="when">
      <strong>{word(locale, present === null ? 'presentGone' : 'presentIs')}</strong>{' '}
      {present === null ? null : <CellText text={present} locale={locale} />}
    </p>
  )
}

function Choices({ edit, locale }: { edit: OpenEdit; locale: Locale }) {
  const { event, stands, isSettable, isChanged } = edit
  const lost: Side = stands === 'record' ? 'sheet' : 'record'
  const keep = isChanged ? 'keepPresent' : stands === 'record' ? 'keepRecord' : 'keepSheet'
  return (
    <form method="post" action={`${sheetPath}#page-decisions`}>
      <input type="hidden" name="action" value="decide" autocomplete="off" />
      <input type="hidden" name="event" value={event.id} autocomplete="off" />
      <button type="submit" name="kept" value={stands} class="second">
        {word(locale, keep)}
      </button>{' '}
      {isSettable ? (
        <button type="submit" name="kept" value={lost} class="second">
          {word(locale, lost === 'sheet' ? 'takeSheet' : 'takeRecord')}
        </button>
      ) : null}
    </form>
  )
}
