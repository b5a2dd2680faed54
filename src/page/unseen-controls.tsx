import type { Locale } from '../form/text.ts'
import { openingName, trapName } from '../spam/doubt.ts'
import { word } from './words.ts'

/**
 * Controls that people neither see nor reach, nor hear read out: one that only a program fills in, and when the form was
 * opened. That one is a text, since the script puts texts of a draft back: so a draft keeps the time it was begun.
 */
export function UnseenControls({ opening, locale }: { opening: string; locale: Locale }) {
  return (
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
  )
}
