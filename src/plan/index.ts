export {
  type CriteriaCount,
  countCriteria,
  criteriaOf,
  type Meaning,
  meaningOf,
  meanings,
} from './criteria.ts'
export { dateOf, isDropped, isHeld, isMeeting, type PlanItem } from './item.ts'
export { compareItems } from './order.ts'
export { unplacedSoon } from './places.ts'
export { checkRhythm, type MonthCount, monthCounts } from './rhythm.ts'
export { elapsedOf, isIn, type PlanYear, spanOf, yearOf } from './year.ts'
