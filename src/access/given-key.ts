import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppEnv } from '../context.ts'
import { isSecure } from './locale.ts'

/** What the key of a personal link is called in an address, in a form that is sent, and as a cookie. */
export const keyName = 'cle'

/** The key that the browser brings as a cookie for this path (decision 021), or ''. */
export const heldKey = (c: Context<AppEnv>): string =>
  getCookie(c, keyName, isSecure(c) ? 'secure' : undefined) ?? ''
