import type { Context } from '../context.ts'
import type { Locale } from '../form/text.ts'
import type { StoredRecord } from '../record/index.ts'
import { filesOf, type StoredFile } from '../store/files.ts'
import { type Sending, sendingsAbout } from '../store/sendings.ts'
import { formatMoment } from './format.ts'
import { FileLinks } from './minutes/files.tsx'
import { StackCell, StackRow, StackTable } from './stack-table.tsx'
import { deliveryPath, hookPath } from './webhook/address.ts'
import { word } from './words.ts'

/** The most deliveries that are shown of a record. */
const mostSendings = 50

/** What the coordination has of a record beside its answers. */
export type Aside = { readonly files: readonly StoredFile[]; readonly sendings: readonly Sending[] }

/** Its files, and the latest of what was told about it: two queries. */
export async function loadAside({ db }: Context, record: StoredRecord): Promise<Aside> {
  const [files, sendings] = await Promise.all([
    filesOf(db, record.id),
    sendingsAbout(db, record.id, mostSendings),
  ])
  return { files, sendings }
}

type Props = { readonly aside: Aside; readonly record: StoredRecord; readonly locale: Locale }

/** The files of a record, and whom it was told to. */
export function RecordAside({ aside: { files, sendings }, record, locale }: Props) {
  return (
    <>
      {files.length === 0 ? null : (
        <>
          <h2>{word(locale, 'recordFiles')}</h2>
          <FileLinks record={record} files={files} locale={locale} />
        </>
      )}
      <RecordSendings sendings={sendings} locale={locale} />
    </>
  )
}

/** Each delivery of its events, unfolded where a person has something to do. */
function RecordSendings({ sendings, locale }: { sendings: readonly Sending[]; locale: Locale }) {
  if (sendings.length === 0) return null
  const name = word(locale, 'hookName')
  const state = word(locale, 'deliveryState')
  const isStuck = sendings.some(({ state: is }) => is === 'held' || is === 'failed')
  return (
    <details open={isStuck}>
      <summary>
        {word(locale, 'recordSendings')} ({sendings.length})
      </summary>
      <p class="hint">{word(locale, 'recordSendingsWhy', { n: mostSendings })}</p>
      <StackTable labels={[word(locale, 'deliveryEvent'), name, state]}>
        {sendings.map((sending) => (
          <StackRow
            head={
              <>
                <a href={deliveryPath(sending.endpoint, sending.event)}>
                  <code>{sending.type}</code>
                </a>
                <span class="when">{formatMoment(sending.lastAt ?? sending.at, locale)}</span>
              </>
            }
          >
            <StackCell label={name}>
              <a href={hookPath(sending.endpoint)}>
                {sending.description || word(locale, `hookFormat.${sending.format}`)}
              </a>
            </StackCell>
            <StackCell label={state}>
              <span class="tag">{word(locale, `delivery.${sending.state}`)}</span>
            </StackCell>
          </StackRow>
        ))}
      </StackTable>
    </details>
  )
}
