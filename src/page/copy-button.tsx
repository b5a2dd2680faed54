import type { Locale } from '../form/text.ts'
import { word } from './words.ts'

type Props = { readonly of: string; readonly label?: 'copy' | 'copySecret'; readonly locale: Locale }

/** Copies the text of a control, a link unless it says otherwise; a script shows it where copying is possible. */
export function CopyButton({ of, label = 'copy', locale }: Props) {
  return (
    <button type="button" class="second" data-copy={of} data-copied={word(locale, 'copied')} hidden>
      {word(locale, label)}
    </button>
  )
}
