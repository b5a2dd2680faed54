import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => join(import.meta.dirname, relative)

/** Two projects: what runs in the Worker is tested in workerd with real D1; dev/ and the browser run in Node. */
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
          exclude: ['test/dev/**', 'test/browser/**', 'test/bench/**', 'test/fault/**', 'test/proof/**'],
          setupFiles: [path('./test/setup.ts')],
          // Not a measure: a machine that does something else beside takes its time.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'node',
          globalSetup: [path('./test/browser/migrated.ts')],
          // Uint8Array's toHex and toBase64, which workerd has, are behind a flag in Node 24.
          execArgv: ['--js-base-64'],
          include: ['dev', 'browser', 'fault', 'proof'].map((room) => `test/${room}/**/*.test.ts`),
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
