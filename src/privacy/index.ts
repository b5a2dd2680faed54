export { consentFields, isToPublish, purposesOf, restingOn, withoutConsent } from './consent.ts'
export { type AskedField, personalFields } from './fields.ts'
export { daysRejected, keptApart } from './kept-apart.ts'
export {
  missingIn,
  monthsOf,
  type Notice,
  type NoticePart,
  noticeOf,
  periodOf,
} from './notice.ts'
export { registerOf } from './register.ts'
export { reviewNoticeOf } from './review.ts'
