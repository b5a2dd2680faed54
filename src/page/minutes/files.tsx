import type { Locale } from '../../form/text.ts'
import type { StoredRecord } from '../../record/index.ts'
import type { StoredFile } from '../../store/files.ts'
import { formatMoment, formatNumber } from '../format.ts'
import { word } from '../words.ts'

type PartProps = {
  /** Whether there is a place to keep files. */
  readonly isOn: boolean
  readonly action: string
  readonly version: number
  readonly locale: Locale
}

/** Where the coordinator hands in the document as they laid it out. */
export function FilePart({ isOn, action, version, locale }: PartProps) {
  return (
    <section aria-labelledby="page-fichiers">
      <h2 id="page-fichiers">{word(locale, 'files')}</h2>
      {isOn ? (
        <form method="post" action={action} enctype="multipart/form-data">
          <label for="page-fichier">{word(locale, 'fileAsk', { n: version })}</label>
          <input type="file" id="page-fichier" name="file" accept=".pdf,.docx" />
          <button type="submit" class="second">
            {word(locale, 'fileSend')}
          </button>
        </form>
      ) : (
        <p>{word(locale, 'filesOff')}</p>
      )}
    </section>
  )
}

type LinksProps = {
  readonly record: Pick<StoredRecord, 'reference'>
  readonly files: readonly StoredFile[]
  readonly locale: Locale
}

/** Every file that was handed in, the newest first, for coordinators. */
export function FileLinks({ record, files, locale }: LinksProps) {
  if (files.length === 0) return null
  return (
    <ul>
      {files.map((file) => (
        <li>
          <a href={`/coordination${fileAddress(record, file)}`}>{file.name}</a>,{' '}
          {formatMoment(file.at, locale)}
        </li>
      ))}
    </ul>
  )
}

/** Where a file is fetched. */
export const fileAddress = ({ reference }: Pick<StoredRecord, 'reference'>, { id }: StoredFile): string =>
  `/comptes-rendus/${reference}/fichiers/${id}`

/** "Document de référence (PDF, 1,2 Mo)". */
export function fileLabel({ name, size }: StoredFile, locale: Locale): string {
  const kilobytes = Math.max(1, Math.round(size / 1000))
  const unit = locale === 'fr' ? ['ko', 'Mo'] : ['kB', 'MB']
  const shown =
    kilobytes < 1000
      ? `${kilobytes}\u00a0${unit[0]}`
      : `${formatNumber(Math.round(kilobytes / 100) / 10, locale)}\u00a0${unit[1]}`
  const type = (name.split('.').at(-1) ?? '').toUpperCase()
  return word(locale, 'referenceDocument', { type, size: shown })
}
