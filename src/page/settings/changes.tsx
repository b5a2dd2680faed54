import type { Catalogue, Form } from '../../form/definition/index.ts'
import type { Locale } from '../../form/text.ts'
import { settingsDetailOf } from '../../record/change-settings.ts'
import type { Settings } from '../../record/settings.ts'
import { answersOf } from '../../record/settings-form.ts'
import type { StoredEvent } from '../../store/events.ts'
import { differences } from '../answers-summary.tsx'
import { flatAnswers } from '../flat-answers.ts'
import { colon, formatMoment } from '../format.ts'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'

/** The most changes that are shown. */
export const mostChanges = 50

type Props = {
  readonly form: Form
  readonly catalogue: Catalogue
  readonly events: readonly StoredEvent[]
  readonly revision: number
  readonly locale: Locale
}

/** Every change of the settings, the latest first, each with a button that takes it back while what it changed is known. */
export function Changes({ form, catalogue, events, revision, locale }: Props) {
  if (events.length === 0) return <p>{word(locale, 'settingsNever')}</p>
  const labels = (['historyWhen', 'historyWho', 'settingsChange', 'settingsUndo'] as const).map((key) =>
    word(locale, key),
  )
  const flat = (settings: Settings) =>
    flatAnswers(form, answersOf(catalogue, settings), { lists: {}, names: new Map(), locale })
  return (
    <>
      <p class="hint">{word(locale, 'settingsMost', { n: mostChanges })}</p>
      <StackTable labels={labels}>
        {events.map((event) => {
          const detail = settingsDetailOf(event)
          const when = formatMoment(event.at, locale)
          return (
            <StackRow head={when}>
              <StackCell label={word(locale, 'historyWho')}>{event.actor.name}</StackCell>
              <StackCell label={word(locale, 'settingsChange')}>
                {detail === null ? word(locale, 'settingsErased') : null}
                {detail &&
                  differences(flat(detail.before), flat(detail.after)).map(({ shown, recorded, typed }) => (
                    <span class="cell">
                      {shown.label}
                      {colon(locale)}
                      <del>{recorded || word(locale, 'empty')}</del> →{' '}
                      <ins>{typed || word(locale, 'empty')}</ins>
                    </span>
                  ))}
              </StackCell>
              <StackCell label={word(locale, 'settingsUndo')}>
                {detail && <Undo change={event.id} revision={revision} when={when} locale={locale} />}
              </StackCell>
            </StackRow>
          )
        })}
      </StackTable>
    </>
  )
}

type UndoProps = {
  readonly change: string
  readonly revision: number
  readonly when: string
  readonly locale: Locale
}

function Undo({ change, revision, when, locale }: UndoProps) {
  return (
    <form method="post">
      <input type="hidden" name="revision" value={String(revision)} />
      <input type="hidden" name="change" value={change} />
      <button type="submit" name="action" value="undo" class="second">
        {word(locale, 'settingsUndo')}
        <span class="hidden">
          {' '}
          {word(locale, 'settingsUndoWhy')}, {when}
        </span>
      </button>
    </form>
  )
}
