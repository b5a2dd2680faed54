export {
  confirm,
  endWork,
  goOn,
  type Invited,
  invitedBy,
  isOwn,
  prefilled,
  recordsOfMember,
  refuseMoving,
  reportNothing,
} from './answer.ts'
export { isBeforeEnd, monthsAfter, type Standing } from './cycle.ts'
export { invitationsOf, inviteNewcomers, membersOf, replaceInvitation } from './invite.ts'
export {
  type Campaign,
  type CensusForm,
  campaignOf,
  type DirectoryForm,
  isCampaign,
  isDirectory,
  isOpen,
} from './layout.ts'
export { type AskedMember, membersAsked } from './members.ts'
export { remindLate, remindMembers } from './remind.ts'
export { type OpenCampaign, openCampaigns } from './standings.ts'
