import { env } from 'cloudflare:workers'
import { openingName } from '../../src/spam/doubt.ts'
import { signOpening } from '../../src/spam/opening.ts'

type Entry = readonly [string, string]

/** The entries of a form's page that was open for a minute before it is sent; those of other pages as they are. */
export async function openedAwhile(
  path: string,
  entries: readonly Entry[],
  now = Date.now(),
  secret = env.RECUEIL_SECRET,
): Promise<readonly Entry[]> {
  const form = /^\/formulaires\/([a-z-]+)/.exec(path)?.[1]
  if (form === undefined) return entries
  return [[openingName, await signOpening(secret, form, now - 60_000)], ...entries]
}
