import type { Answers } from '../form/answers.ts'
import type { ChoiceLists, Field, Form, MapLayout } from '../form/definition/index.ts'
import { findField, rowsOf } from '../form/index.ts'

/** Where a record's work takes place. */
export type Places = {
  /** The whole country; the regions are then all of them. */
  readonly whole: boolean
  /** Codes. */
  readonly regions: ReadonlySet<string>
  readonly departments: ReadonlySet<string>
}

export type Mapped = Form & { readonly map: MapLayout }

export const isMapped = (form: Form): form is Mapped => form.map !== null

/** The codes that a field of the form offers, in order. */
export function codesOf(form: Form, lists: ChoiceLists, name: string): readonly string[] {
  const field: Field | undefined = findField(form, name)
  return (lists[field?.choices ?? ''] ?? []).map(({ code }) => code)
}

/** The places of a record; each once, however many rows name it. */
export function placesOf(form: Mapped, lists: ChoiceLists, answers: Answers): Places {
  const { zones, region, department, whole } = form.map
  if (answers[whole.field] === whole.code)
    return { whole: true, regions: new Set(codesOf(form, lists, region)), departments: new Set() }
  const rows = rowsOf(answers, zones)
  const codes = (name: string) =>
    new Set(rows.flatMap((row) => (row[name] === undefined ? [] : [String(row[name])])))
  return { whole: false, regions: codes(region), departments: codes(department) }
}
