import type { ChoiceLists, Form } from '../form/definition/index.ts'
import { displayAnswer } from '../form/index.ts'
import type { Locale } from '../form/text.ts'
import { asPublished, isPublished } from '../record/published.ts'
import type { StoredRecord } from '../record/record.ts'
import { colon } from './format.ts'
import { Refusal } from './summary.tsx'
import { word } from './words.ts'

type Props = {
  readonly form: Form
  readonly lists: ChoiceLists
  readonly alike: readonly StoredRecord[]
  /** Whether everything may be shown, or only what everyone may see. */
  readonly coordinates: boolean
  readonly locale: Locale
}

/** What is there already, before it is sent once more; the button belongs to the form below. */
export function AlikeNotice({ form, lists, alike, coordinates, locale }: Props) {
  return (
    <Refusal title={word(locale, 'alikeTitle')}>
      <ul>
        {alike.map((record) => (
          <li>
            <Entry form={form} lists={lists} record={record} coordinates={coordinates} locale={locale} />
          </li>
        ))}
      </ul>
      <p>{word(locale, 'alikeWhat')}</p>
      <button type="submit" form="page-fiche" name="action" value="sendAnyway" class="second">
        {word(locale, 'alikeSend')}
      </button>
    </Refusal>
  )
}

type EntryProps = Omit<Props, 'alike'> & { readonly record: StoredRecord }

/** Of an entry that is not published yet nothing is told but that there is one. */
function Entry({ form, lists, record, coordinates, locale }: EntryProps) {
  const { reference } = record
  if (!coordinates && !isPublished(form, record)) return word(locale, 'alikeWaiting', { reference })
  const { answers } = coordinates ? record : asPublished(form, record)
  const title = String(answers[form.titleField] ?? reference)
  return (
    <>
      <strong>{title}</strong> ({reference})
      {(form.likeness?.shows ?? []).map((name) => {
        const field = form.fields.find((one) => one.name === name)
        const text = field ? displayAnswer(field, lists, answers[name], locale, new Map()) : ''
        return field === undefined || text === '' ? null : (
          <span class="hint block">
            {field.label[locale]}
            {colon(locale)}
            {field.format === 'url' ? <a href={text}>{text}</a> : text}
          </span>
        )
      })}
    </>
  )
}

/** What a record resembles, for the coordinator. */
export function AlikeLinks({ form, alike, locale }: Pick<Props, 'form' | 'alike' | 'locale'>) {
  return alike.length === 0 ? null : (
    <p class="notice">
      {word(locale, 'alikeTo')}{' '}
      {alike.map(({ reference, answers }, index) => (
        <>
          {index === 0 ? '' : ', '}
          <a href={`/coordination/fiches/${reference}`}>
            {reference} ({String(answers[form.titleField] ?? '')})
          </a>
        </>
      ))}
      {'. '}
      <a href="/coordination/rapprochements">{word(locale, 'reconcile')}</a>
    </p>
  )
}
