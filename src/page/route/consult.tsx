import { Hono } from 'hono'
import type { AppEnv } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import { problem } from '../../problem.ts'
import { asPublished, isPublished, publicRecords } from '../../record/published.ts'
import { findByReference } from '../../store/records.ts'
import { AnswersSummary } from '../answers-summary.tsx'
import { publicAnswers } from '../public-answers.ts'
import { hasPageOfItsOwn, publicPath } from '../public-path.ts'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

/** A published record by itself. Who may call: anyone; to all who ask, what is not published is not there. */
export const consultRoutes = new Hono<AppEnv>()

/** Whether the published records of a form are on no page but this list, and each its own. */
const isListed = (form: Form): boolean =>
  form.publication !== null && hasPageOfItsOwn(form) && !form.map && !form.directory

/** The published records that no other page lists: such as the tools that are known. The same for all who ask. */
consultRoutes.get('/consulter', async (c) => {
  const { context, locale } = c.var
  const forms = context.catalogue.forms.filter(isListed)
  const lists = await Promise.all(
    forms.map(async (form) => ({ form, records: (await publicRecords(context, form)).records })),
  )
  const title = word(locale, 'publishedRecords')
  const content = (
    <>
      <h1>{title}</h1>
      {lists.map(({ form, records }) => (
        <>
          <h2>{form.title[locale]}</h2>
          <p>{records.length === 0 ? word(locale, 'noneYet') : form.description[locale]}</p>
          <ul class="cards">
            {records.map(({ reference, answers }) => (
              <li>
                <a href={publicPath(form, reference)}>{String(answers[form.titleField] ?? reference)}</a>
              </li>
            ))}
          </ul>
          {form.submit === 'anyone' ? (
            <p class="links">
              <a href={`/formulaires/${form.id}`}>{word(locale, 'proposeOne')}</a>
            </p>
          ) : null}
        </>
      ))}
    </>
  )
  return respond(c, { title, content })
})

consultRoutes.get('/consulter/:reference', async (c) => {
  const { context, locale } = c.var
  const { db, catalogue, actor } = context
  const record = await findByReference(db, catalogue, c.req.param('reference'))
  const form = record && findForm(catalogue, record.form)
  if (!record || !form || !isPublished(form, record)) throw problem('not-found')
  if (!hasPageOfItsOwn(form)) return c.redirect(publicPath(form, record.reference), 302)
  const { answers } = asPublished(form, record)
  const title = String(answers[form.titleField] ?? record.reference)
  const content = (
    <>
      <h1>{title}</h1>
      <p class="hint">
        {form.title[locale]}, {record.reference}
      </p>
      <AnswersSummary
        form={form}
        shown={await publicAnswers(context, form, record, locale)}
        heading="h2"
        locale={locale}
      />
      <p class="links">
        {isListed(form) ? <a href="/consulter">{word(locale, 'publishedRecords')}</a> : null}
        {form.map ? <a href="/carte">{word(locale, 'map')}</a> : null}
        {actor.role === 'coordinator' ? (
          <a href={`/coordination/fiches/${record.reference}`}>{word(locale, 'openRecord')}</a>
        ) : null}
      </p>
    </>
  )
  return respond(c, { title, content })
})
