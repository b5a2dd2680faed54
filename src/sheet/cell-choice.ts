import type { Choice, Field } from '../form/definition/index.ts'
import { finder } from './cell-label.ts'
import { answered, type CellReading, quoted, refused, shownText } from './cell-reading.ts'
import { type CellValue, choicesOf, type Words } from './cells.ts'

/** Choices and records that a human named in a cell. Pure. */

/** A refusal names no more than these. */
const mostNamed = 8
// A cell of several choices has no drop-down list.
const partedBySemicolons = 'écrivez des réponses du formulaire, séparées par «\u00a0;\u00a0»'

/** One choice, by its label or code, as its code. */
export function readOne(field: Field, value: CellValue, words: Words): CellReading {
  const choices = choicesOf(field, words.lists)
  const [code, ...others] = finder(choices)(shownText(value))
  if (code === undefined) return unknown(choices, value, 'choisissez dans la liste déroulante')
  return others.length === 0 ? answered(code) : ambiguous([code, ...others], value)
}

/**
 * Several choices parted by ";", "," or line ends, as codes in the order typed. A label may itself have a
 * comma or a semicolon: of all the ways to part the text into labels, the one with the longest labels first is
 * taken.
 */
export function readSeveral(field: Field, value: CellValue, words: Words): CellReading {
  const choices = choicesOf(field, words.lists)
  const find = finder(choices)
  // The pieces at even places, what parts them at odd ones.
  const pieces = shownText(value).split(/([;,\n])/)
  const labels = choices.flatMap(({ label }) => [label.fr, label.en])
  const longest = Math.max(1, ...labels.map((label) => label.split(/[;,\n]/).length))
  const spans = longestSpans(pieces, longest, (text) => find(text).length > 0)
  const found: string[] = []
  for (let at = 0; at < pieces.length; ) {
    const end = spans[at] ?? at
    if (end === at) return unknown(choices, pieces[at] ?? '', partedBySemicolons)
    const text = pieces.slice(at, end - 1).join('')
    const [code, ...others] = find(text)
    if (code !== undefined && others.length > 0) return ambiguous([code, ...others], text)
    if (code !== undefined) found.push(code)
    at = end
  }
  return answered(found.length === 0 ? undefined : [...new Set(found)])
}

/**
 * Where the label that starts at each piece ends (the place of the next piece), such that what follows can be
 * read too where possible; the place itself where no label starts. From the end, so that each piece is looked
 * at once.
 */
function longestSpans(
  pieces: readonly string[],
  longest: number,
  isLabel: (text: string) => boolean,
): readonly number[] {
  const spans: number[] = []
  const whole = new Set([pieces.length + 1])
  for (let at = pieces.length - 1; at >= 0; at -= 2) {
    const ends = Array.from({ length: longest }, (_, shorter) => at + 2 * (longest - shorter)).filter(
      (end) =>
        end <= pieces.length + 1 &&
        (isLabel(pieces.slice(at, end - 1).join('')) || (end === at + 2 && pieces[at]?.trim() === '')),
    )
    const end = ends.find((one) => whole.has(one))
    if (end !== undefined) whole.add(at)
    spans[at] = end ?? ends[0] ?? at
  }
  return spans
}

/**
 * The record of another form that a human named, or whose reference they typed in any case; where the form
 * takes any name, another text as it is.
 */
export function readReference(field: Field, value: CellValue, words: Words): CellReading {
  const names = words.names.get(field.reference?.form ?? '') ?? new Map<string, string>()
  const records = [...names].map(([code, name]) => ({ code, label: { fr: name, en: name } }))
  const [reference, ...others] = finder(records)(shownText(value))
  if (reference !== undefined && others.length === 0) return answered(reference)
  if (reference !== undefined) {
    const references = listed([reference, ...others], ' ou ')
    return refused(
      `plusieurs fiches s’appellent ${quoted(value)}\u202f; écrivez la référence\u00a0: ${references}`,
    )
  }
  if (field.reference?.free) return answered(shownText(value))
  const example = records[0] ? `, comme ${records[0].code}` : ''
  return refused(
    `aucune fiche ne s’appelle ${quoted(value)}\u202f; écrivez le nom d’une fiche ou sa référence${example}`,
  )
}

function unknown(choices: readonly Choice[], value: CellValue, remedy: string): CellReading {
  const labels = choices.map(({ label }) => `«\u00a0${label.fr}\u00a0»`)
  const few = labels.length > 0 && labels.length <= mostNamed
  const accepted = few ? `choisissez parmi\u00a0: ${labels.join(', ')}` : remedy
  return refused(`${quoted(value)} n’est pas une réponse proposée\u202f; ${accepted}`)
}

const ambiguous = (codes: readonly string[], value: CellValue): CellReading =>
  refused(
    `plusieurs réponses s’appellent ${quoted(value)}\u202f; écrivez le code\u00a0: ${listed(codes, ' ou ')}`,
  )

const listed = (words: readonly string[], between: string): string =>
  words.slice(0, mostNamed).join(between) + (words.length > mostNamed ? '…' : '')
