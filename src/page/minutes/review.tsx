import type { Context as HonoContext } from 'hono'
import { keyName } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import type { Locale } from '../../form/text.ts'
import { linkKey, type StoredRecord } from '../../record/index.ts'
import type { StoredLink } from '../../store/links.ts'
import { CopyButton } from '../copy-button.tsx'
import { formatMoment } from '../format.ts'
import { LinkActions } from '../link-actions.tsx'
import { word } from '../words.ts'
import { Comments } from './comments.tsx'

/** The whole address of a review, for the coordinator to send to those who were present. */
export async function reviewAddress(
  c: HonoContext<AppEnv>,
  record: StoredRecord,
  link: StoredLink,
): Promise<string> {
  const address = new URL(`/comptes-rendus/${record.reference}/relecture`, c.req.url)
  address.searchParams.set(keyName, await linkKey(c.var.context, link))
  return address.href
}

type ReviewProps = {
  readonly record: StoredRecord
  /** The link that those present share; null once it was ended or expired. */
  readonly link: { readonly address: string; readonly expiresAt: number } | null
  /** Milliseconds since 1970, UTC; null when it is over. */
  readonly end: number | null
  readonly now: number
  readonly comments: Parameters<typeof Comments>[0]['comments']
  readonly locale: Locale
}

/** The review of minutes, as a coordinator sees it: its link, its end, what was said. */
export function Review({ record, link, end, now, comments, locale }: ReviewProps) {
  return (
    <section aria-labelledby="page-relecture">
      <h2 id="page-relecture">{word(locale, 'review')}</h2>
      {end === null ? null : (
        <div class="keep">
          <p>
            {now > end
              ? word(locale, 'reviewOver')
              : word(locale, 'reviewUntil', { date: formatMoment(end - 60_000, locale) })}
          </p>
          {link === null ? (
            <p>{word(locale, 'linkNone')}</p>
          ) : (
            <>
              <label for="page-lien">{word(locale, 'reviewLink')}</label>
              <p class="hint" id="page-lien-aide">
                {word(locale, 'reviewLinkWhy')}{' '}
                {word(locale, 'linkUntil', { date: formatMoment(link.expiresAt, locale) })}
              </p>
              <input
                type="text"
                readonly
                value={link.address}
                id="page-lien"
                aria-describedby="page-lien-aide"
              />
              <CopyButton of="page-lien" locale={locale} />
            </>
          )}
          <LinkActions
            address={`/coordination/comptes-rendus/${record.reference}/relecture`}
            fields={{}}
            renew="renew"
            revoke={link === null ? null : 'revoke'}
            locale={locale}
          />
        </div>
      )}
      <h3>{word(locale, 'comments')}</h3>
      <Comments comments={comments} locale={locale} />
    </section>
  )
}
