import { forgetSent, keepDraft } from './draft.ts'
import { countCharacters, offerPosition, offerSearch } from './helpers.ts'
import { keepLive } from './live.ts'
import { readPageData } from './page-data.ts'
import { manageRows } from './rows.ts'
import { focusErrors, offerCopy, sendOnce } from './send.ts'
import { hintTerms } from './terms.ts'

/** All of it is comfort: every page works without. */
const form = document.querySelector<HTMLFormElement>('form[data-form]')
const data = readPageData()
const received = document.querySelector<HTMLElement>('[data-received]')

if (form && data) {
  document.documentElement.classList.add('js')
  keepDraft(form, data)
  const update = data.logic ? keepLive(form, data.logic) : () => {}
  manageRows(form, (added) => {
    offerPosition(form, data.words)
    update(added)
    form.dispatchEvent(new Event('change'))
  })
  countCharacters(form, data.words)
  offerPosition(form, data.words)
  offerSearch(form, data.words)
  hintTerms(form, data)
  sendOnce(form)
}
if (received) forgetSent(received)
focusErrors()
offerCopy()
