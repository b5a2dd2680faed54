import type { Locale } from '../../form/text.ts'
import type { StoredComment } from '../../store/comments.ts'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'

/** What was said of minutes under review, the oldest first. */
export function Comments({ comments, locale }: { comments: readonly StoredComment[]; locale: Locale }) {
  if (comments.length === 0) return <p>{word(locale, 'noComment')}</p>
  return (
    <ol class="comments">
      {comments.map(({ name, organisation, at, text }) => (
        <li>
          <p class="hint">
            {name}, {organisation}, {formatMoment(at, locale)}
          </p>
          <p class="cell">{text}</p>
        </li>
      ))}
    </ol>
  )
}
