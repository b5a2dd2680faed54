import { namedIn, namesOfMembers } from '../../figures/index.ts'
import type { Catalogue, Field, Form } from '../../form/definition/index.ts'
import { referenceOf } from '../../record/reference.ts'
import type { Mention, Place } from '../../store/board-figures.ts'
import type { Sketch, Wanted } from '../../store/sketches.ts'
import { type BoardRow, boardKey } from './board.ts'
import { listed, titleOf } from './shown.ts'

const rubric = 'Sans réponse'

/** A form that anyone may send in, and the field of it that says for which member of a directory. */
type Asked = { readonly form: Form; readonly field: Field }

/** A form whose records are those who are asked, and what they are asked. */
type Directory = { readonly form: Form; readonly asked: readonly Asked[] }

/**
 * The directories: what a form that anyone may send in refers to, but for plans and meetings, which answer nothing.
 * Only a field of the record itself says who answers: one in its rows names others.
 */
function directoriesOf({ forms }: Catalogue): readonly Directory[] {
  const asked = forms
    .filter(({ submit }) => submit === 'anyone')
    .flatMap((form) => form.fields.map((field): Asked => ({ form, field })))
  return forms
    .filter(({ plan, calendar }) => plan === null && calendar === null)
    .map((form) => ({ form, asked: asked.filter(({ field }) => field.reference?.form === form.id) }))
    .filter((directory) => directory.asked.length > 0)
}

/** What must be read of the directories' records: what they are called, in every way. */
export const wantedOfDirectories = (catalogue: Catalogue): readonly Wanted[] =>
  directoriesOf(catalogue).map(({ form, asked }) => ({
    form: form.id,
    fields: [
      ...new Set([
        form.titleField,
        ...namesOfMembers(form),
        ...asked.flatMap(({ field }) => field.reference?.label ?? []),
      ]),
    ],
  }))

/** The fields whose answers tell who has answered. */
export const placesOfMembers = (catalogue: Catalogue): readonly Place[] =>
  directoriesOf(catalogue).flatMap(({ asked }) =>
    asked.map(({ form, field }) => ({ form: form.id, field: field.name })),
  )

/** Members of a directory who have sent nothing at all, one by one, after how many have not sent each form. */
export const unansweredRows = (
  catalogue: Catalogue,
  sketches: readonly Sketch[],
  mentions: readonly Mention[],
): readonly BoardRow[] =>
  directoriesOf(catalogue).flatMap((directory) => directoryRows(catalogue, directory, sketches, mentions))

function directoryRows(
  catalogue: Catalogue,
  { form, asked }: Directory,
  sketches: readonly Sketch[],
  mentions: readonly Mention[],
): readonly BoardRow[] {
  const members = sketches.filter((one) => one.form === form.id && isCurrent(form, one))
  const answers = asked.map((one) => ({ form: one.form, hasAnswered: answeredTo(form, one, mentions) }))
  const silent = (among: typeof answers) =>
    members.filter((member) => !among.some(({ hasAnswered }) => hasAnswered(member)))
  const row = (key: string, label: string, number: number | '', detail: string): BoardRow => ({
    key,
    cells: [rubric, label, number, detail],
  })
  const byForm = [...Map.groupBy(answers, (one) => one.form)].map(([one, among]) => {
    const missing = silent(among)
    const names = listed(missing.map((member) => titleOf(catalogue, form, member)))
    const label = `${form.sheet.tab} — rien dans «\u00a0${one.sheet.tab}\u00a0»`
    return row(boardKey('silent', form.id, one.id), label, missing.length, names)
  })
  const none = silent(answers)
  return [
    row(
      boardKey('silent', form.id),
      `${form.sheet.tab} — aucune réponse`,
      none.length,
      `sur ${members.length}`,
    ),
    ...byForm,
    ...none.map((member) =>
      row(
        boardKey('silent', referenceOf(form.prefix, member.number)),
        titleOf(catalogue, form, member),
        '',
        '',
      ),
    ),
  ]
}

/** Whether the directory still counts a member: one it does not publish any more is asked nothing. */
const isCurrent = ({ publication }: Form, { status }: Sketch): boolean =>
  publication === null || publication.states.includes(status)

/** Whether a member was referred to: by its reference, or by one of its names where a name is an answer too. */
function answeredTo(
  directory: Form,
  { form, field }: Asked,
  mentions: readonly Mention[],
): (member: Sketch) => boolean {
  const given = mentions
    .filter((mention) => mention.form === form.id && mention.field === field.name)
    .map(({ answer }) => answer)
  const names = [...namesOfMembers(directory), ...(field.reference ? [field.reference.label] : [])]
  return namedIn(directory, field.reference?.free ? names : [], given)
}
