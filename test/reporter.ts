import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Closes a run with why tests were skipped, and one plain line of counts. */
export default class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    for (const [reason, skipped] of Map.groupBy(tests, reasonOf))
      if (reason !== null) console.log(`${skipped.length} skipped: ${reason}`)
    console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
  }
}

/** What a test that skipped itself gave as its reason. */
function reasonOf(test: TestCase): string | null {
  const result = test.result()
  return result.state === 'skipped' ? (result.note ?? null) : null
}
