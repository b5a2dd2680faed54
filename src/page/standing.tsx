import type { Child } from 'hono/jsx'
import type { Locale } from '../form/text.ts'
import type { StoredRecord } from '../record/index.ts'
import { Facts } from './facts.tsx'
import { formatMoment } from './format.ts'
import type { Opened } from './route/opened.ts'
import { word } from './words.ts'

/** Where the record stands: its status and dates. */
export function Standing({ opened: { form, record, receipt }, locale }: { opened: Opened; locale: Locale }) {
  const status = form.workflow.states.find(({ code }) => code === record.status)
  const lines: readonly (readonly [string, Child])[] = [
    [word(locale, 'status'), <span class="tag">{status?.label[locale] ?? record.status}</span>],
    [word(locale, 'receivedAt'), formatMoment(record.createdAt, locale)],
    ...(record.revision === 1
      ? []
      : [[word(locale, 'changedAt'), formatMoment(record.updatedAt, locale)] as const]),
    ...(receipt === null
      ? []
      : [[word(locale, 'reference'), <Receipt {...{ record, receipt, locale }} />] as const]),
  ]
  return <Facts lines={lines} />
}

type ReceiptProps = { readonly record: StoredRecord; readonly receipt: string; readonly locale: Locale }

function Receipt({ record, receipt, locale }: ReceiptProps) {
  return (
    <>
      {record.reference}, <a href={receipt}>{word(locale, 'keepLinkShort')}</a>
    </>
  )
}
