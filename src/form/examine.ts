import type { Issue } from '../problem.ts'
import type { Answers } from './answers.ts'
import type { ChoiceLists, Form } from './definition/index.ts'
import { readAnswers } from './read.ts'
import { type Settlement, settle } from './settle.ts'

export type Examination = Settlement & {
  /** What was sent, read and tidied, before the form's rules. */
  readonly read: Answers
}

/**
 * Reads answers from outside and applies every rule of the form to what can be read, so that all there is to correct
 * is told at once. An answer that is not relevant is dropped even when it cannot be read: its question is not asked.
 * The answers may be kept when there is no issue.
 * @param now milliseconds since epoch, UTC
 * @param draft whether answers may still be missing
 */
export function examine(
  form: Form,
  lists: ChoiceLists,
  input: unknown,
  options: { readonly now: number; readonly draft?: boolean },
): Examination {
  const reading = readAnswers(form, input)
  if (reading.ok) return { read: reading.answers, ...settle(form, lists, reading.answers, options) }
  const settlement = settle(form, lists, reading.rest, options)
  const unread = reading.issues.filter(({ pointer }) => !isUnder(pointer, [...settlement.irrelevant]))
  const others = settlement.issues.filter(
    ({ pointer }) => !unread.some((issue) => isUnder(issue.pointer, [pointer])),
  )
  return { read: reading.rest, ...settlement, issues: inOrder(form, [...unread, ...others]) }
}

const isUnder = (pointer: string, places: readonly string[]): boolean =>
  places.some((place) => pointer === place || pointer.startsWith(`${place}/`))

/** In the order of the page; what has no place in the form comes first. */
function inOrder(form: Form, issues: readonly Issue[]): readonly Issue[] {
  const rank = ({ pointer }: Issue): readonly number[] => {
    const [, name, index, inner] = pointer.split('/')
    const top = form.fields.findIndex((field) => field.name === name)
    const within = form.fields[top]?.fields.findIndex((field) => field.name === inner) ?? -1
    return [top, Number(index ?? -1), within]
  }
  return issues
    .map((issue) => ({ issue, rank: rank(issue) }))
    .sort((one, other) => difference(one.rank, other.rank))
    .map(({ issue }) => issue)
}

function difference(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
