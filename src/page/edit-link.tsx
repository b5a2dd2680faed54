import type { Context as HonoContext } from 'hono'
import type { AppEnv } from '../context.ts'
import type { Locale } from '../form/text.ts'
import type { EditLink, StoredRecord } from '../record/index.ts'
import { editAddress } from './completion.tsx'
import { CopyButton } from './copy-button.tsx'
import { formatMoment } from './format.ts'
import { LinkActions } from './link-actions.tsx'
import { word } from './words.ts'

type Props = {
  readonly c: HonoContext<AppEnv>
  readonly record: StoredRecord
  readonly link: EditLink
}

/** The link by which a record is corrected, for a coordinator to send again, to renew or to end. */
export function EditLinkPart({ c, record, link }: Props) {
  const { locale } = c.var
  return (
    <details>
      <summary>{word(locale, 'link.edit')}</summary>
      <p id="page-correction-aide">{standing(link, locale)}</p>
      {link.state === 'live' ? (
        <>
          <input
            type="text"
            readonly
            id="page-correction"
            value={editAddress(c, record, link.key)}
            aria-label={word(locale, 'link.edit')}
            aria-describedby="page-correction-aide"
          />
          <div class="actions">
            <CopyButton of="page-correction" locale={locale} />
          </div>
        </>
      ) : null}
      <LinkActions
        address={`/coordination/fiches/${record.reference}/lien`}
        fields={{ generation: String(link.generation) }}
        renew="renew"
        revoke={link.state === 'revoked' ? null : 'revoke'}
        locale={locale}
      />
    </details>
  )
}

function standing(link: EditLink, locale: Locale): string {
  switch (link.state) {
    case 'live':
      return word(locale, 'editLinkLive', { date: formatMoment(link.until, locale) })
    case 'lost':
      return word(locale, 'editLinkLost', { date: formatMoment(link.until, locale) })
    case 'expired':
      return word(locale, 'editLinkExpired', { date: formatMoment(link.until, locale) })
    case 'revoked':
      return word(locale, 'editLinkRevoked', { date: formatMoment(link.at, locale) })
  }
}
