import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { readAnswers } from '../../form/index.ts'
import { type Issue, isProblem, problem } from '../../problem.ts'
import { changeSettings, settingsDetailOf, undone } from '../../record/change-settings.ts'
import { loadSettings, type RevisedSettings } from '../../record/settings.ts'
import { answersOf, settingsForm, settingsFrom } from '../../record/settings-form.ts'
import { settingsEvents } from '../../store/events.ts'
import { answersFromTyped, typedFromEntries } from '../answers-from-form.ts'
import { Comparison, differences } from '../answers-summary.tsx'
import { type Entries, entryOf } from '../entries.ts'
import { flatAnswers } from '../flat-answers.ts'
import { settingsOf } from '../group.ts'
import { makeView } from '../make-view.ts'
import { respond } from '../respond.tsx'
import { Changes, mostChanges } from '../settings/changes.tsx'
import { SettingsForm } from '../settings/form.tsx'
import { shownFromTyped } from '../shown-from-typed.ts'
import { Problems, Refusal } from '../summary.tsx'
import { type Typed, typedFromAnswers } from '../typed.ts'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

const here = '/coordination/reglages'
const nobody = new Map()

/** The settings of the group, and what was changed of them. Who may call: coordinators. */
export const settingsRoutes = new Hono<AppEnv>()

settingsRoutes.get(here, async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const form = settingsForm(context.catalogue)
  const present = await settingsOf(c)
  const typed = typedFromAnswers(form, answersOf(context.catalogue, present.settings), nobody, locale)
  const state = c.req.query('fait') === '1' ? 'saved' : 'open'
  return settingsPage(c, { form, typed, present, state, issues: [] })
})

settingsRoutes.post(here, async (c) => {
  requireCoordinator(c)
  const { context } = c.var
  const form = settingsForm(context.catalogue)
  const entries = await readEntries(c)
  const present = await loadSettings(context)
  const typed = await typedIn(c, form, entries, present)
  const shown = { form, typed, present }
  const read = readAnswers(form, answersFromTyped(form, typed, nobody))
  if (!read.ok) return settingsPage(c, { ...shown, state: 'refused', issues: read.issues })
  if (present.revision !== Number(entryOf(entries, 'revision')))
    return settingsPage(c, { ...shown, state: 'stale', issues: [] })
  try {
    await changeSettings(context, present, settingsFrom(context.catalogue, read.answers))
  } catch (cause) {
    if (!isProblem(cause) || cause.code !== 'revision-stale') throw cause
    return settingsPage(c, { ...shown, present: await loadSettings(context), state: 'stale', issues: [] })
  }
  return c.redirect(`${here}?fait=1`, 303)
})

/** What is asked for, as if it had been typed: taking a change back is typing what was there before it. */
async function typedIn(c: C, form: Form, entries: Entries, { settings }: RevisedSettings): Promise<Typed> {
  const { context, locale } = c.var
  switch (entryOf(entries, 'action')) {
    case 'save':
      return typedFromEntries(form, entries)
    case 'undo': {
      const events = await settingsEvents(context.db, mostChanges)
      const change = events.find(({ id }) => id === entryOf(entries, 'change'))
      const detail = change && settingsDetailOf(change)
      if (!detail) throw problem('invalid')
      const { before, after } = detail
      const answers = (one: typeof before) => answersOf(context.catalogue, one)
      const back = undone(answers(settings), answers(before), answers(after))
      return typedFromAnswers(form, back, nobody, locale)
    }
    default:
      throw problem('invalid')
  }
}

type State = 'open' | 'saved' | 'refused' | 'stale'
type Page = {
  readonly form: Form
  readonly typed: Typed
  readonly present: RevisedSettings
  readonly state: State
  readonly issues: readonly Issue[]
}

const statuses = { open: 200, saved: 200, refused: 422, stale: 412 } as const satisfies Record<State, number>

async function settingsPage(c: C, { form, typed, present, state, issues }: Page) {
  const { context, locale } = c.var
  const { catalogue } = context
  const events = await settingsEvents(context.db, mostChanges)
  const recorded = answersOf(catalogue, present.settings)
  const parts = { form, locale, action: '', typed, names: nobody, terms: [], issues, recorded }
  const { view, faults } = makeView(context, parts)
  const title = word(locale, 'settings')
  const content = (
    <>
      <Problems problems={faults} locale={locale} />
      {state === 'saved' ? (
        <p class="banner" role="status">
          {word(locale, 'settingsSaved')} <a href="#page-changements">{word(locale, 'settingsChanges')}</a>
        </p>
      ) : null}
      {state === 'stale' ? (
        <Refusal title={word(locale, 'settingsStaleTitle')}>
          <p>{word(locale, 'settingsStale')}</p>
          <Comparison
            list={differences(flatAnswers(form, recorded, view), shownFromTyped(view, recorded))}
            locale={locale}
          />
        </Refusal>
      ) : null}
      <h1>{title}</h1>
      <p class="lead">{word(locale, 'settingsLead')}</p>
      <SettingsForm view={view} revision={present.revision} />
      <h2 id="page-changements">{word(locale, 'settingsChanges')}</h2>
      <Changes
        form={form}
        catalogue={catalogue}
        events={events}
        revision={present.revision}
        locale={locale}
      />
    </>
  )
  const prefix = statuses[state] === 200 ? '' : word(locale, 'errorPrefix')
  return respond(c, { title: prefix + title, content, status: statuses[state], secret: true })
}
