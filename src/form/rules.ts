import type { Issue } from '../problem.ts'
import type { Answer, Answers, Row } from './answers.ts'
import { listOf, offeredChoices } from './choices.ts'
import type { ChoiceLists, Field, Form } from './definition/index.ts'
import { isTrue } from './expression/index.ts'
import { pointerOf, rowsOf } from './fields.ts'
import { emptyRow, sameRow } from './rows.ts'
import { type Place, type RowPlace, scopeOf } from './scope.ts'
import type { Text } from './text.ts'
import { exclusiveMessage, missing, notOffered, tooFew } from './words.ts'

type Judged = {
  readonly form: Form
  readonly lists: ChoiceLists
  readonly answers: Answers
  readonly irrelevant: ReadonlySet<string>
  readonly now: number
  /** Whether answers may still be missing: what is there is judged all the same. */
  readonly draft: boolean
}

/** The rules of every relevant field: required, choices, counts, constraints, rows that differ; then the warnings. */
export function judge(judged: Judged): {
  readonly issues: readonly Issue[]
  readonly warnings: readonly Issue[]
} {
  const { form, answers } = judged
  const issues: Issue[] = []
  const warnings: Issue[] = []
  judgeFields(form.fields, answers, null)
  return { issues, warnings }

  function judgeFields(fields: readonly Field[], holder: Answers | Row, row: RowPlace | null): void {
    for (const field of fields) {
      const pointer = row ? pointerOf(row.repeat, row.index, field.name) : pointerOf(field.name)
      if (judged.irrelevant.has(pointer)) continue
      const place: Place = { form, answers, row, now: judged.now }
      const message = faultIn(field, holder[field.name], place, judged)
      if (message) issues.push({ pointer, message })
      if (field.warning && field.warning_message && holder[field.name] !== undefined) {
        if (isTrue(field.warning, scopeOf(place, holder[field.name]))) {
          warnings.push({ pointer, message: field.warning_message })
        }
      }
      if (field.type === 'repeat') judgeRows(field)
    }
  }

  function judgeRows(repeat: Field): void {
    const rows = rowsOf(answers, repeat.name)
    rows.forEach((row, index) => {
      const before = issues.length
      judgeFields(repeat.fields, row, { repeat: repeat.name, index })
      if (issues.length > before) return
      const fault = (judged.draft ? null : emptyRow(repeat, row)) ?? sameRow(repeat, rows, index)
      if (fault) issues.push({ pointer: pointerOf(repeat.name, index, ...fault.at), message: fault.message })
    })
  }
}

/** What is wrong with a relevant field's answer: the first fault alone, the one to correct first. */
function faultIn(
  field: Field,
  answer: Answer | undefined,
  place: Place,
  { lists, draft }: Judged,
): Text | null {
  const scope = scopeOf(place, answer)
  if (answer === undefined) {
    if (draft) return null
    const needed = field.required !== null && isTrue(field.required, scope)
    return needed || (field.type === 'repeat' && field.minCount > 0) ? missing(field) : null
  }
  return (
    choiceFault(field, answer, place, lists) ??
    (draft ? null : countFault(field, answer)) ??
    (field.constraint && !isTrue(field.constraint, scope) ? field.constraint_message : null)
  )
}

function choiceFault(field: Field, answer: Answer, place: Place, lists: ChoiceLists): Text | null {
  if (field.choices === null) return null
  const codes = typeof answer === 'string' ? [answer] : (answer as readonly string[])
  const offered = new Set(offeredChoices(field, lists, place).map(({ code }) => code))
  const list = listOf(field, lists)
  const stranger = codes.find((code) => !offered.has(code))
  if (stranger !== undefined) return notOffered(field, list, stranger)
  const alone = codes.length > 1 ? codes.find((code) => field.exclusive.includes(code)) : undefined
  return alone === undefined ? null : exclusiveMessage(list, alone)
}

const countFault = (field: Field, answer: Answer): Text | null =>
  Array.isArray(answer) && answer.length < field.minCount ? tooFew(field, answer.length) : null
