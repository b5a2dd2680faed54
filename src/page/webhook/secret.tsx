import type { Locale } from '../../form/text.ts'
import type { StoredEndpoint } from '../../webhook/index.ts'
import { CopyButton } from '../copy-button.tsx'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'
import { hookPath, nameOf } from './address.ts'

type Props = {
  readonly endpoint: StoredEndpoint
  readonly secret: string
  readonly locale: Locale
}

/** A signing secret, this once, and until when the one before it signs too. */
export function SecretShown({ endpoint, secret, locale }: Props) {
  const until = Math.max(0, ...endpoint.secrets.map((one) => one.until ?? 0))
  return (
    <>
      <h1>{word(locale, until === 0 ? 'secretMade' : 'secretRotated')}</h1>
      <section class="keep" aria-labelledby="page-secret-titre">
        <h2 id="page-secret-titre">{word(locale, 'secret')}</h2>
        <p id="page-secret-aide">{word(locale, 'secretWhy')}</p>
        <input
          type="text"
          readonly
          id="page-secret"
          value={secret}
          autocomplete="off"
          aria-labelledby="page-secret-titre"
          aria-describedby="page-secret-aide"
        />
        <div class="actions">
          <CopyButton of="page-secret" what="secret" locale={locale} />
        </div>
      </section>
      {until === 0 ? null : <p>{word(locale, 'secretUntil', { date: formatMoment(until, locale) })}</p>}
      <p class="actions">
        <a class="button" href={hookPath(endpoint.id)}>
          {word(locale, 'secretOn')}
        </a>
        <span class="hint">{nameOf(endpoint)}</span>
      </p>
    </>
  )
}
