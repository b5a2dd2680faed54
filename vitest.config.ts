import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => join(import.meta.dirname, relative)

/** Rooms that touch no binding, clock, random or network: what they come to is the same wherever it is reckoned. */
const pure = 'archive calendar document figures file form forms map plan privacy search'
  .split(' ')
  .map((room) => `test/${room}/**/*.test.ts`)

/** Uint8Array's toHex and toBase64, which workerd has, are behind a flag in Node 24. */
const flags = ['--js-base-64']

/**
 * Three projects: what runs in the Worker is tested in workerd with real D1, but for the pure rooms, whose tests take a
 * tenth of the time in Node; dev/ and the browser run in Node.
 */
export default defineConfig({
  test: {
    reporters: ['default', path('./test/reporter.ts')],
    // Vitest would leave a core to itself; and tests in browsers wait a good deal, while others can go on.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: path('./wrangler.toml') },
            miniflare: {
              assets: { directory: path('./dist/assets'), binding: 'ASSETS' },
              // No test speaks to anyone outside: what a test does not answer itself is answered 503.
              outboundService: () => new Response(null, { status: 503 }),
              email: { send_email: [{ name: 'EMAIL' }] },
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations(path('./src/store/migrations')),
                RECUEIL_SECRET: 'a secret for tests, long enough to be one',
                GOOGLE_SERVICE_ACCOUNT: '',
                LOCAL: 'false',
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [
            'test/dev/**',
            'test/browser/**',
            'test/bench/**',
            'test/fault/**',
            'test/proof/**',
            ...pure,
          ],
          setupFiles: [path('./test/setup.ts')],
          // A file begins with empty storage, but not with modules read anew: that took two seconds for each of them.
          isolate: false,
          // Not a measure: a machine that does something else beside takes its time.
          testTimeout: 20_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        // Nothing of theirs outlives a call, so that one file may follow another in the same worker.
        test: { name: 'pure', include: pure, isolate: false, execArgv: flags, testTimeout: 20_000 },
      },
      {
        test: {
          name: 'node',
          globalSetup: [path('./test/browser/migrated.ts')],
          execArgv: flags,
          include: ['dev', 'browser', 'fault', 'proof'].map((room) => `test/${room}/**/*.test.ts`),
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
