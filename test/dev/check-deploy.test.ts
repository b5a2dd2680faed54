import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unstable_readConfig } from 'wrangler'
import { type Deployed, faultsOf } from '../../dev/check-deploy.ts'

const good: Deployed = {
  vars: {
    COORDINATORS: 'coordination@pfongue.sn, secretariat@pfongue.sn',
    SITE_URL: 'https://recueil.pfongue.sn',
    SHEETS_ROOT_URL: 'https://sheets.googleapis.com',
  },
  d1_databases: [{ database_id: '6f1c2c3e-8a1b-4c55-9f0e-0b1f5a1d2c3d' }],
  access: { dev: { aud: 'recueil-local' } },
  observability: { redact_query_string: true },
}
const vars = (changes: Readonly<Record<string, unknown>>): Deployed => ({
  ...good,
  vars: { ...good.vars, ...changes },
})

describe('a deployment', () => {
  test('goes on with a configuration that is filled in', () => {
    expect(faultsOf(good)).toEqual([])
  })

  test.each([
    ['LOCAL', vars({ LOCAL: 'true' }), 'LOCAL'],
    ['LOCAL, even off', vars({ LOCAL: 'false' }), 'LOCAL'],
    ['the example coordinator', vars({ COORDINATORS: 'coordination@recueil.example' }), 'COORDINATORS'],
    ['one among others', vars({ COORDINATORS: 'a@pfongue.sn, b@example.org' }), 'COORDINATORS'],
    ['no coordinator', vars({ COORDINATORS: ' ' }), 'COORDINATORS'],
    ['another local audience', { ...good, access: { dev: { aud: 'production' } } }, '[access.dev]'],
    ['a site without encryption', vars({ SITE_URL: 'http://recueil.pfongue.sn' }), 'SITE_URL'],
    ['a local sheet', vars({ SHEETS_ROOT_URL: 'http://127.0.0.1:8788' }), 'SHEETS_ROOT_URL'],
    [
      'logs that keep keys of links',
      { ...good, observability: { redact_query_string: false } },
      '[observability]',
    ],
    ['nothing said of logs', { ...good, observability: undefined }, '[observability]'],
    [
      'no database',
      { ...good, d1_databases: [{ database_id: '00000000-0000-0000-0000-000000000000' }] },
      'database_id',
    ],
  ] as const)('is stopped by %s', (_, configuration, named) => {
    const faults = faultsOf(configuration)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(named)
  })

  test('is stopped as the repository comes, until it is filled in', () => {
    const faults = faultsOf(unstable_readConfig({ config: join(import.meta.dirname, '../../wrangler.toml') }))
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['COORDINATORS', 'database_id'])
  })
})
