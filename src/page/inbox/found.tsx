import type { Catalogue, Form } from '../../form/definition/index.ts'
import { allowedTransitions, findForm, stateOf } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import type { StoredRecord } from '../../record/index.ts'
import { formatMoment } from '../format.ts'
import { moveLabel } from '../moves.tsx'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'
import { addressOf, pageSize, type Question } from './question.ts'

type Props = {
  readonly question: Question
  readonly catalogue: Catalogue
  /** The form that is asked for, if one is. */
  readonly form: Form | null
  readonly records: readonly StoredRecord[]
  readonly more: boolean
  readonly locale: Locale
}

/** The records found; those of one form in one state can be chosen, and moved on together. */
export function Found({ question, catalogue, form, records, more, locale }: Props) {
  if (records.length === 0) return <p>{word(locale, 'inboxNone')}</p>
  const moves =
    form === null || question.status === '' ? [] : allowedTransitions(form, question.status, 'coordinator')
  const labels = (['inboxRecord', 'inboxStatus', 'inboxChanged'] as const).map((key) => word(locale, key))
  return (
    <form method="post" action={addressOf(question)} data-keys>
      <p class="hint" data-keys-hint hidden>
        {word(locale, 'inboxKeys')}
      </p>
      <StackTable labels={labels}>
        {records.map((record) => (
          <StackRow
            head={<Named record={record} catalogue={catalogue} chosen={moves.length > 0} locale={locale} />}
          >
            <StackCell label={word(locale, 'inboxStatus')}>
              <span class="tag">{stateLabel(catalogue, record, locale)}</span>
            </StackCell>
            <StackCell label={word(locale, 'inboxChanged')}>
              {formatMoment(record.updatedAt, locale)}
            </StackCell>
          </StackRow>
        ))}
      </StackTable>
      {more ? (
        <p class="links">
          <a href={addressOf({ ...question, from: question.from + pageSize })}>{word(locale, 'inboxNext')}</a>
        </p>
      ) : null}
      {form === null || moves.length === 0 ? (
        <p class="hint">{word(locale, 'inboxMoveFirst')}</p>
      ) : (
        <>
          <h2>{word(locale, 'inboxMove')}</h2>
          <p class="hint">{word(locale, 'inboxMoveWhy')}</p>
          <label for="page-note">{word(locale, 'moveNote')}</label>
          <input type="text" id="page-note" name="note" maxlength={2000} autocomplete="off" />
          <div class="actions">
            {moves.map((move) => (
              <button type="submit" name="to" value={move.to} class="second">
                {moveLabel(form, move, locale)}
              </button>
            ))}
          </div>
        </>
      )}
    </form>
  )
}

type NamedProps = Pick<Props, 'catalogue' | 'locale'> & {
  readonly record: StoredRecord
  /** Whether it can be chosen. */
  readonly chosen: boolean
}

function Named({ record, catalogue, chosen, locale }: NamedProps) {
  const { reference, answers, form } = record
  const title = String(answers[findForm(catalogue, form)?.titleField ?? ''] ?? '')
  const link = <a href={`/coordination/fiches/${reference}`}>{title === '' ? reference : title}</a>
  if (!chosen)
    return (
      <>
        {title === '' ? (
          link
        ) : (
          <>
            {reference} {link}
          </>
        )}
      </>
    )
  return (
    <>
      <label class="pick">
        <input
          type="checkbox"
          name="fiche"
          value={reference}
          aria-label={word(locale, 'inboxChoose', { reference })}
        />
        {reference}
      </label>
      {link}
    </>
  )
}

function stateLabel(catalogue: Catalogue, { form: id, status }: StoredRecord, locale: Locale): string {
  const form = findForm(catalogue, id)
  return form ? stateOf(form, status).label[locale] : status
}
