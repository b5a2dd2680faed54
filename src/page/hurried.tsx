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
