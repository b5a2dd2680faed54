/** Adds and removes rows without a page load; the focus goes where the change is. */
export function manageRows(form: HTMLFormElement, changed: (added: HTMLElement | null) => void): void {
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('button')
    if (!button) return
    const { add, remove } = button.dataset
    if (add !== undefined) {
      event.preventDefault()
      const row = addRow(form, add)
      changed(row)
      row?.focus()
    } else if (remove !== undefined) {
      event.preventDefault()
      removeRow(form, remove)?.focus()
      changed(null)
    }
  })
}

const rowsOf = (repeat: Element) => [...repeat.querySelectorAll<HTMLElement>(':scope > [data-row]')]

/** A copy of the repeat's template as its last row, under a number no other row has; null when it is full. */
export function addRow(form: HTMLFormElement, name: string): HTMLElement | null {
  const repeat = form.querySelector<HTMLElement>(`[data-repeat="${name}"]`)
  const template = repeat?.querySelector('template')
  const button = repeat?.querySelector<HTMLElement>('[data-add]')
  if (!repeat || !template || !button) return null
  const rows = rowsOf(repeat)
  const most = Number(repeat.dataset.most)
  if (rows.length >= most) return null
  const number = 1 + Math.max(-1, ...rows.map((row) => Number(row.dataset.row?.split('.')[1])))
  button.before(numbered(template, number, rows.length + 1))
  button.hidden = rows.length + 1 >= most
  return rowsOf(repeat).at(-1) ?? null
}

/** The template's content: "{n}" is the row's number in names and ids, and its place in what people read. */
function numbered(template: HTMLTemplateElement, number: number, place: number): DocumentFragment {
  const copy = document.importNode(template.content, true)
  for (const element of copy.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes('{n}')) element.setAttribute(name, value.replaceAll('{n}', String(number)))
    }
    for (const node of element.childNodes) {
      if (node instanceof Text) node.data = node.data.replaceAll('{n}', String(place))
    }
  }
  return copy
}

function removeRow(form: HTMLFormElement, path: string): HTMLElement | null {
  const row = form.querySelector(`[data-row="${path}"]`)
  const repeat = row?.closest<HTMLElement>('[data-repeat]')
  if (!row || !repeat) return null
  const at = rowsOf(repeat).indexOf(row as HTMLElement)
  row.remove()
  rowsOf(repeat).forEach(renumber)
  const button = repeat.querySelector<HTMLElement>('[data-add]')
  if (button) button.hidden = false
  return rowsOf(repeat)[Math.max(0, at - 1)] ?? button
}

/** Gives a row's words the number it now has; its controls keep theirs, which the server counts anew. */
function renumber(row: HTMLElement, at: number): void {
  for (const words of row.querySelectorAll(':scope > legend, [data-remove] .hidden')) {
    words.textContent = words.textContent.replace(/\d+/, String(at + 1))
  }
}
