import type { Answers } from '../form/answers.ts'
import type { Field } from '../form/definition/index.ts'
import { findField } from '../form/index.ts'
import { labelOfReference, type Names, referenceOfLabel } from '../form/names.ts'
import type { StoredRecord } from '../record/record.ts'
import type { Mapped } from './places.ts'

/** What an organisation is called: its name in the directory, or what was typed. */
export function organisationOf(form: Mapped, names: Names, answers: Answers): string {
  const field = findField(form, form.map.organisation)
  const answer = answers[form.map.organisation]
  return field === undefined || answer === undefined ? '' : labelOfReference(names, field, String(answer))
}

/** How many organisations the records are of; a name typed in and the directory's entry of that name are one. */
export function countOrganisations(form: Mapped, names: Names, records: readonly StoredRecord[]): number {
  const field = findField(form, form.map.organisation)
  if (field === undefined) return 0
  const answers = records.map((record) => record.answers[field.name]).filter((one) => one !== undefined)
  return new Set(answers.map((answer) => folded(referenceOfLabel(names, field, String(answer))))).size
}

const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('fr')

/** The sum of a number of people over records as they are published; null when none tells it, or it could tell who. */
export function sumOf(field: Field, records: readonly StoredRecord[]): number | null {
  const numbers = records
    .map(({ answers }) => answers[field.name])
    .filter((answer) => typeof answer === 'number')
  const sum = numbers.reduce((total, number) => total + number, 0)
  return numbers.length === 0 || sum < (field.disclosure?.least ?? 0) ? null : sum
}
