import type { Catalogue, Form } from '../../form/definition/index.ts'
import { inLocale, jsonSchema } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import { type Operation, operations } from './operations/index.ts'
import { schemas } from './schemas.ts'

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const content = (type: string, schema: object) => ({ content: { [type]: { schema } } })
const json = (schema: object) => content('application/json', schema)
const problemAnswer = {
  description: 'Refused, and why (RFC 9457).',
  content: { 'application/problem+json': { schema: reference('Problem') } },
}
const problemAnswers = (statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [String(status), problemAnswer]))

/** The OpenAPI 3.1 document of every JSON route, made from the forms' definitions. */
export function openApi(catalogue: Catalogue, origin: string, locale: Locale): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations) {
    const path = `/api/v1${operation.path}`
    paths[path] = { ...paths[path], [operation.method]: operationObject(operation) }
  }
  for (const form of catalogue.forms)
    paths[`/api/v1/forms/${form.id}/records`] = { post: submission(form, locale) }
  return {
    openapi: '3.1.0',
    info: { title: 'Recueil', version: '1', summary: 'Forms, records, a mirrored sheet and webhooks.' },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: {
        ...schemas,
        ...Object.fromEntries(
          catalogue.forms.map((form) => [schemaName(form), withoutDialect(form, catalogue, locale)]),
        ),
      },
      securitySchemes: {
        access: {
          type: 'apiKey',
          in: 'header',
          name: 'Cf-Access-Jwt-Assertion',
          description: 'Cloudflare Access: a coordinator’s session or a service token.',
        },
      },
    },
  }
}

const schemaName = (form: Form): string => `Answers.${form.id}`

/** A schema inside the document says nothing of its dialect: the document's own is meant. */
function withoutDialect(form: Form, catalogue: Catalogue, locale: Locale): object {
  const {
    $schema: _,
    $id: __,
    ...schema
  } = jsonSchema(form, catalogue.lists, locale) as Record<string, unknown>
  return schema
}

function submission(form: Form, locale: Locale): object {
  return {
    operationId: `submit-${form.id}`,
    summary: inLocale(form.title, locale),
    description:
      'The id is made once a filling. The same again gives the same receipt (200); other answers under the id are refused (409).',
    security: form.submit === 'anyone' ? [] : [{ access: [] }],
    requestBody: {
      required: true,
      ...json({
        type: 'object',
        required: ['id', 'answers'],
        additionalProperties: false,
        properties: {
          id: {
            type: 'string',
            format: 'uuid',
            description: 'Of any version but 8, which is kept for records begun from others.',
          },
          answers: reference(schemaName(form)),
        },
      }),
    },
    responses: {
      '201': { description: 'Accepted.', ...json(reference('Receipt')) },
      '200': { description: 'Already accepted: the same receipt.', ...json(reference('Receipt')) },
      ...problemAnswers([...(form.submit === 'anyone' ? [] : [401, 403]), 400, 409, 410, 413, 415, 422, 429]),
    },
  }
}

function operationObject(operation: Operation): object {
  const parameters = [
    ...[...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...operation.query.map((name) => ({ name, in: 'query', required: false, schema: { type: 'string' } })),
    ...Object.entries(operation.headers).map(([name, description]) => ({
      name,
      in: 'header',
      required: true,
      schema: { type: 'string' },
      description,
    })),
  ]
  const answers = Object.entries(operation.answers).map(([status, name]) => [
    status,
    { description: operation.summary, ...(name !== null && content(operation.type, reference(name))) },
  ])
  return {
    operationId: operation.id,
    summary: operation.summary,
    security: operation.by === 'anyone' ? [] : [{ access: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(operation.body !== null && {
      requestBody: { required: !operation.isBodyOptional, ...json(reference(operation.body)) },
    }),
    responses: {
      ...Object.fromEntries(answers),
      ...problemAnswers([
        ...(operation.by === 'anyone' ? [] : [401, 403]),
        ...(operation.body === null ? [] : [400, 413, 415, 422]),
        ...operation.problems,
      ]),
    },
  }
}
