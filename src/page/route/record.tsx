import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { isProblem } from '../../problem.ts'
import { refuseMoving } from '../../record/campaign/index.ts'
import { revise, transition } from '../../record/index.ts'
import { loadOffered } from '../../record/load-names.ts'
import { answersFromTyped, typedFromEntries } from '../answers-from-form.ts'
import { answerWithdrawal } from '../consent.tsx'
import { entryOf } from '../entries.ts'
import { withKept } from '../kept.ts'
import { labelOfMove, movedTo } from '../moves.tsx'
import { moveRead, Publishing, type Unread, unreadBefore } from '../publishing.tsx'
import { recordPage, type Shown } from '../record-page.tsx'
import { withRepeatAction } from '../repeat-action.ts'
import { respond } from '../respond.tsx'
import { typedFromAnswers } from '../typed.ts'
import { word } from '../words.ts'
import { type Opened, openRecord } from './opened.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/**
 * The private page of a record: where it stands, and its answers to correct. Who may call: whoever has its key, and
 * coordinators, whom the second path lets in where Cloudflare Access only looks at the console.
 */
export const recordRoutes = new Hono<AppEnv>()

for (const path of ['/fiches/:reference', '/coordination/fiches/:reference'])
  recordRoutes.get(path, openPage).post(path, correct)
recordRoutes.post('/coordination/fiches/:reference/statut', move)

async function openPage(c: C) {
  const opened = await openRecord(c)
  const names = await loadOffered(opened.context, opened.form, opened.record.answers)
  const typed = typedFromAnswers(opened.form, opened.record.answers, names, c.var.locale)
  const state = c.req.query('corrigee') === '1' ? 'saved' : 'open'
  return recordPage(c, { opened, names, typed, revision: opened.record.revision, state, issues: [] })
}

async function correct(c: C) {
  const entries = await readEntries(c)
  const opened = await openRecord(c, entries)
  const { form, record, context } = opened
  const action = entryOf(entries, 'action')
  const withdrawal = await answerWithdrawal(c, opened, action)
  if (withdrawal !== null) return withdrawal
  const names = await loadOffered(context, form, record.answers)
  const typed = typedFromEntries(form, entries)
  const shown = { opened, names, typed, revision: Number(entryOf(entries, 'revision')), issues: [] }
  if (c.var.hurried) return recordPage(c, { ...shown, state: 'hurried' })
  const changed = withRepeatAction(form, typed, action, context.now)
  if (changed) return recordPage(c, { ...shown, typed: changed, state: 'open' })
  let reached = record
  try {
    const answers = withKept(form, answersFromTyped(form, typed, names), record.answers)
    if (opened.invited) refuseMoving(opened.invited, answers)
    reached = await revise(context, form, record, { answers, revision: shown.revision })
    const to = movedTo(action)
    if (to !== null) await transition(context, form, reached, { to, note: '' })
    return saved(c, opened)
  } catch (cause) {
    const revision = reached === record ? shown.revision : reached.revision
    return refusal(c, { ...shown, revision }, () => openRecord(c, entries), cause)
  }
}

/** A coordinator's move alone, without a word of the answers. */
async function move(c: C) {
  requireCoordinator(c)
  const opened = await openRecord(c)
  const entries = await readEntries(c)
  const note = { to: entryOf(entries, 'to'), note: entryOf(entries, 'note').slice(0, 2000) }
  const unread = await unreadBefore(
    opened.context,
    opened.form,
    [opened.record],
    note.to,
    entries,
    c.var.locale,
  )
  if (unread !== null) return publishingPage(c, opened, note, unread)
  try {
    await moveRead(opened.context, opened.form, opened.record, note)
    return saved(c, opened, 'passee')
  } catch (cause) {
    const names = await loadOffered(opened.context, opened.form, opened.record.answers)
    const present = await openRecord(c)
    const typed = typedFromAnswers(present.form, present.record.answers, names, c.var.locale)
    const shown = { opened: present, names, typed, revision: present.record.revision, issues: [] }
    return refusal(c, shown, () => openRecord(c), cause)
  }
}

/** What everyone will see, before a move shows it to them. */
function publishingPage(
  c: C,
  { form, record }: Opened,
  { to, note }: { readonly to: string; readonly note: string },
  unread: Unread,
) {
  const { locale } = c.var
  const content = (
    <Publishing
      {...unread}
      action={`/coordination/fiches/${record.reference}/statut`}
      sent={[
        ['to', to],
        ['note', note],
      ]}
      label={labelOfMove(form, record.status, to, locale)}
      locale={locale}
    />
  )
  const status = unread.state === 'unread' ? 422 : 200
  return respond(c, { title: word(locale, 'publicView'), content, status, secret: true })
}

const saved = (c: C, { path }: Opened, what: 'corrigee' | 'passee' = 'corrigee') =>
  c.redirect(`${path}${path.includes('?') ? '&' : '?'}${what}=1`, 303)

/** What was typed, with what stands against keeping it. @throws whatever is no refusal */
async function refusal(c: C, shown: Omit<Shown, 'state'>, again: () => Promise<Opened>, cause: unknown) {
  if (!isProblem(cause)) throw cause
  switch (cause.code) {
    case 'invalid':
      return recordPage(c, { ...shown, state: 'refused', issues: cause.errors })
    case 'transition-refused':
      return recordPage(c, {
        ...shown,
        opened: await again(),
        state: 'unmoved',
        issues: [{ pointer: '', message: cause.detail ?? cause.title }],
      })
    case 'locked':
      return recordPage(c, { ...shown, opened: await again(), state: 'late' })
    case 'revision-stale': {
      const present = await again()
      return recordPage(c, { ...shown, opened: present, revision: present.record.revision, state: 'stale' })
    }
    default:
      throw cause
  }
}
