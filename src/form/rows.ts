import type { Answer, Row } from './answers.ts'
import type { Field } from './definition/index.ts'
import type { Text } from './text.ts'

/** A fault of a row as a whole, and the field of it to go to, if one is better than another. */
export type RowFault = { readonly at: readonly string[]; readonly message: Text }

/** A row in which nothing is answered says nothing. */
export function emptyRow(repeat: Field, row: Row): RowFault | null {
  const answered = repeat.fields.some(({ name, type }) => type !== 'calculate' && row[name] !== undefined)
  if (answered) return null
  return {
    at: [],
    message: { fr: 'Remplissez cette ligne ou retirez-la.', en: 'Fill in this row or remove it.' },
  }
}

/** A row whose `unique` answers are together those of an earlier row; upper and lower case are the same. */
export function sameRow(repeat: Field, rows: readonly Row[], index: number): RowFault | null {
  const answered = repeat.unique.find((name) => rows[index]?.[name] !== undefined)
  if (answered === undefined) return null
  const key = keyOf(repeat, rows[index])
  const first = rows.findIndex((row) => keyOf(repeat, row) === key)
  if (first === index) return null
  return {
    at: [answered],
    message: {
      fr: `Cette ligne répète la ligne ${first + 1}. Modifiez-la ou retirez-la.`,
      en: `This row repeats row ${first + 1}. Change it or remove it.`,
    },
  }
}

const keyOf = (repeat: Field, row: Row | undefined): string =>
  JSON.stringify(repeat.unique.map((name) => folded(row?.[name])))

const folded = (answer: Answer | undefined) =>
  typeof answer === 'string' ? answer.normalize('NFC').toLocaleLowerCase('fr') : (answer ?? null)
