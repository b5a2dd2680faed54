import type { Locale } from '../../form/text.ts'
import { periodOf } from '../../privacy/index.ts'
import type { Settings } from '../../record/settings.ts'
import type { Found } from '../../store/retention.ts'
import { formatMoment } from '../format.ts'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'

type Props = { readonly found: readonly Found[]; readonly settings: Settings; readonly locale: Locale }

/** By purpose of each form: how long its data are kept, how many records are due, and the first of them. */
export function DuePurposes({ found, settings, locale }: Props) {
  const labels = (['retentionWhat', 'retentionPeriod', 'retentionDue'] as const).map((key) =>
    word(locale, key),
  )
  return (
    <StackTable labels={labels}>
      {found.map(({ sought: { form, purpose }, records, count }) => (
        <StackRow head={`${form.title[locale]} – ${purpose.title[locale]}`}>
          <StackCell label={word(locale, 'retentionPeriod')}>
            {periodOf(form, purpose, settings, locale)}
          </StackCell>
          <StackCell label={word(locale, 'retentionDue')}>
            <strong>{count}</strong>{' '}
            {records.map(({ record: { reference }, failedAt }) => (
              <>
                <a href={`/coordination/fiches/${reference}`}>{reference}</a>{' '}
                {failedAt === null ? null : (
                  <span class="when">
                    {word(locale, 'retentionFailed', { when: formatMoment(failedAt, locale) })}{' '}
                  </span>
                )}
              </>
            ))}
            {count > records.length ? '…' : null}
          </StackCell>
        </StackRow>
      ))}
    </StackTable>
  )
}
