import type { Context } from 'hono'
import type { AppEnv } from '../context.ts'
import { type Problem, problem } from '../problem.ts'

const usual = 100
const most = 500

/** How many items a page of a list has: `?limit=`, from 1 to 500, else 100. */
export function pageSize(c: Context<AppEnv>): number {
  const asked = Number(c.req.query('limit') ?? usual)
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, most) : usual
}

/** A list's cursor over numbers: `?after=`, or `none` when it is not given. @throws problem 'invalid' */
export function numberAfter<None>(c: Context<AppEnv>, none: None): number | None {
  const asked = c.req.query('after')
  if (asked === undefined) return none
  if (!/^[0-9]{1,15}$/.test(asked)) throw unreadable('after')
  return Number(asked)
}

/** A query parameter that says nothing: better refused than a page the asker did not mean. */
export const unreadable = (name: string): Problem =>
  problem('invalid', {
    errors: [
      {
        pointer: `/${name}`,
        message: {
          fr: `La valeur de «\u00a0${name}\u00a0» n’existe pas.`,
          en: `The value of “${name}” does not exist.`,
        },
      },
    ],
  })
