import type { Child } from 'hono/jsx'
import type { Field } from '../../form/definition/index.ts'
import type { Locale } from '../../form/text.ts'
import { errorId, hintId, type Placed } from '../view.ts'
import { word } from '../words.ts'

/** What a control says about itself to assistive technology. */
export function described({ view, field, name }: Placed, hint: string | null) {
  const ids = [
    ...(field.hint !== null || hint !== null ? [hintId(name)] : []),
    ...(view.errors.has(name) ? [errorId(name)] : []),
  ]
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': view.errors.has(name) ? ('true' as const) : undefined,
  }
}

/** "(facultatif)", or "(selon vos réponses)" where only a script could tell. */
export function Mark({ field, locale }: { field: Field; locale: Locale }) {
  if (field.required === null) {
    return /\((facultatif|optional)\)/.test(field.label[locale]) ? null : (
      <span class="mark"> {word(locale, 'optional')}</span>
    )
  }
  const sure = field.required.source === 'true()' && field.relevant === null
  // A script hides a question that does not apply; of one that is always asked it cannot tell.
  const hides = field.relevant !== null && field.required.source === 'true()'
  return sure ? null : <span class={hides ? 'mark depends' : 'mark'}> {word(locale, 'depends')}</span>
}

function Hint({ view, field, name, extra }: Placed & { extra: string | null }) {
  const texts = [field.hint?.[view.locale], extra].filter((text) => text !== null && text !== undefined)
  return texts.length === 0 ? null : (
    <p class="hint" id={hintId(name)}>
      {texts.join(' ')}
    </p>
  )
}

/** The error beside the field, in the words of the summary. */
export function FieldError({ view, name }: Pick<Placed, 'view' | 'name'>) {
  const message = view.errors.get(name)
  return message === undefined ? null : (
    <p class="error" id={errorId(name)}>
      <span class="hidden">{word(view.locale, 'errorPrefix')}</span>
      {message}
    </p>
  )
}

type Around = Placed & { readonly extraHint: string | null; readonly children: Child }

/** A label, hint and error around one control, whose id is the field's name. */
export function Labelled({ children, extraHint, ...placed }: Around) {
  const { view, field, name } = placed
  return (
    <div class={view.errors.has(name) ? 'field wrong' : 'field'} data-field={name}>
      <label for={name}>
        {field.label[view.locale]}
        <Mark field={field} locale={view.locale} />
      </label>
      <Hint {...placed} extra={extraHint} />
      <FieldError {...placed} />
      {children}
    </div>
  )
}

/** The same around several controls. */
export function Grouped({ children, extraHint, ...placed }: Around) {
  const { view, field, name } = placed
  return (
    <fieldset
      class={view.errors.has(name) ? 'field wrong' : 'field'}
      data-field={name}
      aria-describedby={described(placed, extraHint)['aria-describedby']}
    >
      <legend>
        {field.label[view.locale]}
        <Mark field={field} locale={view.locale} />
      </legend>
      <Hint {...placed} extra={extraHint} />
      <FieldError {...placed} />
      {children}
    </fieldset>
  )
}
