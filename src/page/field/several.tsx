import type { Locale } from '../../form/text.ts'
import { typedOne } from '../typed.ts'
import type { Placed } from '../view.ts'
import { word } from '../words.ts'
import { described, Grouped } from './frame.tsx'

const monthName = (month: number, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1))

/** A date of which only the month may be known: day, month from a list, year. */
export function PartialDateField(placed: Placed) {
  const { view, name } = placed
  const { locale, typed } = view
  const state = described(placed, null)
  const month = typedOne(typed, `${name}.month`)
  return (
    <Grouped {...placed} extraHint={null}>
      <div class="parts">
        <div>
          <label for={`${name}.day`}>{word(locale, 'day')}</label>
          <input
            id={`${name}.day`}
            name={`${name}.day`}
            type="text"
            inputmode="numeric"
            class="tiny"
            value={typedOne(typed, `${name}.day`)}
            aria-invalid={state['aria-invalid']}
          />
        </div>
        <div>
          <label for={`${name}.month`}>{word(locale, 'month')}</label>
          <select id={`${name}.month`} name={`${name}.month`} aria-invalid={state['aria-invalid']}>
            <option value="" />
            {Array.from({ length: 12 }, (_, index) => {
              const code = String(index + 1).padStart(2, '0')
              return (
                <option value={code} selected={month !== '' && Number(month) === index + 1}>
                  {monthName(index + 1, locale)}
                </option>
              )
            })}
          </select>
        </div>
        <div>
          <label for={`${name}.year`}>{word(locale, 'year')}</label>
          <input
            id={`${name}.year`}
            name={`${name}.year`}
            type="text"
            inputmode="numeric"
            class="tiny"
            value={typedOne(typed, `${name}.year`)}
            aria-invalid={state['aria-invalid']}
          />
        </div>
      </div>
    </Grouped>
  )
}

/** A place: latitude and longitude in degrees, with a comma or a dot. The script adds "use my position". */
export function GeopointField(placed: Placed) {
  const { view, name } = placed
  const { locale, typed } = view
  const state = described(placed, null)
  return (
    <Grouped {...placed} extraHint={null}>
      <div class="parts" data-place={name}>
        {(['lat', 'lon'] as const).map((part) => (
          <div>
            <label for={`${name}.${part}`}>{word(locale, part === 'lat' ? 'latitude' : 'longitude')}</label>
            <input
              id={`${name}.${part}`}
              name={`${name}.${part}`}
              type="text"
              inputmode="text"
              class="short"
              value={typedOne(typed, `${name}.${part}`)}
              aria-invalid={state['aria-invalid']}
            />
          </div>
        ))}
      </div>
    </Grouped>
  )
}
