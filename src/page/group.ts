import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'
import type { Group } from '../form/definition/index.ts'
import type { Locale } from '../form/text.ts'
import { groupAsSet, loadSettings, type RevisedSettings } from '../record/settings.ts'

/** The group's settings; one query a request, whoever asks first. */
export function settingsOf(c: Context<AppEnv>): Promise<RevisedSettings> {
  const asked = c.var.settings ?? loadSettings(c.var.context)
  c.set('settings', asked)
  return asked
}

/** The group as the coordination has it called. */
export async function groupOf(c: Context<AppEnv>): Promise<Group | null> {
  const { group } = c.var.context.catalogue
  return group === null ? null : groupAsSet(group, (await settingsOf(c)).settings)
}

/** For the frame of a page, which is shown even when the group's settings cannot be read. */
export async function groupInFrame(c: Context<AppEnv>): Promise<Group | null> {
  // A request may be refused before anything is known of it.
  if (c.var.context === undefined) return null
  return groupOf(c).catch((cause: unknown) => {
    console.error(cause)
    return c.var.context.catalogue.group
  })
}

/** Asks how the group is called beside what the page itself reads, so that no page waits for one query more. */
export const askForGroup = createMiddleware<AppEnv>(async (c, next) => {
  // What goes wrong here is said where it is waited for.
  if (c.req.method === 'GET') groupOf(c).catch(() => undefined)
  await next()
})

/** A title under which something is read away from the site: "Plan d’action – Groupe Thématique". */
export const titled = (title: string, group: Group | null, locale: Locale): string =>
  group === null ? title : `${title} – ${group.name[locale]}`
