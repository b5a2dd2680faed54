import { hintsIn } from '../../form/glossary.ts'
import type { PageData } from '../logic.ts'
import { make } from './entries.ts'

/** A long text; the items of a list are names and terms as they are. */
const longText = 'textarea[data-most]'

/** Says under a long text, politely, which words the group would rather use; the text is never touched. */
export function hintTerms(form: HTMLFormElement, { terms, words }: PageData): void {
  if (terms.length === 0) return
  const show = (area: HTMLTextAreaElement) => {
    const field = area.closest('[data-field]')
    const told = field?.querySelector('.term') ?? make('p', { className: 'hint term' })
    told.setAttribute('role', 'status')
    if (!told.isConnected) field?.append(told)
    const sentence = hintsIn(area.value, terms)
      .map(({ preferred, avoided }) =>
        // Functions: in a text to put in, "$" would mean something.
        words.termHint.replace('{preferred}', () => preferred).replace('{avoided}', () => avoided),
      )
      .join(' ')
    if (told.textContent !== sentence) told.textContent = sentence
  }
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.matches(longText)) show(target)
  })
  // By then, what was typed before is back: a draft, or what the browser kept.
  addEventListener('pageshow', () => {
    for (const area of form.querySelectorAll<HTMLTextAreaElement>(longText)) if (area.value !== '') show(area)
  })
}
