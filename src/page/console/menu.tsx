import type { Locale } from '../../form/text.ts'
import { colon, formatNumber } from '../format.ts'
import { word } from '../words.ts'
import { consoleMenu, type Place, type PlaceGroup, placeAt } from './places.ts'

/** How many things wait at a place, by its path. */
export type Waiting = Readonly<Record<string, number>>

type Props = { readonly path: string; readonly waiting: Waiting; readonly locale: Locale }

/**
 * The menu at the head of every page of the console. A wide window shows the first group beside the button that opens
 * the others, a phone has all of them behind it: no script, and one line until it is opened.
 */
export function ConsoleMenu({ path, waiting, locale }: Props) {
  const menu = consoleMenu()
  const here = placeAt(menu, path)
  const [first, ...others] = menu
  if (first === undefined) return null
  const list = (group: PlaceGroup) => <Places group={group} here={here} waiting={waiting} locale={locale} />
  const isAmongOthers = others.some(({ places }) => places.some((place) => place === here))
  return (
    <nav class="console" aria-label={word(locale, 'consoleMenu')}>
      <div class="work">{list(first)}</div>
      <details>
        <summary class={isAmongOthers ? 'here' : undefined}>
          <span aria-hidden="true">☰</span>
          <span class="narrow">{word(locale, 'consoleAll')}</span>
          <span class="broad">{word(locale, 'consoleOthers')}</span>
          {here === undefined ? null : (
            <span class={isAmongOthers ? undefined : 'narrow'}>
              {colon(locale)}
              {here.label[locale]}
            </span>
          )}
        </summary>
        <div class="groups">
          {menu.map((group) => (
            <div class={group === first ? 'narrow' : undefined}>
              <p>{group.title[locale]}</p>
              {list(group)}
            </div>
          ))}
        </div>
      </details>
    </nav>
  )
}

type PlacesProps = {
  readonly group: PlaceGroup
  readonly here: Place | undefined
  readonly waiting: Waiting
  readonly locale: Locale
}

function Places({ group, here, waiting, locale }: PlacesProps) {
  return (
    <ul>
      {group.places.map((place) => (
        <li>
          <a href={place.path} aria-current={place === here ? 'page' : undefined}>
            {place.label[locale]}
            {waiting[place.path] ? (
              <span class="tag">
                {formatNumber(waiting[place.path] ?? 0, locale)}
                <span class="hidden"> {word(locale, 'consoleWaiting')}</span>
              </span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  )
}
