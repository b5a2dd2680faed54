import type { Context } from '../context.ts'
import type { Group } from '../form/definition/index.ts'
import { frenchSpaces } from '../form/index.ts'
import { readSettings } from '../store/settings.ts'

/** What the coordination sets for the group; a text that is '' is not set, and what forms/group.ts says stands. */
export type Settings = {
  /** The group's name in French, as pages, messages and notices give it. */
  readonly name: string
  /** It opens the subjects of messages. */
  readonly short: string
  /** What the home page says of the group, in French. */
  readonly introduction: string
  /** Who answers for what is done with personal data: an organisation and its address. */
  readonly controller: string
  /** Whom people write to about their data: an e-mail or postal address. */
  readonly contact: string
  /** The number of the CDP's receipt for the declaration (law 2008-12, cdp.sn). */
  readonly receipt: string
  /** By a purpose's id: for how many months its data are kept, where that differs from what the form says. */
  readonly retention: Readonly<Record<string, number>>
}

/** The settings, and how often they were changed. */
export type RevisedSettings = { readonly settings: Settings; readonly revision: number }

export const unset: Settings = {
  name: '',
  short: '',
  introduction: '',
  controller: '',
  contact: '',
  receipt: '',
  retention: {},
}

/** The group's settings, and their revision; 0 before anything was set. */
export async function loadSettings({ db }: Pick<Context, 'db'>): Promise<RevisedSettings> {
  const stored = await readSettings(db)
  return stored === null
    ? { settings: unset, revision: 0 }
    : {
        settings: { ...unset, ...(JSON.parse(stored.value) as Partial<Settings>) },
        revision: stored.revision,
      }
}

/** The group as it is called since its coordination set how; a name of people is the same in every language. */
export const groupAsSet = (group: Group, { name, short, introduction }: Settings): Group => ({
  ...group,
  name: asSet(group.name, name),
  short: short || group.short,
  introduction: asSet(group.introduction, introduction),
})

const asSet = (text: Group['name'], set: string): Group['name'] =>
  set === '' ? text : { fr: frenchSpaces(set), en: set }

/** The same context, its catalogue's group called as the coordination set it: one query. */
export async function withGroupAsSet<Given extends Pick<Context, 'db' | 'catalogue'>>(
  context: Given,
): Promise<Given> {
  const { group } = context.catalogue
  if (group === null) return context
  const { settings } = await loadSettings(context)
  return { ...context, catalogue: { ...context.catalogue, group: groupAsSet(group, settings) } }
}
