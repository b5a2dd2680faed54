import type { Locale } from '../form/text.ts'
import { problem } from '../problem.ts'
import { coordinationWords } from './coordination-words.ts'
import { type Entries, entryOf } from './entries.ts'
import { word } from './words.ts'

/** The box that stands before what cannot be undone. */
export function ConfirmBox({ locale }: { locale: Locale }) {
  return (
    <label class="pick">
      <input type="checkbox" name="confirm" value="yes" required />
      {word(locale, 'confirmBox')}
    </label>
  )
}

/** @throws problem 'invalid' when the box was not ticked */
export function requireConfirmed(entries: Entries): void {
  if (entryOf(entries, 'confirm') === 'yes') return
  throw problem('invalid', { errors: [{ pointer: '/confirm', message: coordinationWords.confirmMissing }] })
}
