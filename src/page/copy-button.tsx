import type { Locale } from '../form/text.ts'
import { word } from './words.ts'

type Props = { readonly of: string; readonly what?: 'link' | 'secret' | 'snippet'; readonly locale: Locale }

const said = {
  link: { before: 'copy', after: 'copied' },
  snippet: { before: 'copySnippet', after: 'copiedSnippet' },
  secret: { before: 'copySecret', after: 'copiedSecret' },
} as const

/** Copies the text of a control; a script shows it where copying is possible. */
export function CopyButton({ of, what = 'link', locale }: Props) {
  const { before, after } = said[what]
  return (
    <button type="button" class="second" data-copy={of} data-copied={word(locale, after)} hidden>
      {word(locale, before)}
    </button>
  )
}
