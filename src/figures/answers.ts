import type { Choice, ChoiceLists } from '../form/definition/index.ts'
import { publicOf } from '../record/published.ts'
import type { Sketch } from '../store/sketches.ts'
import { choicesOf, hasCode } from './counting.ts'
import { namedIn, namesOfMembers } from './members.ts'
import type { Asked } from './wanted.ts'

/** Members of a network and how many of them have answered; without a choice: those of which no network is known. */
export type NetworkCount = {
  readonly choice: Choice | null
  readonly members: number
  readonly answered: number
}

/** How many members of a directory have answered, network by network: numbers and no names. */
export type AnswerFigures = {
  readonly asked: Asked
  readonly members: number
  readonly answered: number
  readonly networks: readonly NetworkCount[]
}

/**
 * Counts the members that everyone may know of and that have answered. A member of two networks is one in each of them
 * and one in all. Pure.
 * @param live live records of the directory
 * @param given what was answered to "which member"
 */
export function answerFigures(
  asked: Asked,
  lists: ChoiceLists,
  live: readonly Sketch[],
  given: readonly string[],
): AnswerFigures {
  const { directory: form } = asked
  const { networks = '', current = [] } = form.directory ?? {}
  const hasAnswered = namedIn(form, namesOfMembers(form), given)
  // What a member is called may be known to fewer people than its networks are: it is looked at, and not told.
  const answering = new Set(live.filter(hasAnswered).map(({ number }) => number))
  const members = publicOf(form, live).records.filter(({ status }) => current.includes(status))
  const count = (among: readonly Sketch[]) => ({
    members: among.length,
    answered: among.filter(({ number }) => answering.has(number)).length,
  })
  const choices = choicesOf(form, lists, networks)
  const others = members.filter((member) => !choices.some(({ code }) => hasCode(member, networks, code)))
  return {
    asked,
    ...count(members),
    networks: [
      ...choices.map((choice) => ({
        choice,
        ...count(members.filter((member) => hasCode(member, networks, choice.code))),
      })),
      ...(others.length === 0 ? [] : [{ choice: null, ...count(others) }]),
    ],
  }
}

/** What everyone may know was answered: of the records shown, which member each names. */
export const givenInPublic = ({ form, member }: Asked, live: readonly Sketch[]): readonly string[] =>
  publicOf(form, live).records.flatMap(({ answers }) =>
    answers[member] == null ? [] : String(answers[member]),
  )
