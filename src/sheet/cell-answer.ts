import { isBlank } from '../form/characters.ts'
import type { Field } from '../form/definition/index.ts'
import { readOne, readReference, readSeveral } from './cell-choice.ts'
import { foldLabel, sameLabel } from './cell-label.ts'
import { readDay, readTime } from './cell-moment.ts'
import { numberOf, readNumber } from './cell-number.ts'
import { answered, type CellReading, quoted, refused, shownText } from './cell-reading.ts'
import { type CellValue, cutMark, type Words } from './cells.ts'

export { codeOf, sameLabel } from './cell-label.ts'
export type { CellReading } from './cell-reading.ts'

/**
 * Cells as answers: `answerCell` the other way round, for what humans type. Pure. Only what a cell means is
 * read here; bounds, lengths and the form's rules are for `examine` to check.
 */

/** Cells of one field as an UNFORMATTED_VALUE / SERIAL_NUMBER read gives them: one, or two for a point. */
export type FieldCells = { readonly whole: CellValue } | { readonly lat: CellValue; readonly lon: CellValue }

/**
 * What is shown instead of a value, in English and French, folded: one for each ErrorType of
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/other
 */
const errors: ReadonlySet<string> = new Set(
  [
    ...['#REF!', '#N/A', '#NAME?', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!', '#ERROR!', 'Loading...'],
    ...['#NOM?', '#VALEUR!', '#NOMBRE!', '#NUL!', '#ERREUR!', 'Chargement...', 'Chargement en cours...'],
  ].map(foldLabel),
)

/** Whether a cell shows an error or is still being worked out: then it holds no value of anyone's. */
export const isErrorCell = (value: CellValue): boolean =>
  typeof value === 'string' && value.length < 30 && errors.has(foldLabel(value))

/** The answer that a field's cells hold, whoever typed it. */
export function readCells(field: Field, cells: FieldCells, words: Words): CellReading {
  const values = 'whole' in cells ? [cells.whole] : [cells.lat, cells.lon]
  const error = values.find(isErrorCell)
  if (error !== undefined) {
    return refused(`la cellule affiche une erreur (${shownText(error).trim()}), ce n’est pas une valeur`)
  }
  if (values.some((value) => typeof value === 'string' && value.includes(cutMark))) {
    return refused(
      'ce texte, trop long pour la cellule, y est coupé\u202f; corrigez-le sur le site, dans la fiche',
    )
  }
  if (field.type === 'geopoint') return readPoint(field, cells)
  if ('whole' in cells) return readWhole(field, cells.whole, words)
  return refused('cette question n’a qu’une cellule')
}

function readWhole(field: Field, value: CellValue, words: Words): CellReading {
  const whenFilled = (read: () => CellReading): CellReading =>
    isEmpty(field, value) ? answered(undefined) : read()
  switch (field.type) {
    case 'text':
      return whenFilled(() => answered(shownText(value)))
    case 'integer':
    case 'decimal':
      return whenFilled(() => readNumber(value, field.type === 'integer'))
    case 'date':
    case 'partial_date':
      return whenFilled(() => readDay(value, field.type === 'partial_date'))
    case 'time':
      return whenFilled(() => readTime(value))
    case 'select_one':
      return whenFilled(() => readOne(field, value, words))
    case 'select_multiple':
      return whenFilled(() => readSeveral(field, value, words))
    case 'list':
      return whenFilled(() => answered(linesOf(value)))
    case 'reference':
      return whenFilled(() => readReference(field, value, words))
    case 'acknowledge':
      return whenFilled(() => readAcknowledgement(value))
    case 'geopoint':
      return readPoint(field, { whole: value })
    case 'file':
      return refused('les fichiers se joignent et se retirent sur le site, dans la fiche')
    case 'repeat':
      return refused('ces lignes se corrigent sur le site, dans la fiche')
    case 'note':
    case 'calculate':
      return refused('cette colonne ne se remplit pas dans la feuille\u00a0: Recueil l’écrit')
    default:
      return field.type satisfies never
  }
}

/** Whether a cell is no answer: blank, or what the field calls an empty answer ("A définir"). */
function isEmpty({ undefinedLabel }: Field, value: CellValue): boolean {
  if (typeof value !== 'string') return false
  if (isBlank(value)) return true
  return (
    undefinedLabel !== null && [undefinedLabel.fr, undefinedLabel.en].some((label) => sameLabel(label, value))
  )
}

const linesOf = (value: CellValue): readonly string[] =>
  shownText(value)
    .split('\n')
    .filter((line) => !isBlank(line))
    .map((line) => line.trim())

const yes: ReadonlySet<string> = new Set(['vrai', 'true', 'oui', 'x', '1'])
const no: ReadonlySet<string> = new Set(['faux', 'false', 'non', '0'])

function readAcknowledgement(value: CellValue): CellReading {
  const word = foldLabel(shownText(value))
  if (yes.has(word)) return answered(true)
  if (no.has(word)) return answered(undefined)
  return refused(`${quoted(value)} n’est pas une réponse\u202f; écrivez oui, ou videz la cellule`)
}

function readPoint(field: Field, cells: FieldCells): CellReading {
  if ('whole' in cells) return refused('écrivez la latitude et la longitude, chacune dans sa cellule')
  const noLat = isEmpty(field, cells.lat)
  const noLon = isEmpty(field, cells.lon)
  if (noLat && noLon) return answered(undefined)
  if (noLat) return refused('il manque la latitude\u202f; écrivez-la, comme 14,693, ou videz la longitude')
  if (noLon) return refused('il manque la longitude\u202f; écrivez-la, comme -17,447, ou videz la latitude')
  const lat = numberOf(cells.lat)
  const lon = numberOf(cells.lon)
  if (lat === null) return notDegrees('latitude', cells.lat, '14,693')
  if (lon === null) return notDegrees('longitude', cells.lon, '-17,447')
  return answered({ lat, lon })
}

const notDegrees = (name: string, value: CellValue, example: string): CellReading =>
  refused(`la ${name} ${quoted(value)} n’est pas un nombre\u202f; écrivez des degrés, comme ${example}`)
