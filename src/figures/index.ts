export { type AnswerFigures, answerFigures, givenInPublic } from './answers.ts'
export {
  campaignFigures,
  leastTold,
  type PublicCampaignFigures,
  publicCampaignFigures,
  type StandingCount,
} from './campaigns.ts'
export { hasCode } from './counting.ts'
export type { CriteriaFigures } from './criteria.ts'
export { type Figures, loadFigures } from './load.ts'
export { namedIn, namesOfMembers } from './members.ts'
export { type MonthFigures, monthFigures } from './months.ts'
export { type Breakdown, emptyRegions, type ProjectFigures, projectFigures } from './projects.ts'
export { askedOf, together, wantedOfAnswers, wantedOfProjects } from './wanted.ts'
