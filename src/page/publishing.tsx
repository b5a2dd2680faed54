import type { Child } from 'hono/jsx'
import type { Context } from '../context.ts'
import { DocumentView } from '../document/view.tsx'
import type { Form } from '../form/definition/index.ts'
import type { Locale } from '../form/text.ts'
import {
  type PlacedWarning,
  publishes,
  type StoredRecord,
  transition,
  transitionAsRead,
  warningsOf,
} from '../record/index.ts'
import { AnswersSummary } from './answers-summary.tsx'
import { type Entries, entryOf } from './entries.ts'
import { draftDocument } from './minutes/documents.ts'
import { publicAnswers } from './public-answers.ts'
import { word } from './words.ts'

/** A record about to be published: what of it may tell too much, and what everyone would read. */
type ToPublish = {
  readonly record: StoredRecord
  readonly warnings: readonly PlacedWarning[]
  readonly view: Child
}

/** The control that says at which revision a record was read before it is published. */
const seenName = (reference: string): string => `vu:${reference}`

/** What is to be read before a move publishes these records; null when nothing is, or when it was read and confirmed. */
export async function unreadBefore(
  context: Context,
  form: Form,
  records: readonly StoredRecord[],
  to: string,
  entries: Entries,
  locale: Locale,
): Promise<Unread | null> {
  const of = (name: string) => entryOf(entries, name)
  const published = records.filter((record) => publishes(form, record, to))
  const isSeen = ({ reference, revision }: StoredRecord) => of(seenName(reference)) === String(revision)
  if (published.length === 0) return null
  const warned = await Promise.all(
    published.map(async (record) => ({ record, warnings: await warningsOf(context, form, record) })),
  )
  const isWarned = warned.some(({ warnings }) => warnings.length > 0)
  if (published.every(isSeen) && (!isWarned || of('relu') === '1')) return null
  return {
    toPublish: await Promise.all(
      warned.map(async (one) => ({ ...one, view: await publicView(context, form, one.record, locale) })),
    ),
    state: !published.some(({ reference }) => of(seenName(reference)) !== '')
      ? 'first'
      : published.every(isSeen)
        ? 'unread'
        : 'changed',
  }
}

/**
 * Makes a move, what it publishes having been read: of a record that changed since, nothing is published.
 * @throws as `transition`, and problem 'revision-stale' for what changed since
 */
export const moveRead = (...[context, form, record, move]: Parameters<typeof transitionAsRead>) =>
  publishes(form, record, move.to)
    ? transitionAsRead(context, form, record, move)
    : transition(context, form, record, move)

/** `first`: it was not shown yet; `changed`: something else was; `unread`: it was, and not said to be read. */
export type Unread = {
  readonly toPublish: readonly ToPublish[]
  readonly state: 'first' | 'changed' | 'unread'
}

async function publicView(
  context: Context,
  form: Form,
  record: StoredRecord,
  locale: Locale,
): Promise<Child> {
  if (form.document !== null) return <DocumentView document={await draftDocument(context, form, record)} />
  return (
    <AnswersSummary
      form={form}
      shown={await publicAnswers(context, form, record, locale)}
      heading="h3"
      locale={locale}
    />
  )
}

type Props = Unread & {
  readonly action: string
  /** What the move's own form sent, to be sent again. */
  readonly sent: Entries
  readonly label: string
  readonly locale: Locale
}

/** What everyone will see, what in it asks for a second look, and the button that publishes it. */
export function Publishing({ toPublish, state, action, sent, label, locale }: Props) {
  const isWarned = toPublish.some(({ warnings }) => warnings.length > 0)
  return (
    <>
      {state === 'unread' ? (
        <div class="summary" role="alert">
          <p class="links">
            <a href="#page-relu">{word(locale, 'publicReadFirst')}</a>
          </p>
        </div>
      ) : null}
      <h1>{word(locale, 'publicView')}</h1>
      <p class="lead">{word(locale, state === 'changed' ? 'publicViewChanged' : 'publicViewLead')}</p>
      {toPublish.map(({ record, warnings, view }) => (
        <section>
          <h2>{record.reference}</h2>
          <Warnings warnings={warnings} locale={locale} />
          <p class="links">
            <a href={`/coordination/fiches/${record.reference}`}>{word(locale, 'publicCorrect')}</a>
          </p>
          {toPublish.length === 1 ? (
            view
          ) : (
            <details>
              <summary>{word(locale, 'publicView')}</summary>
              {view}
            </details>
          )}
        </section>
      ))}
      <form method="post" action={action}>
        {sent.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {toPublish.map(({ record: { reference, revision } }) => (
          <input type="hidden" name={seenName(reference)} value={String(revision)} />
        ))}
        {isWarned ? (
          <label class="pick">
            <input type="checkbox" id="page-relu" name="relu" value="1" />
            {word(locale, 'publicRead')}
          </label>
        ) : null}
        <div class="actions">
          <button type="submit">{label}</button>
        </div>
      </form>
    </>
  )
}

function Warnings({ warnings, locale }: { warnings: readonly PlacedWarning[]; locale: Locale }) {
  if (warnings.length === 0) return <p class="hint">{word(locale, 'publicNoWarning')}</p>
  return (
    <div class="notice">
      <h3>{word(locale, 'publicWarnings')}</h3>
      <ul>
        {warnings.map(({ kind, text, label }) => (
          <li>
            {word(locale, 'publicWarningAt', {
              kind: word(locale, `publicWarning.${kind}`),
              text,
              label: label[locale],
            })}
          </li>
        ))}
      </ul>
      <p>{word(locale, 'publicWarningsWhy')}</p>
    </div>
  )
}
