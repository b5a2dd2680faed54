import type { Child } from 'hono/jsx'
import type { Field } from '../../form/definition/index.ts'
import { labelOfReference } from '../../form/names.ts'
import { rowTitleOf } from '../row-title.ts'
import { typedOne } from '../typed.ts'
import { errorId, type FormView, hintId, type Placed } from '../view.ts'
import { word } from '../words.ts'
import { FieldError, Mark } from './frame.tsx'

/** "Zone 2 – Dakar, Pikine": the row's words with its number and, once chosen, what it is about. */
function rowTitle({ view, field }: Placed, index: number): string {
  const about = field.fields.map((inner) => shortly(view, inner, `${field.name}.${index}.${inner.name}`))
  const words = about.filter((text) => text !== '').slice(0, 2)
  const numbered = rowTitleOf(field, view.locale, String(index + 1))
  return words.length === 0 ? numbered : `${numbered} – ${words.join(', ')}`
}

/** What a row's title says of one answer: a choice or a name, nothing of the rest. */
function shortly(view: FormView, field: Field, name: string): string {
  const typed = typedOne(view.typed, name)
  if (field.type === 'reference') return labelOfReference(view.names, field, typed)
  if (field.type !== 'select_one') return ''
  return view.lists[field.choices ?? '']?.find(({ code }) => code === typed)?.label[view.locale] ?? ''
}

type Draw = (field: Field, name: string) => Child

/**
 * Rows of questions. Adding and removing are submissions that save nothing: the page comes back with one row more or
 * less. The template is what the script copies instead.
 */
export function RepeatField({ draw, ...placed }: Placed & { draw: Draw }) {
  const { view, field, name } = placed
  const { locale } = view
  const count = view.typed.rows.get(name) ?? 0
  const about = [field.hint === null ? '' : hintId(name), view.errors.has(name) ? errorId(name) : '']
  return (
    <fieldset
      class={view.errors.has(name) ? 'field repeat wrong' : 'field repeat'}
      data-field={name}
      data-repeat={name}
      data-most={field.maxCount}
      id={name}
      tabindex={-1}
      aria-describedby={about.join(' ').trim() || undefined}
    >
      <legend>
        {field.label[locale]}
        {field.minCount > 0 ? null : <Mark field={field} locale={locale} />}
      </legend>
      {field.hint === null ? null : (
        <p class="hint" id={hintId(name)}>
          {field.hint[locale]}
        </p>
      )}
      <FieldError {...placed} />
      {Array.from({ length: count }, (_, index) => (
        <Row placed={placed} index={String(index)} title={rowTitle(placed, index)} draw={draw} />
      ))}
      <button
        type="submit"
        class="second"
        name="action"
        value={`add:${name}`}
        formaction={`${view.action}#${name}.${count}`}
        data-add={name}
        hidden={count >= field.maxCount}
      >
        {field.addLabel?.[locale] ?? word(locale, 'add')}
      </button>
      <template data-template={name}>
        <Row placed={placed} index="{n}" title={rowTitleOf(field, locale, '{n}')} draw={draw} />
      </template>
    </fieldset>
  )
}

type RowProps = {
  readonly placed: Placed
  readonly index: string
  readonly title: string
  readonly draw: Draw
}

function Row({ placed: { view, field, name }, index, title, draw }: RowProps) {
  const path = `${name}.${index}`
  return (
    <fieldset class="row" id={path} tabindex={-1} data-row={path}>
      <legend>{title}</legend>
      <input type="hidden" name={`${name}.row`} value={index} />
      <FieldError view={view} name={path} />
      {field.fields.map((inner) => draw(inner, `${path}.${inner.name}`))}
      <button
        type="submit"
        class="second"
        name="action"
        value={`remove:${name}:${index}`}
        formaction={`${view.action}#${name}`}
        data-remove={path}
      >
        {word(view.locale, 'remove')} <span class="hidden">{title}</span>
      </button>
    </fieldset>
  )
}
