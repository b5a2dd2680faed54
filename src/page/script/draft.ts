import { tags } from '../format.ts'
import type { PageData } from '../logic.ts'
import { entriesOf, make } from './entries.ts'
import { type Draft, forget, keep, read } from './kept.ts'
import { restore } from './restore.ts'

const keyOf = (name: string) => `recueil:${name}`
/** Typing is written down after this pause, in milliseconds. */
const pause = 500

/**
 * Keeps what is typed on this device until it is sent, and puts it back on the next visit. What was sent, and what is
 * typed in a correction, is kept in this tab for whoever goes back.
 */
export function keepDraft(form: HTMLFormElement, { words }: PageData): void {
  const { draft: kind, form: name = '', locale } = form.dataset
  const isCorrection = kind === 'correction'
  const key = keyOf(isCorrection ? location.pathname : name)
  const id = form.querySelector<HTMLInputElement>(`input[name="${isCorrection ? 'revision' : 'id'}"]`)
  if (!id) return
  const isForTab = () => isCorrection || read('sessionStorage', key)?.id === id.value
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

  const opened = openedBefore()
  const draft = kind === 'new' || (opened === id.value && wentBack()) ? draftToRestore(key, opened) : null
  if (draft) {
    id.value = draft.id
    restore(form, draft.entries)
    if (!isForTab()) {
      form.before(box)
      const date = new Date(draft.at).toLocaleString(tags[locale === 'en' ? 'en' : 'fr'])
      show(words.draftRestored.replace('{date}', date))
    }
  } else if (kind === 'new') {
    // A page kept by the browser or a proxy would carry an id already used.
    id.value = opened ?? crypto.randomUUID?.() ?? id.value
  }
  // Whoever comes back here, from the receipt for one, comes back to the same record.
  const remember = () => history.replaceState({ id: id.value }, '')
  remember()

  let waiting: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(waiting)
    waiting = undefined
  }
  const write = () => {
    stop()
    const entries = entriesOf(form).filter(([control]) => !/^(id|action|cle)$/.test(control))
    const place = isForTab() ? 'sessionStorage' : 'localStorage'
    const kept = keep(place, key, { id: id.value, at: Date.now(), entries })
    if (kept && box.hidden && place === 'localStorage') show(words.draftKept)
  }
  const soon = () => {
    stop()
    waiting = setTimeout(write, pause)
  }
  form.addEventListener('input', soon)
  form.addEventListener('change', soon)
  form.addEventListener('submit', () => {
    write()
    // A link to a section has made a new entry of the history, which knows nothing yet.
    remember()
  })
  document.addEventListener('visibilitychange', () => {
    if (waiting !== undefined) write()
  })
  erase.addEventListener('click', () => {
    if (!confirm(words.eraseSurely)) return
    stop()
    forget('localStorage', key)
    history.replaceState(null, '')
    location.href = location.pathname + location.search
  })
}

/** The id this page of the browser's history had when it was left. */
function openedBefore(): string | undefined {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'id' in state ? String(state.id) : undefined
}

/** Not by reloading, which is how people get rid of what they typed in a correction. */
const wentBack = () =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'back_forward')

/** What to put back: on a page come back to, what was typed in it, sent or not; else what was not sent. */
function draftToRestore(key: string, opened: string | undefined): Draft | null {
  const waiting = read('localStorage', key)
  if (opened === undefined) return waiting
  return [waiting, read('sessionStorage', key)].find((draft) => draft?.id === opened) ?? null
}

/**
 * On the receipt of a record: its draft is no longer kept on this device, only in this tab for whoever goes back; a
 * draft of another record stays.
 */
export function forgetSent(received: HTMLElement): void {
  const key = keyOf(received.dataset.received ?? '')
  const draft = read('localStorage', key)
  if (!draft || draft.id !== received.dataset.id) return
  keep('sessionStorage', key, draft)
  forget('localStorage', key)
}
