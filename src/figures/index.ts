export { type AnswerFigures, answerFigures, givenInPublic, type NetworkCount } from './answers.ts'
export {
  type CampaignFigures,
  campaignFigures,
  leastTold,
  type PublicCampaignFigures,
  publicCampaignFigures,
  type StandingCount,
} from './campaigns.ts'
export { type Counted, choicesOf, countChoices, hasCode } from './counting.ts'
export { type CriteriaFigures, criteriaFigures } from './criteria.ts'
export { type Figures, type Live, loadFigures } from './load.ts'
export { namedIn, namesOfMembers } from './members.ts'
export { type MonthFigures, monthFigures } from './months.ts'
export {
  type Breakdown,
  emptyRegions,
  type PeopleSum,
  type ProjectFigures,
  projectFigures,
  type RegionCount,
} from './projects.ts'
export { askedOf, together, wantedOf, wantedOfAnswers, wantedOfPlan, wantedOfProjects } from './wanted.ts'
