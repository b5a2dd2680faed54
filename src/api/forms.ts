import { Hono } from 'hono'
import type { AppEnv } from '../context.ts'
import { describeForm, findForm, inLocale, jsonSchema } from '../form/index.ts'
import { problem } from '../problem.ts'

/** Who may call: anyone. Definitions hold no answers. */
export const formRoutes = new Hono<AppEnv>()
  .get('/forms', (c) => {
    const { locale } = c.var
    return c.json({
      forms: c.var.context.catalogue.forms.map(({ id, title, description, submit }) => ({
        id,
        title: inLocale(title, locale),
        description: inLocale(description, locale),
        submit,
        url: new URL(`/formulaires/${id}`, c.req.url).href,
      })),
    })
  })
  .get('/forms/:form', (c) => {
    const { catalogue } = c.var.context
    const form = findForm(catalogue, c.req.param('form'))
    if (!form) throw problem('not-found')
    return c.json(describeForm(form, catalogue.lists))
  })
  .get('/forms/:form/schema', (c) => {
    const { catalogue } = c.var.context
    const form = findForm(catalogue, c.req.param('form'))
    if (!form) throw problem('not-found')
    return c.body(JSON.stringify(jsonSchema(form, catalogue.lists, c.var.locale)), 200, {
      'content-type': 'application/schema+json',
    })
  })
