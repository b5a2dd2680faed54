import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { heldKey, isSecure, isSigned, keyName } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { type Problem, problem } from '../../problem.ts'
import { parseReference, referenceOf } from '../../record/reference.ts'
import { type Entries, entryOf } from '../entries.ts'

type C = Context<AppEnv>

/** Which campaign a form is filled in for: at the form's own address, a key counts for nothing else. */
export const campaignName = 'campagne'

/** 192 bits, base64url (`derivedKey`): nothing else is kept. */
const shape = /^[\w-]{32}$/

/** In seconds: a tab that the phone closed for want of memory opens again days later, a shared phone forgets in a week. */
const lifetime = 7 * 24 * 3600

/**
 * Takes the key of a personal link out of the address (decision 021): a page opened by one gives it to the browser as a
 * cookie for that page's path; once the browser brings it back, the address without it is enough.
 */
export const holdKey = createMiddleware<AppEnv>(async (c, next) => {
  const given = c.req.query(keyName) ?? ''
  if (c.req.method !== 'GET' || !shape.test(given)) return next()
  const own = ownPath(c)
  if (own !== c.req.path) return c.redirect(encodeURI(own) + new URL(c.req.url).search, 303)
  if (heldKey(c) === given) return c.redirect(withoutKey(c), 303)
  await next()
  if (c.res.ok) giveKey(c, c.req.path, given)
})

/** The path with a record's reference as it is written: a cookie for another one would not reach its other pages. */
function ownPath(c: C): string {
  const [first = '', room = '', reference = '', ...rest] = c.req.path.split('/')
  const named = parseReference(c.var.context.catalogue, reference)
  if (named === null) return c.req.path
  return [first, room, referenceOf(named.form.prefix, named.number), ...rest].join('/')
}

/**
 * Gives the browser a key to bring back for a path. It goes with links from other sites, such as a webmail's, since
 * reloading a page that one opened counts as coming from there; what a POST may do with it, `keyOf` says.
 */
export function giveKey(c: C, path: string, key: string): void {
  setCookie(c, keyName, key, {
    path: path.replace(/\/recu$/, ''),
    maxAge: lifetime,
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    ...(isSecure(c) && { prefix: 'secure' }),
  })
}

/**
 * The key that a request brings: in the form that is sent, in the address, or else as the cookie. A browser sends the
 * cookie by itself: of what changes something it counts only where the request says that it comes from our own pages.
 */
export function keyOf(c: C, entries: Entries = []): string {
  const said = entryOf(entries, keyName) || c.req.query(keyName)
  if (said) return said
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  return isRead || isSigned(c) ? heldKey(c) : ''
}

/** An address for whoever holds a key to go on to: with it only where the browser did not bring it as a cookie. */
export function withKey(c: C, path: string, key: string): string {
  if (key === '' || heldKey(c) === key) return path
  return `${path}${path.includes('?') ? '&' : '?'}${keyName}=${encodeURIComponent(key)}`
}

/** Where a form of this page is sent: '' for its own address, which is said only where the key is to leave it. */
export const formAction = (c: C): string => (c.req.query(keyName) === undefined ? '' : withoutKey(c))

/**
 * The refusal of a key that opens nothing, of none, and of a reference of nothing, so that it tells nothing: a link that
 * expired or was replaced looks like one that never was.
 */
export const opensNothing = (): Problem =>
  problem('not-found', {
    detail: {
      fr: 'Si vous avez suivi un lien personnel, ouvrez-le de nouveau en entier. S’il ne marche plus, il a expiré ou a été remplacé\u00a0: demandez-en un autre à la coordination.',
      en: 'If you followed a personal link, open the whole of it again. If it does not work any more, it expired or was replaced: ask the coordination for another.',
    },
  })

function withoutKey(c: C): string {
  const address = new URL(c.req.url)
  address.searchParams.delete(keyName)
  return address.pathname + address.search
}
