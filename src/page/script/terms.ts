import { hintsIn } from '../../form/glossary.ts'
import type { PageData } from '../logic.ts'
import { make } from './entries.ts'

/** Says under a long text, politely, which words the group would rather use; the text is never touched. */
export function hintTerms(form: HTMLFormElement, { terms, words }: PageData): void {
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || terms.length === 0) return
    const field = target.closest('[data-field]')
    const told = field?.querySelector('.term') ?? make('p', { className: 'hint term' })
    told.setAttribute('role', 'status')
    if (!told.isConnected) field?.append(told)
    const sentence = hintsIn(target.value, terms)
      .map((hint) => words.termHint.replace('{preferred}', hint.preferred).replace('{avoided}', hint.avoided))
      .join(' ')
    if (told.textContent !== sentence) told.textContent = sentence
  })
}
