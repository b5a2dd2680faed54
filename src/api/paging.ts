import type { Context } from 'hono'
import type { AppEnv } from '../context.ts'

const usual = 100
const most = 500

/** How many items a page of a list has: `?limit=`, from 1 to 500, else 100. */
export function pageSize(c: Context<AppEnv>): number {
  const asked = Number(c.req.query('limit') ?? usual)
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, most) : usual
}
