import type { Locale } from '../form/text.ts'
import { Refusal } from './summary.tsx'
import { word } from './words.ts'

/** That there were too many requests, above a form that still has all that was typed. */
export function Hurried({ locale }: { locale: Locale }) {
  return (
    <Refusal title={word(locale, 'hurriedTitle')}>
      <p>{word(locale, 'hurried')}</p>
    </Refusal>
  )
}

/** What to do when this id was received with other answers; the button belongs to the form below. */
export function Already({ locale }: { locale: Locale }) {
  return (
    <Refusal title={word(locale, 'alreadyTitle')}>
      <p>{word(locale, 'already')}</p>
      <p>{word(locale, 'alreadyCorrect')}</p>
      <p>{word(locale, 'alreadyNew')}</p>
      <button type="submit" form="page-fiche" name="action" value="new" class="second">
        {word(locale, 'sendAsNew')}
      </button>
    </Refusal>
  )
}
