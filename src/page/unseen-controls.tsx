import type { Locale } from '../form/text.ts'
import { openingName, proofName, trapName } from '../spam/doubt.ts'
import { word } from './words.ts'

type Props = {
  readonly opening: string
  /** Whether a proof of work is asked for. */
  readonly asked: boolean
  readonly locale: Locale
}

/**
 * Controls that people neither see nor reach, nor hear read out: one that only a program fills in, and when the form was
 * opened. That one is a text, since the script puts texts of a draft back: so a draft keeps the time it was begun.
 */
export function UnseenControls({ opening, asked, locale }: Props) {
  return (
    <>
      {asked ? <Work locale={locale} /> : null}
      <div class="hidden" aria-hidden="true">
        <label for="page-site">{word(locale, 'leaveEmpty')}</label>
        <input type="text" id="page-site" name={trapName} value="" tabindex={-1} autocomplete="off" />
        <input
          type="text"
          name={openingName}
          value={opening}
          tabindex={-1}
          autocomplete="off"
          readonly
          aria-label={word(locale, 'leaveEmpty')}
        />
      </div>
    </>
  )
}

/** Where the script puts the proof of work; without scripts, what happens instead. */
function Work({ locale }: { locale: Locale }) {
  return (
    <>
      <input type="hidden" name={proofName} value="" autocomplete="off" />
      <noscript>
        <p class="notice">{word(locale, 'withoutProof')}</p>
      </noscript>
    </>
  )
}
