import type { Row } from '../form/answers.ts'
import type { Criteria } from '../form/definition/index.ts'

/** What was sent, laid over what is recorded. */
type Assessed = {
  /** The recorded criteria, each with the assessment that was sent of it. */
  readonly rows: readonly Row[]
  /** What was sent of criteria that the record has no more. */
  readonly gone: readonly Row[]
}

/**
 * Lays assessments over the recorded criteria. A criterion is found by its text, those of the same text in their order:
 * its place may have changed since the page was opened. One of which nothing was sent stays as it is. Pure.
 */
export function assess(criteria: Criteria, recorded: readonly Row[], sent: readonly Row[]): Assessed {
  const { text, assessment, evidence } = criteria
  const left = [...sent]
  const rows = recorded.map((row) => {
    const at = left.findIndex((one) => sameText(one[text], row[text]))
    const [found] = at < 0 ? [] : left.splice(at, 1)
    if (!found) return row
    const { [assessment]: _, [evidence]: __, ...rest } = row
    return {
      ...rest,
      ...(found[assessment] !== undefined && { [assessment]: found[assessment] }),
      ...(found[evidence] !== undefined && { [evidence]: found[evidence] }),
    }
  })
  return { rows, gone: left }
}

const sameText = (one: unknown, other: unknown): boolean =>
  String(one ?? '').trim() === String(other ?? '').trim()
