import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { openApi } from '../../src/api/openapi/index.ts'

test.each(['fr', 'en'] as const)('the OpenAPI document in %s is valid OpenAPI 3.1', async (locale) => {
  const validator = new Validator()
  const document = openApi(catalogue, 'https://recueil.example', locale)
  const result = await validator.validate(JSON.parse(JSON.stringify(document)))
  expect(result.errors ?? []).toEqual([])
  expect(result.valid).toBe(true)
  expect(validator.version).toBe('3.1')
})
