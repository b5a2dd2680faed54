import type { Answers, Row } from '../form/answers.ts'
import type { Field, Form } from '../form/definition/index.ts'
import { textsIn } from '../form/names.ts'
import type { Text } from '../form/text.ts'
import type { Finder } from './match.ts'
import { asksOfPerson, isAbout } from './take-out.ts'

/** An answer that names the person, or stands beside one that does and is personal too. */
export type Passage = {
  /** The question; of a row, its repeat's before it. */
  readonly label: Text
  /** The row's number from 1; null outside rows. */
  readonly row: number | null
  /** The whole of a short answer, else what stands around the person. */
  readonly text: string
  /** Whether the answer is the person's own, and not a text that speaks of them. */
  readonly isTheirs: boolean
}

/** Where the answers of a record speak of the person, in the order of the form. */
export function passagesIn(form: Form, answers: Answers, find: Finder): readonly Passage[] {
  return passagesAt(form.fields, answers, find, null)
}

function passagesAt(
  fields: readonly Field[],
  answers: Answers | Row,
  find: Finder,
  row: { readonly repeat: Field; readonly number: number } | null,
): readonly Passage[] {
  const theirs = isAbout(fields, answers, find)
  return Object.entries(answers).flatMap(([name, answer]): readonly Passage[] => {
    const field = fields.find((one) => one.name === name)
    if (field?.type === 'repeat' && Array.isArray(answer)) {
      return (answer as readonly Row[]).flatMap((one, index) =>
        passagesAt(field.fields, one, find, { repeat: field, number: index + 1 }),
      )
    }
    const isTheirs = theirs && field !== undefined && asksOfPerson(field)
    const texts = textsIn(answer).filter((text) => isTheirs || find(text).length > 0)
    const label = labelOf(name, field, row?.repeat ?? null)
    return texts.map((text) => ({ label, row: row?.number ?? null, text: excerpt(text, find), isTheirs }))
  })
}

function labelOf(name: string, field: Field | undefined, repeat: Field | null): Text {
  const own = field?.label ?? { fr: name, en: name }
  const above = repeat?.rowLabel ?? repeat?.label
  return above ? { fr: `${above.fr} – ${own.fr}`, en: `${above.en} – ${own.en}` } : own
}

/** Characters of a long answer that are shown on both sides of the person. */
const around = 90

/** A short text whole, of a long one what stands around the person where it first names them. */
export function excerpt(text: string, find: Finder): string {
  const [from, to] = find(text)[0] ?? [0, 0]
  if (text.length <= 2 * around) return text
  const start = Math.max(0, from - around)
  const end = Math.min(text.length, to + around)
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
