import { Hono, type Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { type Issue, isProblem, problem } from '../../problem.ts'
import { countDeliveries } from '../../store/delivery-counts.ts'
import { findEndpoint, listEndpoints } from '../../store/endpoints.ts'
import {
  changedEndpoint,
  changeEndpoint,
  createEndpoint,
  ENDPOINT_CAP,
  formats,
  knownOf,
  newEndpoint,
  newEndpointId,
  placeAt,
  type Reading,
  read,
  type StoredEndpoint,
} from '../../webhook/index.ts'
import { formScript } from '../assets.ts'
import { entryOf } from '../entries.ts'
import { respond } from '../respond.tsx'
import { hookPath, hooksPath, nameOf } from '../webhook/address.ts'
import { IssueSummary } from '../webhook/controls.tsx'
import { EndpointForm } from '../webhook/endpoint-form.tsx'
import { EndpointList } from '../webhook/list.tsx'
import { SecretShown } from '../webhook/secret.tsx'
import {
  choiceIssues,
  emptyEndpoint,
  endpointChange,
  endpointInput,
  issuesByControl,
  type TypedEndpoint,
  typedFromEndpoint,
  typedFromEndpointForm,
} from '../webhook/typed.ts'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

/** Whom Recueil tells what happens: to list, add and change. Who may call: coordinators. */
export const webhooksRoutes = new Hono<AppEnv>()

webhooksRoutes.get('/coordination/webhooks', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const [endpoints, counts] = await Promise.all([listEndpoints(context.db), countDeliveries(context.db)])
  const content = (
    <>
      {c.req.query('fait') === 'delete' ? (
        <p class="banner" role="status">
          {word(locale, 'hookDeleted')}
        </p>
      ) : null}
      <h1>{word(locale, 'hooks')}</h1>
      <p class="lead">{word(locale, 'hooksAbout')}</p>
      <EndpointList endpoints={endpoints} counts={counts} locale={locale} />
      {endpoints.length >= ENDPOINT_CAP ? null : (
        <p class="actions">
          <a class="button" href={`${hooksPath}/nouveau`}>
            {word(locale, 'hookMake')}
          </a>
          <span class="hint">{word(locale, 'hooksMost', { n: ENDPOINT_CAP })}</span>
        </p>
      )}
    </>
  )
  return respond(c, { title: word(locale, 'hooks'), content, secret: true })
})

webhooksRoutes.get('/coordination/webhooks/nouveau', (c) => {
  requireCoordinator(c)
  return newPage(c, newEndpointId(), emptyEndpoint(formatNamed(c.req.query('genre'))), [])
})

webhooksRoutes.post('/coordination/webhooks', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const entries = await readEntries(c)
  const typed = typedFromEndpointForm(formatNamed(entryOf(entries, 'format')), entries)
  const given = entryOf(entries, 'id')
  const id = /^ep_[0-9a-f]{20}$/.test(given) ? given : newEndpointId()
  const schema = newEndpoint(placeAt(c.env, c.req.url), knownOf(context.catalogue))
  const reading = withChoices(read(schema, endpointInput(typed)), typed)
  if (!reading.ok) return newPage(c, id, typed, reading.issues)
  try {
    const { endpoint, secret } = await createEndpoint(context, reading.value, id)
    if (secret === null) return c.redirect(`${hookPath(endpoint.id)}?fait=save`, 303)
    return respond(c, {
      title: word(locale, 'secretMade'),
      content: <SecretShown endpoint={endpoint} secret={secret} locale={locale} />,
      secret: true,
      scripts: [formScript.path],
    })
  } catch (cause) {
    if (!isProblem(cause) || cause.code !== 'invalid') throw cause
    return newPage(c, id, typed, cause.errors)
  }
})

webhooksRoutes.get('/coordination/webhooks/:id/modifier', async (c) => {
  requireCoordinator(c)
  const endpoint = await endpointAt(c)
  return changePage(c, endpoint, typedFromEndpoint(endpoint), [])
})

webhooksRoutes.post('/coordination/webhooks/:id/modifier', async (c) => {
  requireCoordinator(c)
  const { context } = c.var
  const endpoint = await endpointAt(c)
  const typed = typedFromEndpointForm(endpoint.format, await readEntries(c))
  const schema = changedEndpoint(placeAt(c.env, c.req.url), knownOf(context.catalogue), endpoint)
  const reading = withChoices(read(schema, endpointChange(typed)), typed)
  if (!reading.ok) return changePage(c, endpoint, typed, reading.issues)
  await changeEndpoint(context, endpoint, reading.value)
  return c.redirect(`${hookPath(endpoint.id)}?fait=save`, 303)
})

/** The same reading, refused as well for what the page alone asks. */
function withChoices<Value>(reading: Reading<Value>, typed: TypedEndpoint): Reading<Value> {
  const own = choiceIssues(typed)
  if (own.length === 0) return reading
  return { ok: false, issues: [...own, ...(reading.ok ? [] : reading.issues)] }
}

/** @throws problem 'not-found' */
export async function endpointAt(c: C): Promise<StoredEndpoint> {
  const endpoint = await findEndpoint(c.var.context.db, c.req.param('id') ?? '')
  if (!endpoint) throw problem('not-found')
  return endpoint
}

const formatNamed = (name: string | undefined) => formats.find((format) => format === name) ?? 'json'

function newPage(c: C, id: string, typed: TypedEndpoint, found: readonly Issue[]) {
  const { context, locale } = c.var
  const issues = issuesByControl(found)
  const title = word(locale, 'hookNew')
  const content = (
    <>
      <IssueSummary issues={issues} locale={locale} />
      <h1>{title}</h1>
      <nav class="actions" aria-label={word(locale, 'hookFormat')}>
        {formats.map((format) => (
          <a
            href={`${hooksPath}/nouveau?genre=${format}`}
            aria-current={format === typed.format ? 'page' : undefined}
          >
            {word(locale, `hookFormat.${format}`)}
          </a>
        ))}
      </nav>
      <EndpointForm
        typed={typed}
        endpoint={null}
        id={id}
        catalogue={context.catalogue}
        issues={issues}
        action={hooksPath}
        locale={locale}
      />
    </>
  )
  return formPage(c, title, content, issues.size > 0)
}

function changePage(c: C, endpoint: StoredEndpoint, typed: TypedEndpoint, found: readonly Issue[]) {
  const { context, locale } = c.var
  const issues = issuesByControl(found)
  const title = word(locale, 'hookChange')
  const content = (
    <>
      <IssueSummary issues={issues} locale={locale} />
      <h1>{title}</h1>
      <p>
        <a href={hookPath(endpoint.id)}>{nameOf(endpoint)}</a>{' '}
        <span class="tag">{word(locale, `hookFormat.${endpoint.format}`)}</span>
      </p>
      <EndpointForm
        typed={typed}
        endpoint={endpoint}
        id={null}
        catalogue={context.catalogue}
        issues={issues}
        action={`${hookPath(endpoint.id)}/modifier`}
        locale={locale}
      />
    </>
  )
  return formPage(c, title, content, issues.size > 0)
}

function formPage(c: C, title: string, content: Child, refused: boolean) {
  const prefix = refused ? word(c.var.locale, 'errorPrefix') : ''
  return respond(c, { title: prefix + title, content, status: refused ? 422 : 200, secret: true })
}
