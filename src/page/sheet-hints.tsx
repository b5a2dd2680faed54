import type { Locale } from '../form/text.ts'
import { word } from './words.ts'

/** How to make the spreadsheet tell of its edits at once: what its script needs. */
export function HintSettings({ url, secret, locale }: { url: string; secret: string; locale: Locale }) {
  return (
    <>
      <h2>{word(locale, 'faster')}</h2>
      <p>
        {word(locale, 'fasterWhy')} <code>docs/apps-script/LISEZ-MOI.md</code>
      </p>
      <details class="many">
        <summary>{word(locale, 'scriptSettings')}</summary>
        <dl class="answers">
          <div>
            <dt>{word(locale, 'scriptAddress')}</dt>
            <dd>
              <code>{url}</code>
            </dd>
          </div>
          <div>
            <dt>{word(locale, 'scriptSecret')}</dt>
            <dd>
              <code>{secret}</code>
            </dd>
          </div>
        </dl>
        <p>{word(locale, 'scriptSecretWhy')}</p>
      </details>
    </>
  )
}
