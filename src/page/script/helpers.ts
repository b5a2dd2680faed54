import type { PageData } from '../logic.ts'
import { make } from './entries.ts'

type Words = PageData['words']

/** Above this share of the room, the characters left are told. */
const nearlyFull = 0.7

/** Tells under a long text how many characters are left, politely, once it is nearly full. */
export function countCharacters(form: HTMLFormElement, words: Words): void {
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || !target.dataset.most) return
    const most = Number(target.dataset.most)
    const left = most - target.value.length
    const next = target.nextElementSibling
    const told = next?.matches('.count') ? next : make('p', { className: 'count' })
    told.setAttribute('aria-live', 'polite')
    if (told !== next) target.after(told)
    const sentence = left < 0 ? words.over : words.left
    told.textContent = left > most * (1 - nearlyFull) ? '' : sentence.replace('{n}', String(Math.abs(left)))
  })
}

/** Puts "use my position" beside each place. */
export function offerPosition(form: HTMLFormElement, words: Words): void {
  if (!navigator.geolocation) return
  for (const place of form.querySelectorAll<HTMLElement>('[data-place]')) {
    if (place.querySelector('button')) continue
    const button = make('button', { type: 'button', className: 'second', textContent: words.useMyPlace })
    const told = make('p', { className: 'hint' })
    told.setAttribute('role', 'status')
    place.append(button)
    place.after(told)
    button.addEventListener('click', () => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => fill(place, coords),
        () => {
          told.textContent = words.placeFailed
        },
        { enableHighAccuracy: true, timeout: 20_000 },
      )
    })
  }
}

function fill(place: HTMLElement, { latitude, longitude }: GeolocationCoordinates): void {
  const [lat, lon] = place.querySelectorAll('input')
  if (!lat || !lon) return
  lat.value = latitude.toFixed(5)
  lon.value = longitude.toFixed(5)
  lon.dispatchEvent(new Event('input', { bubbles: true }))
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Puts a search box above each long list of boxes: what is ticked always stays in sight. */
export function offerSearch(form: HTMLFormElement, words: Words): void {
  for (const columns of form.querySelectorAll<HTMLElement>('.columns')) {
    const search = make('input', { type: 'search' })
    search.setAttribute('aria-label', words.filter)
    search.placeholder = words.filter
    columns.before(search)
    search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault()
    })
    search.addEventListener('input', () => {
      const sought = folded(search.value)
      for (const pick of columns.querySelectorAll('label')) {
        pick.hidden = !folded(pick.textContent).includes(sought) && !pick.querySelector('input')?.checked
      }
    })
  }
}
