import type { Answers } from '../form/answers.ts'
import { stateOf } from '../form/index.ts'
import type { Locale } from '../form/text.ts'
import type { Coordination } from '../record/record.ts'
import type { StoredEvent } from '../store/events.ts'
import type { LinkScope } from '../store/links.ts'
import { differences } from './answers-summary.tsx'
import { usualLabel } from './event-words.ts'
import { flatAnswers } from './flat-answers.ts'
import { colon, formatMoment } from './format.ts'
import { StackCell, StackRow, StackTable } from './stack-table.tsx'
import type { FormView } from './view.ts'
import { word } from './words.ts'

/** The most events that are shown of a record. */
export const mostOfHistory = 100

type Props = { readonly events: readonly StoredEvent[]; readonly view: FormView }

/** What happened to a record, the latest first: when, who by which door, and what changed from what to what. */
export function History({ events, view }: Props) {
  const { locale } = view
  const labels = (['historyWhen', 'historyWho', 'historyWhat'] as const).map((key) => word(locale, key))
  return (
    <details>
      <summary>
        {word(locale, 'history')} ({events.length})
      </summary>
      <p class="hint">{word(locale, 'historyWhy', { n: mostOfHistory })}</p>
      <StackTable labels={labels}>
        {events.map((event) => (
          <StackRow head={formatMoment(event.at, locale)}>
            <StackCell label={word(locale, 'historyWho')}>
              {word(locale, `by.${event.actor.role}`)} {word(locale, `from.${event.actor.source}`)}
              {event.actor.role === 'coordinator' && event.actor.source !== 'sheet' ? (
                <span class="when">{event.actor.name}</span>
              ) : null}
            </StackCell>
            <StackCell label={word(locale, 'historyWhat')}>
              <Happened event={event} view={view} />
            </StackCell>
          </StackRow>
        ))}
      </StackTable>
    </details>
  )
}

/** What an event keeps of what it is about; nothing is left of it once the record is erased. */
type Detail = {
  readonly from?: string
  readonly to?: string
  readonly note?: string
  readonly before?: Kept
  readonly after?: Kept
  readonly column?: string
  readonly sheet?: string
  readonly reason?: string
  readonly scope?: LinkScope | 'edit'
}
type Kept = { readonly answers: Answers; readonly coordination: Coordination }

function Happened({ event, view }: { event: StoredEvent; view: FormView }) {
  const { locale, form } = view
  const { from, to, note, before, after, column, sheet, reason, scope } = JSON.parse(event.detail) as Detail
  switch (event.type) {
    case 'record.accepted':
    case 'record.confirmed':
    case 'answers.erased':
    case 'erasure.failed':
    case 'person.erased':
    case 'consent.withdrawn':
      return word(locale, `happened.${event.type}`)
    case 'link.renewed':
    case 'link.revoked':
      return scope === undefined
        ? event.type
        : word(locale, `happened.${event.type}`, { link: word(locale, `link.${scope}`) })
    case 'record.transitioned':
      return (
        <>
          {from === undefined || to === undefined
            ? event.type
            : word(locale, 'happened.record.transitioned', {
                from: stateOf(form, from).label[locale],
                to: stateOf(form, to).label[locale],
              })}
          {note ? <span class="cell">{note}</span> : null}
        </>
      )
    case 'record.revised':
      return (
        <>
          {word(locale, 'happened.record.revised')}
          {before && after ? <Changes before={before} after={after} view={view} /> : null}
        </>
      )
    default:
      return (
        <>
          <EventName type={event.type} locale={locale} />
          {column === undefined ? null : (
            <span class="cell">
              {column}
              {colon(locale)}
              {sheet}
            </span>
          )}
          {reason === undefined ? null : (
            <span class="cell" lang="fr">
              {reason}
            </span>
          )}
        </>
      )
  }
}

/** What happened in words where there are some: workflows and reminders have types of their own. */
function EventName({ type, locale }: { type: string; locale: Locale }) {
  const label = usualLabel(type)
  return label === null ? <code>{type}</code> : label[locale]
}

type ChangesProps = { readonly before: Kept; readonly after: Kept; readonly view: FormView }

/** Each answer that changed, from what to what, and what the coordination keeps beside. */
function Changes({ before, after, view }: ChangesProps) {
  const { locale, form } = view
  const answers = differences(
    flatAnswers(form, before.answers, view),
    flatAnswers(form, after.answers, view),
  ).map(({ shown, recorded, typed }) => ({
    label: shown.row === null ? shown.label : `${shown.row} – ${shown.label}`,
    from: recorded,
    to: typed,
  }))
  const beside = [
    { label: word(locale, 'historyNote'), from: before.coordination.note, to: after.coordination.note },
    {
      label: word(locale, 'historyAssignee'),
      from: before.coordination.assignee,
      to: after.coordination.assignee,
    },
  ].filter(({ from, to }) => from !== to)
  return (
    <ul>
      {[...answers, ...beside].map(({ label, from, to }) => (
        <li>
          <strong>{label}</strong>
          {colon(locale)}
          <del>{from || word(locale, 'empty')}</del> <ins>{to || word(locale, 'empty')}</ins>
        </li>
      ))}
    </ul>
  )
}
