import type { Answers } from '../../form/answers.ts'
import { offeredChoices } from '../../form/choices.ts'
import type { ChoiceLists, Field, Form } from '../../form/definition/index.ts'
import { derive } from '../../form/derive.ts'
import { answersFromTyped, typedFromEntries } from '../answers-from-form.ts'
import type { LogicField, PageData } from '../logic.ts'
import { followDefaults } from './defaults.ts'
import { entriesOf } from './entries.ts'

type Logic = NonNullable<PageData['logic']>

const nothing = { fr: '', en: '' }

/** The usual values of all that the page leaves out of a field: the same engine runs here as on the server. */
const usual = {
  label: nothing,
  hint: null,
  section: '',
  required: null,
  relevant: null,
  constraint: null,
  constraint_message: null,
  warning: null,
  warning_message: null,
  calculation: null,
  default: null,
  choices: null,
  choice_filter: null,
  exclusive: [],
  reference: null,
  format: null,
  multiline: false,
  min: null,
  max: null,
  maxLength: Number.MAX_SAFE_INTEGER,
  minCount: 0,
  maxCount: Number.MAX_SAFE_INTEGER,
  bounds: null,
  undefinedLabel: null,
  autocomplete: null,
  hxl: null,
  hxlLabel: null,
  data: null,
  visibility: 'public',
  disclosure: null,
  edit: 'form',
  mirrored: false,
  tab: null,
  rowLabel: null,
  addLabel: null,
  unique: [],
  context: [],
} as const satisfies Partial<Field>

const fieldOf = (field: LogicField): Field => ({
  ...usual,
  ...field,
  fields: (field.fields ?? []).map(fieldOf),
})

const formOf = ({ fields }: Logic): Form => ({
  id: '',
  title: nothing,
  description: nothing,
  prefix: '',
  submit: 'anyone',
  sections: [],
  fields: fields.map(fieldOf),
  purposes: [],
  workflow: { initial: '', states: [], transitions: [] },
  sheet: { tab: '', newRows: false },
  titleField: '',
  publication: null,
  plan: null,
  calendar: null,
  reminders: [],
  attendance: null,
  minutes: null,
  glossary: null,
  document: null,
  map: null,
  directory: null,
  census: null,
  campaign: null,
  likeness: null,
  advocacy: null,
  library: null,
  order: null,
  seeds: [],
})

/**
 * Keeps the page in step with the answers: questions that do not apply are hidden (what was typed in them stays),
 * drop-downs offer what their filter lets through, calculations show their result.
 * @returns what to call when rows came or went, with the row that came
 */
export function keepLive(form: HTMLFormElement, logic: Logic): (added: HTMLElement | null) => void {
  const definition = formOf(logic)
  const lists: ChoiceLists = Object.fromEntries(
    Object.entries(logic.lists).map(([id, list]) => [
      id,
      list.map((choice) => ({ ...choice, label: nothing })),
    ]),
  )
  const options = new WeakMap<Element, readonly HTMLOptionElement[]>()

  // Browsers put back what was chosen before only after the load event: until then no option may be missing, and no
  // default is given.
  let shown = false
  const read = () =>
    answersFromTyped(definition, typedFromEntries(definition, entriesOf(form)), new Map()) as Answers
  const fillDefaults = followDefaults(form, definition)
  const show = (added: HTMLElement | null) => {
    if (shown || added) fillDefaults(read(), added)
    const answers = read()
    const now = Date.now()
    const derived = derive(definition, answers, { now })
    const each = (
      field: Field,
      pointer: string,
      name: string,
      row: { repeat: string; index: number } | null,
    ) => {
      const around = form.querySelector<HTMLElement>(`[data-field="${name}"]`)
      if (!around) return
      around.hidden = derived.irrelevant.has(pointer)
      if (shown && field.choice_filter !== null) {
        const place = { form: definition, answers: derived.answers, row, now }
        offer(around, new Set(offeredChoices(field, lists, place).map(({ code }) => code)), options)
      }
      const output = field.calculation && around.querySelector('output')
      if (output) output.value = String(derived.answers[field.name] ?? '')
    }
    for (const field of definition.fields) {
      each(field, `/${field.name}`, field.name, null)
      form.querySelectorAll<HTMLElement>(`[data-row^="${field.name}."]`).forEach((row, index) => {
        for (const inner of field.fields) {
          each(inner, `/${field.name}/${index}/${inner.name}`, `${row.dataset.row}.${inner.name}`, {
            repeat: field.name,
            index,
          })
        }
      })
    }
  }
  const update = () => show(null)
  form.addEventListener('input', update)
  form.addEventListener('change', update)
  addEventListener('pageshow', () => {
    shown = true
    update()
  })
  update()
  return show
}

/** Leaves in a drop-down the empty option and the codes on offer; an answer no longer on offer is cleared. */
function offer(
  around: HTMLElement,
  codes: ReadonlySet<string>,
  known: WeakMap<Element, readonly HTMLOptionElement[]>,
): void {
  const select = around.querySelector('select')
  if (!select) return
  const all = known.get(select) ?? [...select.options]
  known.set(select, all)
  const kept = all.filter(({ value }) => value === '' || codes.has(value))
  if (kept.length === select.options.length && kept.every((option, at) => option === select.options[at]))
    return
  const { value } = select
  select.replaceChildren(...kept)
  select.value = codes.has(value) ? value : ''
}
