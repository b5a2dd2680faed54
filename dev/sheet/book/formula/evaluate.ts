import { cellAt } from '../cells.ts'
import { displayValue, isMoment } from '../display.ts'
import { parseEntry } from '../entry.ts'
import type { Cell, CellPlace, ExtendedValue, JsonObject } from '../types.ts'
import { type Expression, parseFormula } from './parse.ts'

/** What a cell amounts to. A blank has no value; the format is the one a plain reference brings along. */
export type Computed = { readonly value?: ExtendedValue; readonly format?: JsonObject }

/** Cells are never changed in place: a formula is read once. */
const parsed = new WeakMap<Cell, Expression>()

function expressionOf(cell: Cell | undefined): Expression | undefined {
  const formula = cell?.userEnteredValue?.formulaValue
  if (cell === undefined || formula === undefined) return undefined
  const known = parsed.get(cell) ?? parseFormula(formula)
  parsed.set(cell, known)
  return known
}

const messages: Readonly<Record<string, string>> = {
  NAME: 'Fonction inconnue de la feuille locale.',
  REF: 'La référence n’existe pas.',
  DIVIDE_BY_ZERO: 'Une division par zéro est impossible.',
  VALUE: 'Un nombre est attendu.',
  N_A: 'La valeur n’est pas disponible.',
}

function failed(type: string, message = messages[type] ?? 'Erreur.'): Computed {
  return { value: { errorValue: { type, message } } }
}

type Spot = { readonly row: number; readonly column: number }
type Results = Map<string, Computed>
const keyOf = (spot: Spot): string => `${spot.row},${spot.column}`

/**
 * Calculates a cell, and before it the cells its formula needs, each once: a long chain of formulas is no deep
 * recursion, and a circle of them is `#REF!` as in Sheets.
 */
export function computeCell(cell: Cell | undefined, place: CellPlace): Computed {
  const expression = expressionOf(cell)
  if (expression === undefined) return givenOf(cell)
  const results: Results = new Map()
  const path = new Set<string>()
  const origin: Spot = { row: place.row, column: place.column }
  const pending: Spot[] = [origin]
  for (let spot = pending.at(-1); spot !== undefined; spot = pending.at(-1)) {
    const key = keyOf(spot)
    const source = spot === origin ? expression : expressionOf(cellAt(place.sheet, spot.row, spot.column))
    const missing = source === undefined ? [] : needs(source).filter((item) => !results.has(keyOf(item)))
    if (
      missing.length > 0 &&
      !results.has(key) &&
      !missing.some((item) => path.has(keyOf(item)) || keyOf(item) === key)
    ) {
      path.add(key)
      pending.push(...missing)
      continue
    }
    if (!results.has(key)) results.set(key, resultAt(spot, source, missing.length > 0, place, results))
    path.delete(key)
    pending.pop()
  }
  return results.get(keyOf(origin)) ?? {}
}

function resultAt(
  spot: Spot,
  source: Expression | undefined,
  isCircular: boolean,
  place: CellPlace,
  results: Results,
): Computed {
  if (isCircular) return failed('REF', 'Dépendance circulaire détectée.')
  const { rowCount, columnCount } = place.sheet.properties.gridProperties
  if (spot.row >= rowCount || spot.column >= columnCount) return failed('REF')
  if (source === undefined) return givenOf(cellAt(place.sheet, spot.row, spot.column))
  return evaluate(source, { ...place, ...spot }, results)
}

function givenOf(cell: Cell | undefined): Computed {
  const value = cell?.userEnteredValue
  const format = cell?.userEnteredFormat?.numberFormat as JsonObject | undefined
  return { ...(value !== undefined && { value }), ...(format !== undefined && { format }) }
}

/** The cells an expression reads. */
function needs(expression: Expression): Spot[] {
  switch (expression.kind) {
    case 'cell':
      return [expression]
    case 'operation':
      return [...needs(expression.left), ...needs(expression.right)]
    case 'call':
      return expression.operand === undefined ? [] : needs(expression.operand)
    default:
      return []
  }
}

function evaluate(expression: Expression, place: CellPlace, results: Results): Computed {
  switch (expression.kind) {
    case 'value':
      return { value: expression.value }
    case 'error':
      return failed(expression.type)
    case 'cell':
      return results.get(keyOf(expression)) ?? {}
    case 'operation': {
      const left = evaluate(expression.left, place, results)
      const right = evaluate(expression.right, place, results)
      if (left.value?.errorValue !== undefined) return { value: left.value }
      if (right.value?.errorValue !== undefined) return { value: right.value }
      if (expression.operator === '&') {
        return { value: { stringValue: textOf(left, place.locale) + textOf(right, place.locale) } }
      }
      const numbers = [numberOf(left.value, place.locale), numberOf(right.value, place.locale)] as const
      return calculate(expression.operator, ...numbers)
    }
    case 'call':
      return call(expression, place, results)
  }
}

function call(expression: Expression & { kind: 'call' }, place: CellPlace, results: Results): Computed {
  if (expression.name === 'ROW') return { value: { numberValue: place.row + 1 } }
  if (expression.name === 'COLUMN') return { value: { numberValue: place.column + 1 } }
  const operand = expression.operand === undefined ? {} : evaluate(expression.operand, place, results)
  if (operand.value?.errorValue !== undefined) return { value: operand.value }
  const text = textOf(operand, place.locale)
  return { value: { stringValue: expression.name === 'UPPER' ? text.toUpperCase() : text.toLowerCase() } }
}

function calculate(operator: string, left: number | undefined, right: number | undefined): Computed {
  if (left === undefined || right === undefined) return failed('VALUE')
  if (operator === '/' && right === 0) return failed('DIVIDE_BY_ZERO')
  const number =
    operator === '+'
      ? left + right
      : operator === '-'
        ? left - right
        : operator === '*'
          ? left * right
          : left / right
  return Number.isFinite(number) ? { value: { numberValue: number } } : failed('NUM')
}

/** Moments keep their format in a text; other numbers are written plainly. */
function textOf({ value, format }: Computed, locale: string): string {
  return displayValue(value, isMoment(format) ? format : undefined, locale) ?? ''
}

/** A blank is 0; a text counts when typing it would give a number. */
function numberOf(value: ExtendedValue | undefined, locale: string): number | undefined {
  if (value === undefined) return 0
  if (value.boolValue !== undefined) return Number(value.boolValue)
  if (value.stringValue === undefined) return value.numberValue
  return parseEntry(value.stringValue, locale, undefined).value?.numberValue
}
