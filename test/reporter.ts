import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { controls } from './proof/index.ts'
import { unproved } from './proof/ran.ts'

/** Closes a run with why tests were skipped, which security controls it did not prove, and one plain line of counts. */
export default class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    for (const [reason, skipped] of Map.groupBy(tests, reasonOf))
      if (reason !== null) console.log(`${skipped.length} skipped: ${reason}`)
    for (const missing of unprovedBy(modules)) {
      console.log(missing)
      process.exitCode = 1
    }
    console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
  }
}

/** What a test that skipped itself gave as its reason. */
function reasonOf(test: TestCase): string | null {
  const result = test.result()
  return result.state === 'skipped' ? (result.note ?? null) : null
}

/** Whoever runs some tests of a file by their name learns nothing of the others. */
function unprovedBy(modules: readonly TestModule[]): readonly string[] {
  if (process.argv.some((argument) => /^(?:-t|--testNamePattern)/.test(argument))) return []
  const file = (module: TestModule) => relative(import.meta.dirname, module.moduleId)
  const ran = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => ({
      file: file(module),
      name: test.name,
      state: test.result().state,
    })),
  )
  return unproved(controls, new Set(modules.map(file)), ran)
}
