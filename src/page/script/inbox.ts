/**
 * Keys in the list of records, for whoever has the focus in it: j and k to the next and the previous record, x to choose
 * it. Elsewhere the letters are anybody's (WCAG 2.1.4).
 */
const list = document.querySelector<HTMLElement>('[data-keys]')
const hint = document.querySelector<HTMLElement>('[data-keys-hint]')
const links = [...(list?.querySelectorAll<HTMLAnchorElement>('tbody a') ?? [])]

if (hint) hint.hidden = false

list?.addEventListener('keydown', (event) => {
  const { target, key, ctrlKey, altKey, metaKey } = event
  if (!(target instanceof HTMLElement) || ctrlKey || altKey || metaKey) return
  if (target.matches('input:not([type="checkbox"])')) return
  const row = target.closest('tr')
  const at = links.findIndex((link) => link.closest('tr') === row)
  if (key === 'j') links[at + 1]?.focus()
  else if (key === 'k') links[Math.max(0, at - 1)]?.focus()
  else if (key === 'x') row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click()
  else return
  event.preventDefault()
})
