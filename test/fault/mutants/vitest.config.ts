import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The mirror's tests alone, as the project `node` runs them, without the start of workerd: they are run a hundred times. */
export default defineConfig({
  root: join(import.meta.dirname, '../../..'),
  test: {
    execArgv: ['--js-base-64'],
    include: ['test/dev/mirror/**/*.test.ts', 'test/fault/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    bail: 1,
    maxWorkers: 1,
    // Caches are kept in node_modules, which the trees share.
    cache: false,
    fsModuleCache: false,
    reporters: ['json'],
  },
})
