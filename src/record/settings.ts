import type { Context } from '../context.ts'
import { readSettings } from '../store/settings.ts'

/** What the coordination sets for the group; a text that is '' is not set, and what forms/group.ts says stands. */
export type Settings = {
  /** The group's name in French, as pages, messages and notices give it. */
  readonly name: string
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

export const unset: Settings = {
  name: '',
  introduction: '',
  controller: '',
  contact: '',
  receipt: '',
  retention: {},
}

/** The group's settings, and their revision; 0 before anything was set. */
export async function loadSettings({
  db,
}: Pick<Context, 'db'>): Promise<{ readonly settings: Settings; readonly revision: number }> {
  const stored = await readSettings(db)
  return stored === null
    ? { settings: unset, revision: 0 }
    : {
        settings: { ...unset, ...(JSON.parse(stored.value) as Partial<Settings>) },
        revision: stored.revision,
      }
}
