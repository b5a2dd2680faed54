import type { Answer, Answers } from '../form/answers.ts'
import { folded } from '../form/characters.ts'
import type { Form } from '../form/definition/index.ts'
import { referenceOf } from '../record/reference.ts'

type Member = { readonly number: number; readonly answers: Answers }

/**
 * Tells of a member of a directory whether it is among those that were named: by its reference, or, however that was
 * written, by one of its names.
 * @param names the fields that say what a member is called, a list of names among them
 * @param given what was answered to "which member"
 */
export function namedIn(
  { prefix }: Form,
  names: readonly string[],
  given: readonly string[],
): (member: Member) => boolean {
  const references = new Set(given)
  const called = new Set(given.map(folded))
  return ({ number, answers }) =>
    references.has(referenceOf(prefix, number)) ||
    names.some((name) => textsOf(answers[name]).some((text) => called.has(folded(text))))
}

const textsOf = (answer: Answer | undefined): readonly string[] =>
  (Array.isArray(answer) ? answer : [answer]).filter((one) => typeof one === 'string' && one !== '')

/** The fields that say what a member of the directory is called. */
export const namesOfMembers = ({ directory }: Form): readonly string[] =>
  directory === null ? [] : [directory.name, directory.acronym, directory.aliases]
