import { addRow } from './rows.ts'

type Entries = readonly (readonly [string, string])[]

/** Puts texts back into the controls; rows are remade as they were. */
export function restore(form: HTMLFormElement, entries: Entries): void {
  const texts = new Map<string, string[]>()
  for (const [name, text] of renumbered(entries)) texts.set(name, [...(texts.get(name) ?? []), text])
  for (const repeat of form.querySelectorAll<HTMLElement>('[data-repeat]')) {
    const name = repeat.dataset.repeat ?? ''
    for (const row of repeat.querySelectorAll(':scope > [data-row]')) row.remove()
    for (let count = texts.get(`${name}.row`)?.length ?? 0; count > 0; count -= 1) addRow(form, name)
  }
  // Not form.elements: a field of that name would hide it.
  for (const control of form.querySelectorAll('input, textarea, select')) {
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      control.checked = texts.get(control.name)?.includes(control.value) ?? false
      if (control.checked) control.closest('details')?.setAttribute('open', '')
    } else if (
      (control instanceof HTMLInputElement && control.type !== 'hidden') ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      control.value = texts.get(control.name)?.[0] ?? ''
    }
  }
}

/** The entries with the rows of each repeat numbered from 0, as `addRow` will make them. */
function renumbered(entries: Entries): Entries {
  const places = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const [name, number] of entries) {
    if (!name.endsWith('.row')) continue
    const repeat = name.slice(0, -'.row'.length)
    const place = counts.get(repeat) ?? 0
    places.set(`${repeat}.${number}`, place)
    counts.set(repeat, place + 1)
  }
  return entries.map(([name, text]) => {
    const [repeat, number, ...rest] = name.split('.')
    const place = places.get(`${repeat}.${number}`)
    return place === undefined || rest.length === 0
      ? [name, text]
      : [[repeat, place, ...rest].join('.'), text]
  })
}
