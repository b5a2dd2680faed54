import type { Field } from '../../form/definition/index.ts'
import { hintsIn } from '../../form/glossary.ts'
import { namesOf } from '../../form/names.ts'
import type { Locale } from '../../form/text.ts'
import { typedOne } from '../typed.ts'
import type { Placed } from '../view.ts'
import { word } from '../words.ts'
import { described, Labelled } from './frame.tsx'

type InputMode = 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal'

/** The keyboard a phone should show. Never `type=number`: it hides what it cannot read, and nothing typed may go. */
function keyboard(field: Field): { readonly type: string; readonly inputmode: InputMode } {
  if (field.type === 'integer' || field.type === 'date') return { type: 'text', inputmode: 'numeric' }
  if (field.type === 'decimal') return { type: 'text', inputmode: 'decimal' }
  if (field.format === 'email') return { type: 'email', inputmode: 'email' }
  if (field.format === 'tel') return { type: 'tel', inputmode: 'tel' }
  return { type: 'text', inputmode: field.format === 'url' ? 'url' : 'text' }
}

function typingHint(field: Field, locale: Locale): string | null {
  if (field.type === 'date') return word(locale, 'dateHint')
  if (field.type === 'time' && field.hint === null) return word(locale, 'timeHint')
  if (field.type === 'list' && field.hint === null) return word(locale, 'onePerLine')
  return field.multiline && field.type === 'text' ? word(locale, 'atMost', { n: field.maxLength }) : null
}

const widths: Partial<Record<Field['type'], string>> = {
  integer: 'short',
  decimal: 'short',
  date: 'short',
  time: 'short',
}

/** Text, number, date and time: one line. A date is typed (jj/mm/aaaa): pickers fail on old phones and need scripts. */
export function LineField(placed: Placed) {
  const { view, field, name } = placed
  const hint = typingHint(field, view.locale)
  return (
    <Labelled {...placed} extraHint={hint}>
      <input
        id={name}
        name={name}
        {...keyboard(field)}
        class={widths[field.type]}
        value={typedOne(view.typed, name)}
        autocomplete={field.autocomplete ?? undefined}
        spellcheck={field.format === null ? undefined : false}
        {...described(placed, hint)}
      />
    </Labelled>
  )
}

/** What the group would rather say: a hint, once there is something to hint at. */
function TermHints({ view: { terms, locale }, text }: Pick<Placed, 'view'> & { text: string }) {
  const hints = hintsIn(text, terms)
  return hints.length === 0 ? null : (
    <p class="hint term" role="status">
      {hints.map((hint) => word(locale, 'termHint', hint)).join(' ')}
    </p>
  )
}

/** Several lines: a long text, or a list with one item a line. */
export function LinesField(placed: Placed) {
  const { view, field, name } = placed
  const hint = typingHint(field, view.locale)
  return (
    <Labelled {...placed} extraHint={hint}>
      {/* The first line break after the tag is not part of the text (HTML), so one is spent. */}
      <textarea
        id={name}
        name={name}
        rows={field.type === 'list' ? 3 : 5}
        data-most={field.type === 'text' ? field.maxLength : undefined}
        {...described(placed, hint)}
      >
        {`\n${typedOne(view.typed, name)}`}
      </textarea>
      {field.type === 'text' ? <TermHints view={view} text={typedOne(view.typed, name)} /> : null}
    </Labelled>
  )
}

/** A record of another form: a drop-down, or a line with suggestions where other names are welcome too. */
export function ReferenceField(placed: Placed) {
  const { view, field, name } = placed
  const names = [...namesOf(view.names, field)]
  const typed = typedOne(view.typed, name)
  if (field.reference?.free) {
    const suggestions = `${field.reference.form}.${field.reference.label}:list`
    return (
      <Labelled {...placed} extraHint={null}>
        <input
          id={name}
          name={name}
          type="text"
          value={typed}
          list={names.length > 0 ? suggestions : undefined}
          autocomplete={field.autocomplete ?? undefined}
          {...described(placed, null)}
        />
      </Labelled>
    )
  }
  return (
    <Labelled {...placed} extraHint={null}>
      <select id={name} name={name} {...described(placed, null)}>
        <option value="">{word(view.locale, 'choose')}</option>
        {names.map(([reference, label]) => (
          <option value={reference} selected={reference === typed}>
            {label}
          </option>
        ))}
        {typed !== '' && !names.some(([reference]) => reference === typed) ? (
          <option value={typed} selected>
            {typed}
          </option>
        ) : null}
      </select>
    </Labelled>
  )
}

/** The suggestions of every free reference of the form, each list once. */
export function Suggestions({ view, fields }: Pick<Placed, 'view'> & { fields: readonly Field[] }) {
  const targets = new Map(
    fields
      .filter((field) => field.reference?.free)
      .map((field) => [`${field.reference?.form}.${field.reference?.label}`, field]),
  )
  return (
    <>
      {[...targets].map(([key, field]) => (
        <datalist id={`${key}:list`}>
          {[...new Set(namesOf(view.names, field).values())].map((label) => (
            <option value={label} />
          ))}
        </datalist>
      ))}
    </>
  )
}
