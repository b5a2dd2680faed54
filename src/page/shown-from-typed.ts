import type { Answers } from '../form/answers.ts'
import { readAnswers } from '../form/index.ts'
import { answersFromTyped } from './answers-from-form.ts'
import { flatAnswers, type Shown } from './flat-answers.ts'
import { withKept } from './kept.ts'
import type { FormView } from './view.ts'

/** What was typed, as answers are shown; what cannot be read as an answer is shown as it was typed. */
export function shownFromTyped(view: FormView, recorded: Answers): readonly Shown[] {
  const { form, typed, names, locale } = view
  const answers = withKept(form, answersFromTyped(form, typed, names), recorded)
  const read = readAnswers(form, answers)
  if (read.ok) return flatAnswers(form, read.answers, view)
  const unread = new Set(read.issues.map(({ pointer }) => pointer.split('/')[1]))
  const others = readAnswers(
    form,
    Object.fromEntries(Object.entries(answers).filter(([name]) => !unread.has(name))),
  )
  const raw = form.fields
    .filter(({ name }) => unread.has(name))
    .map(({ name, section, label }) => ({
      name,
      section,
      label: label[locale],
      row: null,
      text: textOf(view, name),
      isAddress: false,
    }))
  return [...(others.ok ? flatAnswers(form, others.answers, view) : []), ...raw]
}

const textOf = ({ typed }: FormView, name: string): string =>
  [...typed.values]
    .filter(([control]) => control === name || control.startsWith(`${name}.`))
    .flatMap(([, texts]) => texts)
    .filter((text) => text !== '')
    .join(' ')
