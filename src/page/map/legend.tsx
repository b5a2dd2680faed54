import type { Child } from 'hono/jsx'
import { word } from '../words.ts'
import { fillOf } from './patterns.tsx'
import { counted, type MapView, regionLabel } from './view.ts'

/** What the grounds and the discs mean. */
export function Legend({ view }: { view: MapView }) {
  const { form, circles, classes, locale } = view
  return (
    <div class="key">
      <h2>{word(locale, 'mapLegend')}</h2>
      <ul class="legend">
        <Entry level={0}>{word(locale, 'mapZero')}</Entry>
        {classes.map(({ from, to }, index) => (
          <Entry level={index + 1}>
            {from === to ? counted(locale, 'project', to) : word(locale, 'mapRange', { from, to })}
          </Entry>
        ))}
        {circles.length === 0 ? null : (
          <li>
            <svg class="discs" viewBox="0 0 32 22" aria-hidden="true">
              <circle cx="9" cy="14" r="4" />
              <circle cx="22" cy="11" r="8" />
            </svg>
            <span>{word(locale, 'mapCircles', { region: regionLabel(view, form.map.ground.inset) })}</span>
          </li>
        )}
      </ul>
    </div>
  )
}

function Entry({ level, children }: { level: number; children: Child }) {
  return (
    <li>
      <svg viewBox="0 0 32 22" aria-hidden="true">
        <rect x="1" y="1" width="30" height="20" fill={fillOf(level)} />
      </svg>
      <span>{children}</span>
    </li>
  )
}

/** What is counted how, and whose the outlines are. */
export function Notes({ view: { form, tally, locale } }: { view: MapView }) {
  return (
    <figcaption>
      {tally.whole === 0 ? null : (
        <p>{word(locale, 'mapWhole', { projects: counted(locale, 'project', tally.whole) })}</p>
      )}
      {tally.withheld === 0 ? null : (
        <p>
          {word(locale, 'mapWithheld', {
            projects: counted(locale, 'project', tally.records.length + tally.withheld),
            withheld: counted(locale, 'withheld', tally.withheld),
          })}
        </p>
      )}
      <p class="hint">{form.map.ground.credit[locale]}</p>
    </figcaption>
  )
}
