import type { Context } from '../../context.ts'
import type { Field, Form } from '../../form/definition/index.ts'
import { areAlike, likeness, type Shape, shapeOf } from '../../form/similarity.ts'
import { countAnswers } from '../../store/free-answers.ts'
import { allRecords } from '../../store/records.ts'
import type { DirectoryForm } from '../campaign/index.ts'
import type { StoredRecord } from '../record.ts'
import { parseReference } from '../reference.ts'

/** A field of a form by which its records say of which member of a directory they are. */
export type MemberField = { readonly form: Form; readonly field: Field }

/** The fields of records, not of their rows, that refer to a directory and take other names as well. */
const memberFields = ({ catalogue }: Context, directory: DirectoryForm): readonly MemberField[] =>
  catalogue.forms.flatMap((form) =>
    form.fields
      .filter(({ reference }) => reference?.free && reference.form === directory.id)
      .map((field) => ({ form, field })),
  )

/** A name that is nobody's in the directory, and whose it may be. */
export type LooseName = {
  readonly name: string
  /** How many records give it. */
  readonly count: number
  /** The likeliest first. `exact`: it is one of the member's names. */
  readonly suggestions: readonly { readonly member: StoredRecord; readonly exact: boolean }[]
}

/** Below this two names are no more alike than any two. */
const leastAlike = 0.55
const mostSuggestions = 3

/** The names that records give and the directory does not have, the most frequent first. */
export async function looseNames(context: Context, directory: DirectoryForm): Promise<readonly LooseName[]> {
  const places = memberFields(context, directory).map(({ form, field }) => ({
    form: form.id,
    field: field.name,
  }))
  const [given, members] = await Promise.all([
    countAnswers(context.db, places),
    allRecords(context.db, directory),
  ])
  const current = calledOf(directory, members)
  const loose = given.filter(({ answer }) => parseReference(context.catalogue, answer) === null)
  return [...Map.groupBy(loose, ({ answer }) => answer)]
    .map(([name, among]) => ({
      name,
      count: among.reduce((sum, { count }) => sum + count, 0),
      suggestions: suggestionsFor(current, shapeOf(name)),
    }))
    .toSorted((one, other) => other.count - one.count)
}

type Called = { readonly member: StoredRecord; readonly names: readonly Shape[] }

/** The current members, and what each is called. */
const calledOf = (directory: DirectoryForm, members: readonly StoredRecord[]): readonly Called[] =>
  members
    .filter(({ status }) => directory.directory.current.includes(status))
    .map((member) => ({ member, names: namesOfMember(directory, member).map(shapeOf) }))

function suggestionsFor(called: readonly Called[], name: Shape) {
  return called
    .map(({ member, names }) => {
      const exact = names.some(({ comparable }) => comparable === name.comparable)
      return {
        member,
        exact,
        score: exact ? 2 : Math.max(...names.map((one) => likeness(one, name, leastAlike))),
      }
    })
    .filter(({ score }) => score >= leastAlike)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, mostSuggestions)
    .map(({ member, exact }) => ({ member, exact }))
}

/** All that a member is called: name, acronym, other names. */
export function namesOfMember({ directory }: DirectoryForm, { answers }: StoredRecord): readonly string[] {
  const aliases = (answers[directory.aliases] ?? []) as readonly string[]
  return [answers[directory.name], answers[directory.acronym], ...aliases].flatMap((name) =>
    name === undefined ? [] : [String(name)],
  )
}

/** Two members that may be one. */
export type Double = { readonly one: StoredRecord; readonly other: StoredRecord }

/** The current members that share a name, or nearly, by number. */
export async function doublesIn(context: Context, directory: DirectoryForm): Promise<readonly Double[]> {
  const called = calledOf(directory, await allRecords(context.db, directory))
  return called.flatMap((one, index) =>
    called
      .slice(index + 1)
      .filter((other) => one.names.some((name) => other.names.some((its) => areAlike(name, its, nearly))))
      .map((other) => ({ one: one.member, other: other.member })),
  )
}

/** How alike the names of two members are that may be one. */
const nearly = 0.85
