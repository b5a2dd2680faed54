import type { Answer } from '../../src/form/answers.ts'
import type { Field, FieldInput, FieldType } from '../../src/form/definition/index.ts'
import { defineForm } from '../../src/form/index.ts'
import { readCells } from '../../src/sheet/cell-answer.ts'
import type { CellValue } from '../../src/sheet/cells.ts'
import { formInput } from '../form/sample.ts'

const same = (text: string) => ({ fr: text, en: text })
const choice = (code: string, label: string) => ({ code, label: same(label), attributes: {} })

export const lists = {
  regions: [choice('SN01', 'Dakar'), choice('SN02', 'Ziguinchor'), choice('SN03', 'Kédougou')],
  themes: [
    choice('retour', 'Retour / réintégration'),
    choice('emploi', 'Formation, emploi et entrepreneuriat'),
    choice('route', 'En route ; en transit'),
    choice('formation', 'Formation'),
    choice('oeuvres', 'Œuvres «\u00a0sociales\u00a0»'),
    choice('autre', 'Autre'),
    choice('a', 'Ter'),
    choice('b', 'Ter, mer'),
    choice('c', 'mer, air'),
  ],
  doubles: [choice('d1', 'Passage'), choice('d2', 'PASSAGE'), choice('d3', 'Double'), choice('d4', 'Double')],
  pays: Array.from({ length: 20 }, (_, index) => choice(`P${index}`, `Pays ${index}`)),
}
const names = new Map([
  ['ME-0001', 'OEA'],
  ['ME-0002', 'Organisation exemple B'],
  ['ME-0003', 'Double'],
  ['ME-0004', 'double'],
  ['ME-0005', 'Même nom'],
  ['ME-0006', 'Même nom'],
])
export const words = { lists, names: new Map([['membre', names]]) }

/** A field of this type, with every key. */
export function fieldOf(type: FieldType, more: Partial<FieldInput> = {}): Field {
  const field = { name: 'essai', type, label: same('Essai'), ...more }
  const [defined] = defineForm(
    formInput([{ name: 'titre', type: 'text', label: same('Titre') }, field]),
  ).fields.slice(1)
  if (!defined) throw new Error(type)
  return defined
}

export const member = (free: boolean) =>
  fieldOf('reference', { reference: { form: 'membre', label: 'sigle', free } })
export const region = fieldOf('select_one', { choices: 'regions' })
export const themes = fieldOf('select_multiple', { choices: 'themes' })
export const toDefine = { fr: 'A définir', en: 'To be defined' }
export const place = fieldOf('text', { undefinedLabel: toDefine })

export const read = (field: Field, whole: CellValue) => readCells(field, { whole }, words)
export const readPoint = (lat: CellValue, lon: CellValue) =>
  readCells(fieldOf('geopoint'), { lat, lon }, words)
export const holds = (answer: Answer | undefined) => ({ ok: true, answer })

/** Why a cell was refused, with plain spaces. */
export function refusal(reading: ReturnType<typeof readCells>): string {
  if (reading.ok) throw new Error(JSON.stringify(reading.answer))
  return reading.message.replaceAll(/[\u00a0\u202f]/g, ' ')
}
