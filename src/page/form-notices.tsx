import type { Locale } from '../form/text.ts'
import { word } from './words.ts'

/** That there were too many requests, above a form that still has all that was typed. */
export function Hurried({ locale }: { locale: Locale }) {
  return (
    <div class="summary" role="alert" tabindex={-1} id="page-erreurs">
      <h2>{word(locale, 'hurriedTitle')}</h2>
      <p>{word(locale, 'hurried')}</p>
    </div>
  )
}

/** What to do when this id was received with other answers; the button belongs to the form below. */
export function Already({ locale }: { locale: 'fr' | 'en' }) {
  return (
    <div class="summary" role="alert" tabindex={-1} id="page-erreurs">
      <h2>{word(locale, 'alreadyTitle')}</h2>
      <p>{word(locale, 'already')}</p>
      <p>{word(locale, 'alreadyCorrect')}</p>
      <p>{word(locale, 'alreadyNew')}</p>
      <button type="submit" form="page-fiche" name="action" value="new" class="second">
        {word(locale, 'sendAsNew')}
      </button>
    </div>
  )
}
