import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../context.ts'
import { type Locale, locales } from '../form/text.ts'

const isLocale = (value: string | undefined): value is Locale => locales.some((locale) => locale === value)
const year = 365 * 24 * 3600

/**
 * The language to answer in: `?lang=` and remembered from then on, else the remembered one, else French. The API,
 * which no person browses, goes by Accept-Language.
 */
export function chooseLocale(c: Context<AppEnv>): Locale {
  const asked = c.req.query('lang')
  if (isLocale(asked)) {
    setCookie(c, 'langue', asked, {
      path: '/',
      maxAge: year,
      sameSite: 'Lax',
      httpOnly: true,
      secure: isSecure(c),
    })
    return asked
  }
  const remembered = getCookie(c, 'langue')
  return isLocale(remembered) ? remembered : 'fr'
}

/** The API's language: English when Accept-Language names it first, else French. */
export const apiLocale = (c: Context<AppEnv>): Locale =>
  /^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'fr'

/** Whether the request came encrypted, so that cookies can be kept to such requests. */
export const isSecure = (c: Context<AppEnv>): boolean => new URL(c.req.url).protocol === 'https:'
