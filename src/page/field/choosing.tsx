import type { Choice } from '../../form/definition/index.ts'
import { typedOne } from '../typed.ts'
import { type Group, groupedChoices, type Placed } from '../view.ts'
import { word } from '../words.ts'
import { described, FieldError, Grouped, Labelled } from './frame.tsx'

/** Above this many boxes a list starts folded. */
const mostBoxes = 20

/** A code that is no longer (or never was) on the list is still shown: it was sent, and the error is about it. */
const isKnown = (groups: readonly Group[], code: string) =>
  groups.some(({ choices }) => choices.some((choice) => choice.code === code))

/** What choosing nothing is called. */
const emptyLabel = ({ view: { locale }, field }: Placed): string =>
  field.undefinedLabel?.[locale] ?? word(locale, field.required === null ? 'noChoice' : 'choose')

/** One of many: a drop-down. */
export function SelectField(placed: Placed) {
  const { view, field, name } = placed
  const typed = typedOne(view.typed, name)
  const groups = groupedChoices(field, view)
  const options = (choices: readonly Choice[]) =>
    choices.map(({ code, label }) => (
      <option value={code} selected={code === typed}>
        {label[view.locale]}
      </option>
    ))
  return (
    <Labelled {...placed} extraHint={null}>
      <select id={name} name={name} {...described(placed, null)}>
        <option value="">{emptyLabel(placed)}</option>
        {groups.map((group) =>
          group.label === null ? (
            options(group.choices)
          ) : (
            <optgroup label={group.label}>{options(group.choices)}</optgroup>
          ),
        )}
        {typed === '' || isKnown(groups, typed) ? null : (
          <option value={typed} selected>
            {typed}
          </option>
        )}
      </select>
    </Labelled>
  )
}

/** One of a handful. Where an answer is optional, it can be taken back without a script. */
export function RadiosField(placed: Placed) {
  const { view, field, name } = placed
  const typed = typedOne(view.typed, name)
  const choices = view.lists[field.choices ?? ''] ?? []
  const invalid = described(placed, null)['aria-invalid']
  return (
    <Grouped {...placed} extraHint={null}>
      {choices.map(({ code, label }, index) => (
        <label class="pick">
          <input
            type="radio"
            id={index === 0 ? name : undefined}
            name={name}
            value={code}
            checked={code === typed}
            aria-invalid={invalid}
          />
          {label[view.locale]}
        </label>
      ))}
      {field.required === null ? (
        <label class="pick quiet">
          <input type="radio" name={name} value="" checked={typed === ''} />
          {emptyLabel(placed)}
        </label>
      ) : null}
    </Grouped>
  )
}

/** Any of a list. A long one is folded until asked for, unless something in it is ticked. */
export function BoxesField(placed: Placed) {
  const { view, field, name } = placed
  const choices = view.lists[field.choices ?? ''] ?? []
  const ticked = new Set(view.typed.values.get(name) ?? [])
  const invalid = described(placed, null)['aria-invalid']
  const boxes = choices.map(({ code, label }, index) => (
    <label class="pick">
      <input
        type="checkbox"
        id={index === 0 ? name : undefined}
        name={name}
        value={code}
        checked={ticked.has(code)}
        aria-invalid={invalid}
      />
      {label[view.locale]}
    </label>
  ))
  return (
    <Grouped {...placed} extraHint={null}>
      {choices.length <= mostBoxes ? (
        boxes
      ) : (
        <details class="many" open={ticked.size > 0 || view.errors.has(name)}>
          <summary>{word(view.locale, 'showChoices', { n: choices.length })}</summary>
          <div class="columns">{boxes}</div>
        </details>
      )}
    </Grouped>
  )
}

/** A single box to tick. */
export function AcknowledgeField(placed: Placed) {
  const { view, field, name } = placed
  return (
    <div class={view.errors.has(name) ? 'field wrong' : 'field'} data-field={name}>
      {field.hint === null ? null : (
        <p class="hint" id={`${name}:hint`}>
          {field.hint[view.locale]}
        </p>
      )}
      <FieldError {...placed} />
      <label class="pick">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="true"
          checked={typedOne(view.typed, name) === 'true'}
          {...described(placed, null)}
        />
        {field.label[view.locale]}
      </label>
    </div>
  )
}
