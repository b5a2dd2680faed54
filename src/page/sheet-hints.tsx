import type { Locale } from '../form/text.ts'
import { Facts } from './facts.tsx'
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
        <Facts
          lines={[
            [word(locale, 'scriptAddress'), <code>{url}</code>],
            [word(locale, 'scriptSecret'), <code>{secret}</code>],
          ]}
        />
        <p>{word(locale, 'scriptSecretWhy')}</p>
      </details>
    </>
  )
}
