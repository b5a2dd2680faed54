import {
  emptyScope,
  evaluate,
  parseExpression,
  type Scope,
  type Value,
} from '../../../src/form/expression/index.ts'

type Setting = Partial<Pick<Scope, 'self' | 'position'>> & {
  readonly answers?: Readonly<Record<string, Value>>
  readonly attributes?: Readonly<Record<string, Value>>
}

/** 24 September 2018, a Monday, at 14:30 UTC. */
export const now = Date.UTC(2018, 8, 24, 14, 30)

export function scopeOf({ answers = {}, attributes = {}, ...rest }: Setting): Scope {
  const resolve = (name: string) => answers[name] ?? ''
  return { ...emptyScope, ...rest, now, resolve, attribute: (name) => attributes[name] ?? '' }
}

export function evaluated(source: string, setting: Setting = {}): Value {
  return evaluate(parseExpression(source), scopeOf(setting))
}
