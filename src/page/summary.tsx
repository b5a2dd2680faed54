import type { Child } from 'hono/jsx'
import type { Locale } from '../form/text.ts'
import { colon } from './format.ts'
import { word } from './words.ts'

/** Why what was sent was not taken, at the top of the page that comes back: every button leads here. */
export function Refusal({ title, children }: { title: string; children: Child }) {
  return (
    <div class="summary" role="alert" tabindex={-1} id="page-erreurs" aria-labelledby="page-erreurs-titre">
      <h2 id="page-erreurs-titre">{title}</h2>
      {children}
    </div>
  )
}

type Problem = {
  readonly message: string
  /** The id of the control it is about; null where there is none. */
  readonly control: string | null
  /** The row it is in; '' outside rows. */
  readonly where?: string
}

/** Everything there is to correct, each a link to its control (GOV.UK's error summary). */
export function Problems({ problems, locale }: { problems: readonly Problem[]; locale: Locale }) {
  if (problems.length === 0) return null
  return (
    <Refusal title={word(locale, 'problemTitle')}>
      <ul>
        {problems.map(({ message, control, where = '' }) => (
          <li>
            {where === '' ? null : <span>{where + colon(locale)}</span>}
            {control === null ? message : <a href={`#${control}`}>{message}</a>}
          </li>
        ))}
      </ul>
    </Refusal>
  )
}
