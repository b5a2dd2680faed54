import type { Row } from '../form/answers.ts'
import type { Criteria } from '../form/definition/index.ts'
import type { PlanItem } from './item.ts'

/** What an assessment says; `open`: there is none yet. */
export type Meaning = 'met' | 'partly' | 'unmet' | 'early' | 'open'

export const meanings: readonly Meaning[] = ['met', 'partly', 'unmet', 'early', 'open']

/** How many criteria there are of each meaning. */
export type CriteriaCount = Readonly<Record<Meaning, number>> & { readonly total: number }

/** An item's criteria, one row each. */
export const criteriaOf = ({ field }: Criteria, { answers }: PlanItem): readonly Row[] =>
  (answers[field] ?? []) as readonly Row[]

/** What the assessment of one criterion says. */
export function meaningOf({ assessment, met, partly, unmet }: Criteria, row: Row): Meaning {
  const code = row[assessment]
  if (typeof code !== 'string') return 'open'
  if (met.includes(code)) return 'met'
  if (partly.includes(code)) return 'partly'
  return unmet.includes(code) ? 'unmet' : 'early'
}

/** Counts the criteria of these items. */
export function countCriteria(criteria: Criteria, items: readonly PlanItem[]): CriteriaCount {
  const found = items.flatMap((item) => criteriaOf(criteria, item).map((row) => meaningOf(criteria, row)))
  const count = (meaning: Meaning) => found.filter((one) => one === meaning).length
  return {
    met: count('met'),
    partly: count('partly'),
    unmet: count('unmet'),
    early: count('early'),
    open: count('open'),
    total: found.length,
  }
}
