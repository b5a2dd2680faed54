import { Hono } from 'hono'
import type { AppEnv } from '../../context.ts'
import { settle } from '../../form/index.ts'
import { loadNames } from '../../record/load-names.ts'
import { AnswersSummary } from '../answers-summary.tsx'
import { formScript } from '../assets.ts'
import { editAddress } from '../completion.tsx'
import { draftName } from '../draft-name.ts'
import { flatAnswers } from '../flat-answers.ts'
import { formatMoment } from '../format.ts'
import { KeepLink } from '../keep-link.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { openRecord } from './opened.ts'

/** The page a person lands on after sending a form. */
export const receiptRoutes = new Hono<AppEnv>()

receiptRoutes.get('/fiches/:reference/recu', async (c) => {
  const { context, locale } = c.var
  const { form, record, key, path, receipt } = await openRecord(c)
  if (receipt === null) return c.redirect(path, 303)
  const { lists } = context.catalogue
  const names = await loadNames(context, [form])
  const { warnings } = settle(form, lists, record.answers, { now: context.now })
  const content = (
    <div data-received={draftName(form, c.req.query('de') ?? null)} data-id={record.id}>
      <div class="banner">
        <h1>{word(locale, 'received')}</h1>
        <p>
          {word(locale, 'reference')} <strong class="reference">{record.reference}</strong>
        </p>
        <p>
          {form.title[locale]}, {formatMoment(record.createdAt, locale)}
        </p>
      </div>
      <KeepLink
        title={word(locale, 'keepLink')}
        why={word(locale, 'keepLinkWhy')}
        subject={word(locale, 'linkSubject', { reference: record.reference })}
        link={editAddress(c, record, key)}
        locale={locale}
      />
      {warnings.length === 0 ? null : (
        <section class="notice" aria-labelledby="page-alertes">
          <h2 id="page-alertes">{word(locale, 'warnings')}</h2>
          <p>{word(locale, 'warningsWhy')}</p>
          <ul>
            {warnings.map(({ message }) => (
              <li>{message[locale]}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="actions">
        <a class="button" href={path}>
          {word(locale, 'correct')}
        </a>
        <a href={`/formulaires/${form.id}`}>{word(locale, 'another')}</a>
      </p>
      <h2>{word(locale, 'yourAnswers')}</h2>
      <AnswersSummary
        form={form}
        shown={flatAnswers(form, record.answers, { lists, names, locale })}
        heading="h3"
        locale={locale}
      />
    </div>
  )
  const title = `${word(locale, 'received')} ${record.reference}`
  return respond(c, { title, content, secret: true, scripts: [formScript.path] })
})
