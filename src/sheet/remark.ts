import { type CellValue, momentOfSerial } from './cells.ts'
import type { Column, Kind } from './columns.ts'

/** What "Remarque de synchronisation" says to the coordinator, in French. Pure. */
export const remarks = {
  erased: 'Fiche effacée',
  removed: 'Ligne retirée de la fiche',
  repeated: 'Ligne en double\u00a0: une autre est suivie, celle-ci est ignorée.',
} as const

/** A remark that is kept in a cell for long must not fill it. */
const longestQuote = 200

/** A cell's value as the coordinator reads it: 24/09/2018, 14:30, VRAI. */
export function cellText(kind: Kind, value: CellValue): string {
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX'
  if (typeof value === 'string') return value
  if (kind !== 'date' && kind !== 'moment' && kind !== 'time') return String(value).replace('.', ',')
  const at = momentOfSerial(value)
  // Beyond what a Date can hold there is no day to show.
  if (Math.abs(at) > 8.64e15) return String(value)
  const [day = '', time = ''] = new Date(Math.round(at)).toISOString().split('T')
  const clock = time.slice(0, 5)
  if (kind === 'time') return clock
  const date = day.split('-').reverse().join('/')
  return kind === 'moment' ? `${date} ${clock}` : date
}

const quote = (column: Column, value: CellValue): string => {
  const text = cellText(column.kind, value)
  const short = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
  return short === '' ? 'cellule vide' : `«\u00a0${short}\u00a0»`
}

/** With a capital and a full stop: reasons come in the words of whoever refused. */
function sentence(text: string): string {
  const stopped = /[.!?…]$/.test(text) ? text : `${text}.`
  return stopped.charAt(0).toUpperCase() + stopped.slice(1)
}

/** An edit that was put back, and why. */
export const refusedRemark = (column: Column, typed: CellValue, reason: string): string =>
  `${column.label}\u00a0: ${quote(column, typed)} refusé. ${sentence(reason)}`

/** An edit that was kept over one made elsewhere meanwhile. */
export const conflictRemark = (column: Column, kept: CellValue, lost: CellValue): string =>
  `${column.label}\u00a0: changé aussi dans la fiche (${quote(column, lost)}). La feuille l’emporte\u00a0: ${quote(column, kept)}.`

const exposed = {
  phone: 'un numéro de téléphone',
  email: 'une adresse électronique',
  name: 'le nom d’une personne dont l’accord n’est pas connu',
} as const

/** What a record that a status typed in the sheet published may tell too much of; the sheet does not repeat it. */
export function exposedRemark(
  warnings: readonly { readonly kind: keyof typeof exposed; readonly label: { readonly fr: string } }[],
): string {
  if (warnings.length === 0) return ''
  const found = new Set(warnings.map(({ kind, label }) => `${exposed[kind]} (${label.fr})`))
  return `Publiée. Tout le monde lit maintenant\u00a0: ${[...found].join(', ')}. À corriger si la personne n’est pas d’accord.`
}

/** A value of which nobody can say whether the coordinator typed it. */
export const unsureReason =
  'La fiche a changé au même moment et l’emporte. Si vous l’aviez saisi, saisissez-le de nouveau.'

/** A row of a repeat that changed on both sides: it may not be the same row any more. */
export const changedRowReason =
  'Cette ligne a changé au même moment dans la fiche, qui l’emporte. Vérifiez, puis saisissez de nouveau.'

export const irrelevantReason =
  'Les autres réponses de la fiche rendent cette question sans objet\u00a0: rien n’y est gardé.'

export const forbiddenReason = 'Cette colonne est remplie par le site\u00a0: corrigez la fiche elle-même.'

export const goneRowReason = 'La fiche n’a plus cette ligne.'

export const emptyStatusReason = 'Une fiche a toujours un statut.'

const errorMark = 'Cellule en erreur\u00a0: '

/** Cells in error are left as they are: a formula may come right by itself. */
export const errorRemark = (columns: readonly Column[]): string =>
  `${errorMark}${columns.map(({ label }) => label).join(', ')}. La fiche garde la valeur d’avant.`

export const isErrorRemark = (remark: string): boolean => remark.startsWith(errorMark)

const incompleteMark = 'Pour devenir une fiche\u00a0: '

/** What a typed row lacks to become a record. */
export const incompleteRemark = (messages: readonly string[]): string =>
  incompleteMark + messages.map(sentence).join(' ')

/** A typed row to which somebody gave a reference that no record has. */
export const namedByHand = 'laissez la colonne ID vide, elle se remplit toute seule'

export const isIncompleteRemark = (remark: string): boolean => remark.startsWith(incompleteMark)

/** Why nothing is done in a tab. */
export const sentenceOfBrake = (rows: number): string =>
  `${rows} lignes ont disparu d’un coup. Rien n’est changé dans cet onglet avant votre réponse\u00a0: les remettre, ou les laisser retirées. Les fiches, elles, sont gardées.`
