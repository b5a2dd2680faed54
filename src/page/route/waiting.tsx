import { Hono } from 'hono'
import { heldKey, keyName } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { findForm } from '../../form/index.ts'
import { daysRejected } from '../../privacy/index.ts'
import { toldByWaiting } from '../../record/index.ts'
import { loadNames } from '../../record/load-names.ts'
import { formScript } from '../assets.ts'
import { draftName } from '../draft-name.ts'
import { formatMoment } from '../format.ts'
import { KeepLink } from '../keep-link.tsx'
import { DoubtfulAnswers } from '../quarantine/answers.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { giveKey, keyOf, opensNothing, withKey } from './held-key.ts'

/**
 * Where a person lands whose submission is to be checked first, and finds the receipt once it was. Who may call: whoever
 * has the key of that submission.
 */
export const waitingRoutes = new Hono<AppEnv>()

waitingRoutes.get('/envois/:id', async (c) => {
  const { context, locale } = c.var
  const id = c.req.param('id').toLowerCase()
  const key = keyOf(c)
  const told = await toldByWaiting(context, id, key)
  if (told?.kind === 'accepted') {
    const receipt = `/fiches/${told.reference}/recu`
    giveKey(c, receipt, told.key)
    return c.redirect(heldKey(c) === key ? receipt : withKey(c, receipt, told.key), 303)
  }
  const doubtful = told?.doubtful
  const form = doubtful && findForm(context.catalogue, doubtful.form)
  if (!doubtful || !form) throw opensNothing()
  const names = await loadNames(context, [form])
  const waits = doubtful.rejectedAt === null
  const title = word(locale, waits ? 'toBeChecked' : 'setAside')
  const content = (
    <div data-received={draftName(form, null)} data-id={id}>
      <div class="banner">
        <h1>{title}</h1>
        <p>
          {word(locale, 'doubtfulSince', {
            form: form.title[locale],
            date: formatMoment(doubtful.at, locale),
          })}
        </p>
      </div>
      <p class="lead">{word(locale, waits ? 'toBeCheckedLead' : 'setAsideLead', { days: daysRejected })}</p>
      {waits ? (
        <KeepLink
          title={word(locale, 'waitingKeep')}
          why={word(locale, 'waitingNext')}
          subject={form.title[locale]}
          link={new URL(`${c.req.path}?${keyName}=${key}`, c.req.url).href}
          locale={locale}
        />
      ) : null}
      <h2>{word(locale, 'yourAnswers')}</h2>
      <DoubtfulAnswers
        context={context}
        form={form}
        doubtful={doubtful}
        names={names}
        heading="h3"
        locale={locale}
      />
    </div>
  )
  const status = waits ? 202 : 200
  return respond(c, { title, content, status, secret: true, scripts: [formScript.path] })
})
