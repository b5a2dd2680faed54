import type { Context } from '../context.ts'
import type { ChoiceLists, Form, Group } from '../form/definition/index.ts'
import type { Names } from '../form/names.ts'
import { loadNames } from '../record/load-names.ts'
import { publicRecords, recordsSeen } from '../record/published.ts'
import type { StoredRecord } from '../record/record.ts'

/** For whom: everyone, or the coordinators, who may take everything. */
export type Level = 'public' | 'coordination'

/** What is taken away of one form. */
export type Taken = {
  readonly form: Form
  readonly lists: ChoiceLists
  readonly group: Group | null
  readonly names: Names
  readonly level: Level
  /** With the answers that this level sees, by number. */
  readonly records: readonly StoredRecord[]
  /** How many published records are not among them, as their authors wish. */
  readonly withheld: number
}

/** Whether anything of a form may be taken away at this level. */
export const mayBeTaken = (form: Form, level: Level): boolean =>
  level === 'coordination' || form.publication !== null

/** What may be taken away of these forms. Who asks for the coordinators' level without being one gets the public one's. */
export async function take(
  context: Context,
  forms: readonly Form[],
  asked: Level,
): Promise<readonly Taken[]> {
  const level = context.actor.role === 'coordinator' ? asked : 'public'
  const { lists, group } = context.catalogue
  const allowed = forms.filter((form) => mayBeTaken(form, level))
  const names = await loadNames(context, allowed)
  return Promise.all(
    allowed.map(async (form) => {
      const seen = await (level === 'coordination' ? recordsSeen : publicRecords)(context, form)
      return { form, lists, group, names, level, records: seen.records, withheld: seen.withheld.length }
    }),
  )
}
