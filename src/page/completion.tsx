import type { Context as HonoContext } from 'hono'
import { keyName } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import type { StoredRecord } from '../record/record.ts'
import { CopyButton } from './copy-button.tsx'
import type { Opened } from './route/opened.ts'
import { word } from './words.ts'

type C = HonoContext<AppEnv>

/** The whole address by which a record is corrected, to be kept or sent. */
export function editAddress(c: C, { reference }: StoredRecord, key: string): string {
  const address = new URL(`/fiches/${reference}`, c.req.url)
  address.searchParams.set(keyName, key)
  return address.href
}

type Props = {
  readonly c: C
  readonly opened: Opened
  /** What the coordination asks for. */
  readonly note: string
  /** The address to send; null for whoever it was sent to. */
  readonly link: string | null
}

/** What a record still needs: read by the organisation, and sent to it by a coordinator. */
export function Completion({ c, opened, note, link }: Props) {
  const { locale } = c.var
  const { form, record } = opened
  if (form.census?.incomplete.from !== record.status) return null
  return (
    <section class="notice" aria-labelledby="page-completer">
      <h2 id="page-completer">{word(locale, 'completeAsked')}</h2>
      {note === '' ? null : <p class="cell">{note}</p>}
      {link === null ? null : (
        <>
          <label for="page-lien">{word(locale, 'completeLink')}</label>
          <input type="text" readonly id="page-lien" value={link} aria-describedby="page-lien-aide" />
          <p class="hint" id="page-lien-aide">
            {word(locale, 'completeWhy')}
          </p>
          <div class="actions">
            <CopyButton of="page-lien" locale={locale} />
            <a href={mailTo(c, opened, note, link)}>{word(locale, 'completeMail')}</a>
          </div>
        </>
      )}
    </section>
  )
}

/** A message to the address that the record gives, ready to be sent from the coordinator's own mail program. */
function mailTo(c: C, { form, record }: Opened, note: string, link: string): string {
  const field = form.fields.find(({ type, format }) => type === 'text' && format === 'email')
  const address = encodeURIComponent(String(record.answers[field?.name ?? ''] ?? ''))
  const subject = word(c.var.locale, 'completeSubject', { reference: record.reference })
  const body = note === '' ? link : `${note}\n\n${link}`
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
