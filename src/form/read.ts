import * as v from 'valibot'
import type { Issue } from '../problem.ts'
import type { Answers } from './answers.ts'
import { folded, isBlank } from './characters.ts'
import type { Field, Form } from './definition/index.ts'
import { findField, pointerOf } from './fields.ts'
import { type FaultCode, messageOf, notAnswers, unknownField } from './messages.ts'
import { answersSchema } from './schema.ts'

/** Issues beyond these are not told: nobody corrects so many at once. */
const mostIssues = 100
/** A longer name is no name of a field: the issue points at what holds it. */
const longestKey = 100

export type Reading =
  | { readonly ok: true; readonly answers: Answers }
  /** `rest`: the answers that can be read, rows in their places; those at fault are left out. */
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly rest: Answers }

/**
 * Reads answers from outside: structure and types alone, see `settle` for the form's rules. Texts are trimmed and
 * otherwise kept as typed; what is empty (null, '', an empty array, the field's `undefinedLabel`) is left out. What is
 * sent for notes and calculations is ignored. Never throws.
 */
export function readAnswers(form: Form, input: unknown): Reading {
  if (!isObject(input)) return { ok: false, issues: [{ pointer: '', message: notAnswers }], rest: {} }
  const strangers: Issue[] = []
  const given = givenIn(form.fields, input, [], strangers)
  const parsed = v.safeParse(answersSchema(form), given, { abortPipeEarly: true })
  if (parsed.success && strangers.length === 0) return { ok: true, answers: parsed.output }
  const faults = (parsed.issues ?? []).map((issue) => ({ issue, path: pathOf(issue) }))
  const issues = [...strangers, ...faults.map(({ issue, path }) => issueOf(form, issue, path))]
  const rest = parsed.success ? parsed.output : restOf(form, given, faults)
  return { ok: false, issues: issues.filter(isFirstThere).slice(0, mostIssues), rest }
}

const isFirstThere = ({ pointer }: Issue, index: number, issues: readonly Issue[]): boolean =>
  issues.findIndex((issue) => issue.pointer === pointer) === index

type Fault = { readonly path: Path }

/** What can be read once the answers at fault are taken away: a row's answer, or a whole answer of the record. */
function restOf(form: Form, given: Readonly<Record<string, unknown>>, faults: readonly Fault[]): Answers {
  const entries = Object.entries(given).flatMap(([name, value]): readonly [string, unknown][] => {
    const paths = faults.map(({ path }) => path).filter(([first]) => first === name)
    if (paths.length === 0) return [[name, value]]
    const ofRows = findField(form, name)?.type === 'repeat' && paths.every((path) => path.length > 1)
    if (!ofRows || !Array.isArray(value)) return []
    return [[name, value.map((row: unknown, index) => rowWithout(row, namesAtFault(paths, index)))]]
  })
  return v.parse(answersSchema(form), Object.fromEntries(entries))
}

const namesAtFault = (paths: readonly Path[], row: number): readonly unknown[] =>
  paths.filter((path) => path[1] === row).map((path) => path[2])

/** A row without its answers at fault; a row that is not one keeps its place, empty. */
function rowWithout(row: unknown, names: readonly unknown[]): unknown {
  if (!isObject(row)) return {}
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))
}

type Path = readonly (string | number)[]

const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

/** What is answered: the fields' own values, without what is empty; names the form does not have go to `strangers`. */
function givenIn(
  fields: readonly Field[],
  input: Readonly<Record<string, unknown>>,
  path: Path,
  strangers: Issue[],
): Readonly<Record<string, unknown>> {
  const given: [string, unknown][] = []
  for (const key of Object.keys(input)) {
    const field = fields.find(({ name }) => name === key)
    if (!field) {
      if (strangers.length < mostIssues) {
        const at = key.length > longestKey ? path : [...path, key]
        strangers.push({ pointer: pointerOf(...at), message: unknownField })
      }
    } else if (field.type !== 'note' && field.type !== 'calculate') {
      const value = givenFor(field, input[key], [...path, key], strangers)
      if (value !== undefined) given.push([key, value])
    }
  }
  return Object.fromEntries(given)
}

function givenFor(field: Field, value: unknown, path: Path, strangers: Issue[]): unknown {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return isBlank(value) || isUndefinedLabel(field, value) ? undefined : value
  if (!Array.isArray(value)) return value
  if (field.type !== 'repeat') {
    const items = value.filter((item) => !(item === null || (typeof item === 'string' && isBlank(item))))
    return items.length === 0 ? undefined : items
  }
  if (value.length === 0) return undefined
  // Too many rows are one issue: what is in them is not looked at.
  if (value.length > field.maxCount) return value
  return value.map((row: unknown, index) =>
    isObject(row) ? givenIn(field.fields, row, [...path, index], strangers) : row,
  )
}

function isUndefinedLabel({ undefinedLabel }: Field, text: string): boolean {
  if (!undefinedLabel) return false
  return [undefinedLabel.fr, undefinedLabel.en].some((label) => folded(label) === folded(text))
}

const pathOf = (issue: v.BaseIssue<unknown>): Path =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))

function issueOf(form: Form, issue: v.BaseIssue<unknown>, path: Path): Issue {
  const names = path.filter((key) => typeof key === 'string')
  const top = findField(form, String(names[0]))
  const field = (names[1] === undefined ? undefined : findField(form, names[1])) ?? top
  if (!field) return { pointer: '', message: notAnswers }
  // A point and a file are each one answer: the issue is theirs, not that of a part.
  const parts = field.type === 'geopoint' ? 1 : field.type === 'file' ? 2 : path.length
  const whole = path.slice(0, path.indexOf(field.name) + parts)
  return { pointer: pointerOf(...whole), message: messageOf(issue.message as FaultCode, field, issue.input) }
}
