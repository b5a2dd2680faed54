import type { Locale } from '../form/text.ts'
import { formatMoment } from './format.ts'
import type { Opened } from './route/opened.ts'
import { word } from './words.ts'

/** Where the record stands: its status and dates. */
export function Standing({ opened: { form, record, receipt }, locale }: { opened: Opened; locale: Locale }) {
  const status = form.workflow.states.find(({ code }) => code === record.status)
  return (
    <dl class="answers">
      <div>
        <dt>{word(locale, 'status')}</dt>
        <dd>
          <span class="tag">{status?.label[locale] ?? record.status}</span>
        </dd>
      </div>
      <div>
        <dt>{word(locale, 'receivedAt')}</dt>
        <dd>{formatMoment(record.createdAt, locale)}</dd>
      </div>
      {record.revision === 1 ? null : (
        <div>
          <dt>{word(locale, 'changedAt')}</dt>
          <dd>{formatMoment(record.updatedAt, locale)}</dd>
        </div>
      )}
      {receipt === null ? null : (
        <div>
          <dt>{word(locale, 'reference')}</dt>
          <dd>
            {record.reference}, <a href={receipt}>{word(locale, 'keepLinkShort')}</a>
          </dd>
        </div>
      )}
    </dl>
  )
}
