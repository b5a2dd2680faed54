/** A second press within this many milliseconds is a double click or impatience; later, it is a new try. */
const patience = 10_000

/**
 * Sends once, however often the button is pressed, without ever disabling it: a slow network must not look like a
 * fault. The record's id makes even a second sending harmless.
 */
export function sendOnce(form: HTMLFormElement): void {
  const status = form.querySelector('[data-status]')
  const sending = form.querySelector<HTMLElement>('[data-send]')?.dataset.send ?? ''
  let since = Number.NEGATIVE_INFINITY
  form.addEventListener('submit', (event) => {
    const now = performance.now()
    if (now - since < patience) event.preventDefault()
    else since = now
    if (status) status.textContent = sending
  })
  addEventListener('pageshow', () => {
    since = Number.NEGATIVE_INFINITY
    if (status) status.textContent = ''
  })
}

/** Moves the focus to the list of errors; a link of it goes to its control, unfolding what hides it. */
export function focusErrors(): void {
  const summary = document.getElementById('page-erreurs')
  summary?.focus()
  summary?.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a')
    const control = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!control) return
    event.preventDefault()
    control.closest('details')?.setAttribute('open', '')
    const around = control.closest('.field, .row') ?? control
    around.scrollIntoView()
    control.focus({ preventScroll: true })
  })
}

/** Shows the buttons that copy a text, where the browser can. */
export function offerCopy(): void {
  if (!navigator.clipboard) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy ?? '')
      if (!(source instanceof HTMLInputElement)) return
      source.select()
      await navigator.clipboard.writeText(source.value)
      button.textContent = button.dataset.copied ?? ''
    })
  }
}
