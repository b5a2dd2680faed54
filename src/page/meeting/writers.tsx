import type { Form } from '../../form/definition/index.ts'
import { stateOf } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import type { Attendee, StoredRecord, Writer } from '../../record/index.ts'
import type { StoredLink } from '../../store/links.ts'
import { CopyButton } from '../copy-button.tsx'
import { type Entries, entriesOf, entryOf } from '../entries.ts'
import { formatMoment } from '../format.ts'
import { LinkActions } from '../link-actions.tsx'
import { QrCode } from '../qr.tsx'
import { word } from '../words.ts'

export type ShownLink = { readonly link: StoredLink; readonly address: string }

type Props = {
  readonly form: Form
  /** Null while nobody is designated. */
  readonly minutes: StoredRecord | null
  readonly present: readonly Attendee[]
  readonly links: readonly ShownLink[]
  /** What was sent and refused, to be shown again. */
  readonly entries: Entries
  readonly locale: Locale
}

/** How many people can be typed in who are not on the list. */
const others = [0, 1] as const

/** Who writes the minutes: to designate, and once designated the link of each. */
export function WritersPart({ form, minutes, present, links, entries, locale }: Props) {
  const isOpen = minutes === null || minutes.status === form.workflow.initial
  return (
    <section aria-labelledby="page-redaction">
      <h2 id="page-redaction">{word(locale, 'writers')}</h2>
      {minutes === null ? (
        <p>{word(locale, 'minutesMissing')}</p>
      ) : (
        <p>
          <a href={`/coordination/comptes-rendus/${minutes.reference}`}>{word(locale, 'minutesOpen')}</a>{' '}
          <span class="tag">{stateOf(form, minutes.status).label[locale]}</span>
        </p>
      )}
      {links.map((shown) => (
        <PersonalLink shown={shown} locale={locale} />
      ))}
      {isOpen ? <Designation present={present} links={links} entries={entries} locale={locale} /> : null}
    </section>
  )
}

function PersonalLink({ shown: { link, address }, locale }: { shown: ShownLink; locale: Locale }) {
  const name = link.holder
  const id = `page-lien-${link.id}`
  return (
    <section class="keep" aria-labelledby={`${id}-titre`}>
      <h3 id={`${id}-titre`}>{word(locale, 'linkOf', { name })}</h3>
      <p id={`${id}-aide`}>{word(locale, 'linkWhy', { date: formatMoment(link.expiresAt, locale) })}</p>
      <input
        type="text"
        readonly
        value={address}
        id={id}
        aria-labelledby={`${id}-titre`}
        aria-describedby={`${id}-aide`}
      />
      <details>
        <summary>{word(locale, 'showCode')}</summary>
        <QrCode text={address} label={word(locale, 'linkCode', { name })} />
      </details>
      <div class="actions">
        <CopyButton of={id} locale={locale} />
      </div>
      <LinkActions address="" fields={{ link: link.id }} renew="replace" revoke="revoke" locale={locale} />
    </section>
  )
}

type DesignationProps = Pick<Props, 'present' | 'links' | 'entries' | 'locale'>

function Designation({ present, links, entries, locale }: DesignationProps) {
  const sent = entries.length > 0
  const chosen = new Set(entriesOf(entries, 'present'))
  const isChosen = ({ reference, name }: Attendee) =>
    sent ? chosen.has(reference) : links.some(({ link }) => link.holder === name)
  const typed = (name: string) => entryOf(entries, name)
  const elsewhere = sent ? [] : links.filter(({ link }) => !present.some(({ name }) => name === link.holder))
  return (
    <form method="post">
      <p>{word(locale, 'writersAsk')}</p>
      {present.length === 0 ? null : (
        <fieldset class="field">
          <legend>{word(locale, 'writersPresent')}</legend>
          {present.map((one) => (
            <label class="pick">
              <input type="checkbox" name="present" value={one.reference} checked={isChosen(one)} />
              <span>{one.name}</span>
            </label>
          ))}
        </fieldset>
      )}
      {others.map((index) => (
        <fieldset class="row">
          <legend>{word(locale, 'writersOther')}</legend>
          <label for={`page-nom-${index}`}>{word(locale, 'writerName')}</label>
          <input
            type="text"
            id={`page-nom-${index}`}
            name={`name.${index}`}
            value={typed(`name.${index}`) || (elsewhere[index]?.link.holder ?? '')}
            maxlength={100}
            autocomplete="off"
          />
          <label for={`page-organisation-${index}`}>{word(locale, 'writerOrganisation')}</label>
          <input
            type="text"
            id={`page-organisation-${index}`}
            name={`organisation.${index}`}
            value={typed(`organisation.${index}`)}
            maxlength={150}
            autocomplete="off"
          />
        </fieldset>
      ))}
      <p class="actions">
        <button type="submit" name="action" value="designate">
          {word(locale, 'designate')}
        </button>
      </p>
    </form>
  )
}

/** Those whom the form designates: ticked on the list, or typed in. */
export function writersFrom(entries: Entries, present: readonly Attendee[]): readonly Writer[] {
  const chosen = new Set(entriesOf(entries, 'present'))
  const typed = (name: string) => entryOf(entries, name).trim()
  const listed = present
    .filter(({ reference }) => chosen.has(reference))
    .map(({ name, organisation }) => ({ name, organisation }))
  const further = others
    .map((index) => ({ name: typed(`name.${index}`), organisation: typed(`organisation.${index}`) }))
    .filter(({ name }) => name !== '')
  return [...listed, ...further]
}
