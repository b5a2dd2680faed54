import type { Context } from '../context.ts'
import type { Answers } from '../form/answers.ts'
import type { Form, Term } from '../form/definition/index.ts'
import { displayAnswer, readAnswers, settle } from '../form/index.ts'
import { type Names, namesOf } from '../form/names.ts'
import type { Locale } from '../form/text.ts'
import type { Issue } from '../problem.ts'
import { answersFromTyped } from './answers-from-form.ts'
import { type Fault, faultsOf } from './faults.ts'
import type { Typed } from './typed.ts'
import type { FormView } from './view.ts'

type Parts = {
  readonly form: Form
  readonly locale: Locale
  /** The address it is sent to; '' for that of the page. */
  readonly action: string
  readonly typed: Typed
  readonly names: Names
  readonly terms: readonly Term[]
  readonly issues: readonly Issue[]
  /** The record's answers when it is one being corrected; null for a new one. */
  readonly recorded: Answers | null
}

/** A form ready to be drawn, with what is wrong in it in the order of the page. */
export function makeView(
  context: Context,
  parts: Parts,
): { readonly view: FormView; readonly faults: readonly Fault[] } {
  const { form, locale, action, typed, names, terms, issues } = parts
  const faults = faultsOf(form, issues, locale)
  const errors = new Map(faults.map(({ name, message }) => [name, message]))
  const outputs = outputsOf(context, parts)
  const view = { form, lists: context.catalogue.lists, locale, action, typed, errors, names, terms, outputs }
  return { view, faults }
}

function outputsOf(
  context: Context,
  { form, locale, typed, names, recorded }: Parts,
): ReadonlyMap<string, string> {
  const { lists } = context.catalogue
  const read = readAnswers(form, answersFromTyped(form, typed, names))
  const settled: Answers = read.ok ? settle(form, lists, read.answers, { now: context.now }).answers : {}
  const outputs = new Map<string, string>()
  for (const field of form.fields) {
    const kept = recorded !== null && field.edit === 'sheet' && field.type !== 'file'
    const answer = kept ? recorded[field.name] : settled[field.name]
    if (kept || field.type === 'calculate') {
      outputs.set(field.name, displayAnswer(field, lists, answer, locale, namesOf(names, field)))
    }
  }
  return outputs
}
