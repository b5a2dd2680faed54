export { accept } from './accept.ts'
export { alikePairs, findAlike, type Pair, tellApart } from './alike.ts'
export { type Attendee, attendanceFormOf, attendeesOf } from './attendance.ts'
export { documentWithAnnex } from './attended.ts'
export { carryVersions } from './carry.ts'
export { coordinate, revise } from './change.ts'
export { designate, minutesFormOf, minutesOf, type Writer } from './designate.ts'
export { canonicalJson } from './digest.ts'
export { type EditLink, editLinkOf, opensByEditLink, renewEditLink, revokeEditLink } from './edit-link.ts'
export { erase } from './erase.ts'
export type { RecordEventType, SheetHappening, SheetSettled } from './event.ts'
export { type PlacedWarning, publishes, warningsOf } from './exposure.ts'
export { alert, note, noteAll, restoreRow, withdrawRow } from './in-sheet.ts'
export { linkKey, linkOpenedBy } from './link.ts'
export { endLink, renewLink } from './link-changes.ts'
export { addressOf, inSubject, type Notice, subjectOf } from './notice.ts'
export { plant } from './plant.ts'
export { frozenOf, type VersionContent } from './publish.ts'
export {
  daysRejected,
  deleteOldRejected,
  type Received,
  receive,
  release,
  toldByWaiting,
} from './quarantine.ts'
export type { Actor, Coordination, Receipt, StoredRecord } from './record.ts'
export { parseReference, referenceOf } from './reference.ts'
export { remind } from './remind.ts'
export { type Comment, comment, commentLink, reviewEnd } from './review.ts'
export { type Found, mostFound, search } from './search.ts'
export { fillSearch } from './search-index.ts'
export type { Submission } from './submission.ts'
export { transition } from './transition.ts'
export { recordView } from './view.ts'
export { withdrawConsent } from './withdraw.ts'
