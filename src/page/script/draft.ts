import type { PageData } from '../logic.ts'
import { entriesOf, make } from './entries.ts'
import { addRow } from './rows.ts'

type Draft = {
  readonly id: string
  readonly at: number
  readonly entries: readonly (readonly [string, string])[]
}

const keyOf = (form: string) => `recueil:${form}`
/** Typing is written down after this pause, in milliseconds. */
const pause = 500
const mine = (name: string) => name !== 'id' && name !== 'action'

/** Keeps what is typed on this device until it is sent, and puts it back on the next visit. */
export function keepDraft(form: HTMLFormElement, { words }: PageData): void {
  const key = keyOf(form.dataset.form ?? '')
  const id = form.querySelector<HTMLInputElement>('input[name="id"]')
  if (!id) return
  const box = make('p', { className: 'notice', hidden: true })
  const text = make('span', {})
  const erase = make('button', { type: 'button', className: 'second', textContent: words.eraseDraft })
  box.setAttribute('role', 'status')
  box.append(text, ' ', erase)
  form.querySelector('.actions')?.before(box)
  const show = (sentence: string) => {
    text.textContent = sentence
    box.hidden = false
  }

  const draft = form.dataset.draft === 'new' ? read(key) : null
  if (draft) {
    id.value = draft.id
    restore(form, draft.entries)
    form.before(box)
    show(words.draftRestored.replace('{date}', new Date(draft.at).toLocaleString(form.dataset.locale)))
  } else if (form.dataset.draft === 'new') {
    // A page kept by the browser or a proxy would carry an id already used.
    id.value = crypto.randomUUID?.() ?? id.value
  }

  let waiting: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(waiting)
    waiting = undefined
  }
  const write = () => {
    stop()
    const entries = entriesOf(form).filter(([name]) => mine(name))
    try {
      localStorage.setItem(key, JSON.stringify({ id: id.value, at: Date.now(), entries } satisfies Draft))
      if (box.hidden) show(words.draftKept)
    } catch {
      // No room, or storage is refused: the form works without a draft.
    }
  }
  const soon = () => {
    stop()
    waiting = setTimeout(write, pause)
  }
  form.addEventListener('input', soon)
  form.addEventListener('change', soon)
  form.addEventListener('submit', write)
  document.addEventListener('visibilitychange', () => {
    if (waiting !== undefined) write()
  })
  erase.addEventListener('click', () => {
    if (!confirm(words.eraseSurely)) return
    stop()
    forget(key)
    location.href = location.pathname
  })
}

/** Forgets the draft of a record that was received, on its receipt; a draft of another record stays. */
export function forgetSent(received: HTMLElement): void {
  const key = keyOf(received.dataset.received ?? '')
  if (read(key)?.id === received.dataset.id) forget(key)
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage is refused: nothing was kept either.
  }
}

function read(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
  } catch {
    return null
  }
}

/** Puts texts back into the controls; rows are remade as they were. */
function restore(form: HTMLFormElement, entries: Draft['entries']): void {
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
      if (mine(control.name)) control.value = texts.get(control.name)?.[0] ?? ''
    }
  }
}

/** The entries with the rows of each repeat numbered from 0, as `addRow` will make them. */
function renumbered(entries: Draft['entries']): Draft['entries'] {
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
