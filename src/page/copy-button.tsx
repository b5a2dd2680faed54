import type { Locale } from '../form/text.ts'
import { word } from './words.ts'

/** Copies the text of a control; a script shows it where copying is possible. */
export function CopyButton({ of, locale }: { of: string; locale: Locale }) {
  return (
    <button type="button" class="second" data-copy={of} data-copied={word(locale, 'copied')} hidden>
      {word(locale, 'copy')}
    </button>
  )
}
