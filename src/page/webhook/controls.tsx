import type { Locale, Text } from '../../form/text.ts'
import { Problems } from '../summary.tsx'
import { word } from '../words.ts'
import type { Choices } from './typed.ts'

/** The problems of a form that came back: by control, the message. */
export type Issues = ReadonlyMap<string, Text>

/** Every problem, each a link to its control. */
export function IssueSummary({ issues, locale }: { issues: Issues; locale: Locale }) {
  const problems = [...issues].map(([name, message]) => ({
    control: `page-${name}`,
    message: message[locale],
  }))
  return <Problems problems={problems} locale={locale} />
}

type Around = { readonly name: string; readonly issues: Issues; readonly locale: Locale }

function IssueText({ name, issues, locale }: Around) {
  const message = issues.get(name)
  return message === undefined ? null : (
    <p class="error" id={`page-${name}-erreur`}>
      <span class="hidden">{word(locale, 'errorPrefix')}</span>
      {message[locale]}
    </p>
  )
}

type LineProps = Around & {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly type?: 'text' | 'password' | 'email'
}

/** A line of text, with what is asked of it and what is wrong with it. */
export function Line({ name, label, hint, value, type = 'text', issues, locale }: LineProps) {
  const described = [
    ...(hint === undefined ? [] : [`page-${name}-aide`]),
    ...(issues.has(name) ? [`page-${name}-erreur`] : []),
  ].join(' ')
  return (
    <div class={issues.has(name) ? 'field wrong' : 'field'}>
      <label for={`page-${name}`}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`page-${name}-aide`}>
          {hint}
        </p>
      )}
      <IssueText name={name} issues={issues} locale={locale} />
      <input
        type={type}
        id={`page-${name}`}
        name={name}
        value={value}
        autocomplete={type === 'password' ? 'new-password' : 'off'}
        spellcheck={false}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={issues.has(name) ? 'true' : undefined}
      />
    </div>
  )
}

type ChoosingProps = Around & {
  /** The name of each box; `name` is that of the question whether all are meant. */
  readonly box: string
  readonly label: string
  readonly all: string
  readonly some: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly code: boolean }[]
  readonly choices: Choices
}

/** All, or those whose boxes are ticked. */
export function Choosing(props: ChoosingProps) {
  const { name, box, label, all, some, options, choices, issues, locale } = props
  return (
    <fieldset class={issues.has(name) ? 'field wrong' : 'field'}>
      <legend>{label}</legend>
      <IssueText name={name} issues={issues} locale={locale} />
      <label class="pick">
        <input type="radio" id={`page-${name}`} name={name} value="all" checked={choices.all} />
        {all}
      </label>
      <label class="pick">
        <input type="radio" name={name} value="some" checked={!choices.all} />
        {some}
      </label>
      <div class="columns">
        {options.map(({ value, label: shown, code }) => (
          <label class="pick">
            <input type="checkbox" name={box} value={value} checked={choices.chosen.includes(value)} />
            <span>
              {shown}
              {code ? <code class="when">{value}</code> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
