/** A fault in what an author wrote. `position` counts UTF-16 code units of the source from 1. */
export type ExpressionError = Error & { readonly position: number }

const name = 'ExpressionError'

/** An error to throw; `reason` is an English phrase without capital or full stop. */
export function expressionError(position: number, reason: string): ExpressionError {
  return Object.assign(new Error(`at character ${position}: ${reason}`), { name, position })
}

/** Whether a caught value came from `parseExpression`. */
export function isExpressionError(value: unknown): value is ExpressionError {
  return value instanceof Error && value.name === name
}
