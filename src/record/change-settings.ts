import type { Context } from '../context.ts'
import type { Answers } from '../form/answers.ts'
import { problem } from '../problem.ts'
import type { StoredEvent } from '../store/events.ts'
import { writeSettings } from '../store/settings.ts'
import { canonicalJson } from './digest.ts'
import { eventAbout } from './event.ts'
import type { RevisedSettings, Settings } from './settings.ts'

/** What the event of a change keeps beside: all that was set before it and after it. */
export type SettingsDetail = { readonly before: Settings; readonly after: Settings }

/** What the event of a change keeps beside; null once a person was erased from it, and nothing of it is left. */
export function settingsDetailOf({ detail }: Pick<StoredEvent, 'detail'>): SettingsDetail | null {
  const { before, after } = JSON.parse(detail) as Partial<SettingsDetail>
  return before === undefined || after === undefined ? null : { before, after }
}

/**
 * Sets what the coordination decided, with the event `settings.changed`, in one batch. The same again changes nothing.
 * @param present what it was decided on
 * @throws problem 'revision-stale' when somebody changed the settings since
 */
export async function changeSettings(
  context: Context,
  { settings: before, revision }: RevisedSettings,
  after: Settings,
): Promise<void> {
  const changed = changedSettings(before, after)
  if (changed.length === 0) return
  const told = { settings: { revision: revision + 1, changed } }
  const detail: SettingsDetail = { before, after }
  const event = eventAbout(context, 'settings.changed', told, detail)
  const written = await writeSettings(context.db, JSON.stringify(after), revision, event)
  if (!written) throw problem('revision-stale')
}

const differ = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) !== canonicalJson(other ?? null)

const changedSettings = (before: Settings, after: Settings): readonly string[] =>
  Object.entries(after)
    .filter(([name, value]) => differ(before[name as keyof Settings], value))
    .map(([name]) => name)

/** The answers as they are but for what a change changed, which is as it was before it. */
export function undone(present: Answers, before: Answers, after: Answers): Answers {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed = [...names].filter((name) => differ(before[name], after[name]))
  const kept = Object.entries(present).filter(([name]) => !changed.includes(name))
  const back = Object.entries(before).filter(([name]) => changed.includes(name))
  return Object.fromEntries([...kept, ...back])
}
