import type { Answer, Answers, FileAnswer, GeoPoint, Row } from '../form/answers.ts'
import { listOf } from '../form/choices.ts'
import type { ChoiceLists, Field } from '../form/definition/index.ts'
import { isDate } from '../form/moments.ts'
import { type Names, namesOf } from '../form/names.ts'
import type { Cell, Day, Filled } from './table.ts'
import { pointTags, tagsOf } from './tags.ts'

/** Between the items of one cell: no label has it, and people can read it. */
const joiner = ' ; '

type Words = { readonly lists: ChoiceLists; readonly names: Names }

/**
 * The columns of a field: one; two for codes (the codes, then their French labels), for a reference (the same) and for
 * a point; none for what has no value of its own, such as a repeat.
 */
export function fieldColumns(field: Field, words: Words): readonly Filled<Answers | Row>[] {
  const { name, label } = field
  const tags = tagsOf(field)
  const column = (key: string, header: string, tag: string | null, cell: (answer: Answer) => Cell) => ({
    key,
    header,
    tag,
    cell: (answers: Answers | Row) => {
      const answer = answers[name]
      return answer === undefined ? null : cell(answer)
    },
  })
  switch (field.type) {
    case 'note':
    case 'repeat':
      return []
    case 'select_one':
    case 'select_multiple': {
      const labels = new Map(listOf(field, words.lists).map((choice) => [choice.code, choice.label.fr]))
      return [
        column(name, `${label.fr} (code)`, tags.code, (answer) => itemsOf(answer).join(joiner)),
        column(`${name}_libelle`, label.fr, tags.label, (answer) =>
          itemsOf(answer)
            .map((code) => labels.get(code) ?? code)
            .join(joiner),
        ),
      ]
    }
    case 'reference': {
      const names = namesOf(words.names, field)
      const known = (answer: Answer) => (names.has(String(answer)) ? String(answer) : null)
      return [
        column(name, `${label.fr} (référence)`, null, known),
        column(
          `${name}_libelle`,
          label.fr,
          tags.label,
          (answer) => names.get(String(answer)) ?? String(answer),
        ),
      ]
    }
    case 'geopoint': {
      const [lat, lon] = pointTags(field)
      return [
        column(`${name}_lat`, `${label.fr} — Latitude`, lat, (answer) => (answer as GeoPoint).lat),
        column(`${name}_lon`, `${label.fr} — Longitude`, lon, (answer) => (answer as GeoPoint).lon),
      ]
    }
    case 'file':
      return [
        column(name, label.fr, tags.label, (answer) =>
          (answer as readonly FileAnswer[]).map((file) => file.name).join(joiner),
        ),
      ]
    case 'list':
      return [column(name, label.fr, tags.label, (answer) => itemsOf(answer).join(joiner))]
    case 'date':
    case 'partial_date':
      return [column(name, label.fr, tags.label, (answer) => dateCell(String(answer)))]
    case 'text':
    case 'integer':
    case 'decimal':
    case 'time':
    case 'calculate':
    case 'acknowledge':
      return [column(name, label.fr, tags.label, (answer) => answer as string | number | boolean)]
  }
}

const itemsOf = (answer: Answer): readonly string[] =>
  typeof answer === 'string' ? [answer] : (answer as readonly string[])

/** A month without a day (2018-10) is no date to a workbook, and stays as it is. */
const dateCell = (text: string): Cell => (isDate(text) ? { day: text } : text)

/** The day of a moment (milliseconds since 1970, UTC, which is Dakar's time). */
export const dayOf = (at: number): Day => ({ day: new Date(at).toISOString().slice(0, 10) })
