import type { Placed } from '../view.ts'
import { drawnAs } from '../view.ts'
import { AcknowledgeField, BoxesField, RadiosField, SelectField } from './choosing.tsx'
import { RepeatField } from './repeat.tsx'
import { GeopointField, PartialDateField } from './several.tsx'
import { LineField, LinesField, ReferenceField } from './typing.tsx'

/** A field of a form with its label, hint, error and what was typed. Files are not taken by the page. */
export function FieldView(placed: Placed) {
  const { view, field, name } = placed
  const output = view.outputs.get(name)
  if (output !== undefined || field.type === 'calculate') return <Output {...placed} />
  switch (field.type) {
    case 'text':
      return field.multiline ? <LinesField {...placed} /> : <LineField {...placed} />
    case 'list':
      return <LinesField {...placed} />
    case 'integer':
    case 'decimal':
    case 'date':
    case 'time':
      return <LineField {...placed} />
    case 'partial_date':
      return <PartialDateField {...placed} />
    case 'geopoint':
      return <GeopointField {...placed} />
    case 'select_one':
      return drawnAs(field, view.lists) === 'radios' ? (
        <RadiosField {...placed} />
      ) : (
        <SelectField {...placed} />
      )
    case 'select_multiple':
      return <BoxesField {...placed} />
    case 'acknowledge':
      return <AcknowledgeField {...placed} />
    case 'reference':
      return <ReferenceField {...placed} />
    case 'repeat':
      return (
        <RepeatField
          {...placed}
          draw={(inner, path) => <FieldView view={view} field={inner} name={path} />}
        />
      )
    case 'note':
      return (
        <p class="note" data-field={name}>
          {field.label[view.locale]}
          {field.hint === null ? null : <span class="hint block">{field.hint[view.locale]}</span>}
        </p>
      )
    case 'file':
      return null
  }
}

function Output({ view, field, name }: Placed) {
  const label = field.label[view.locale]
  return label === '' ? null : (
    <div class="field" data-field={name}>
      <p class="label" id={`${name}:label`}>
        {label}
      </p>
      <output id={name} aria-labelledby={`${name}:label`}>
        {view.outputs.get(name) ?? ''}
      </output>
    </div>
  )
}
