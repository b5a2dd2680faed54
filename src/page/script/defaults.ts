import type { Answers } from '../../form/answers.ts'
import type { Form } from '../../form/definition/index.ts'
import { initialRow } from '../../form/initial.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/**
 * A new row starts with its defaults. Those that come from other answers follow them, until the person answers
 * themselves; rows that were there before keep what they hold until such an answer changes.
 * @returns what to call with the answers, and the row that came if one did
 */
export function followDefaults(form: HTMLFormElement, definition: Form) {
  const answered = new Set<string>()
  const given = new Map<string, string>()
  form.addEventListener('input', ({ target }) => answered.add((target as Control).name))

  return (answers: Answers, added: HTMLElement | null): void => {
    for (const repeat of definition.fields) {
      const fields = repeat.fields.filter((field) => field.default)
      if (fields.length === 0) continue
      form.querySelectorAll<HTMLElement>(`[data-row^="${repeat.name}."]`).forEach((row, index) => {
        const before = (answers[repeat.name] as readonly unknown[] | undefined)?.slice(0, index) ?? []
        const seen = { ...answers, [repeat.name]: before } as Answers
        const start = initialRow(definition, repeat, seen, { now: Date.now() })
        for (const { name } of fields) {
          const control = `${row.dataset.row}.${name}`
          const next = String(start[name] ?? '')
          const last = row === added ? '' : (given.get(control) ?? next)
          if (row === added) answered.delete(control)
          given.set(control, next)
          if (next !== last && !answered.has(control) && textIn(row, control) === last) {
            fill(row, control, next)
          }
        }
      })
    }
  }
}

const controlsOf = (row: HTMLElement, name: string) => row.querySelectorAll<Control>(`[name="${name}"]`)
const isBox = (control: Control): control is HTMLInputElement => /radio|checkbox/.test(control.type)

/** What a control holds, or what is ticked among those of that name. */
function textIn(row: HTMLElement, name: string): string {
  const held = [...controlsOf(row, name)].find((control) => !isBox(control) || control.checked)
  return held?.value ?? ''
}

function fill(row: HTMLElement, name: string, text: string): void {
  for (const control of controlsOf(row, name)) {
    if (isBox(control)) control.checked = control.value === text
    else control.value = text
  }
}
