export { accept } from './accept.ts'
export { alikePairs, findAlike, findAlikeBefore, type Pair, tellApart } from './alike.ts'
export { type Attendee, attendanceFormOf, attendeesOf } from './attendance.ts'
export { documentWithAnnex } from './attended.ts'
export { carryVersions } from './carry.ts'
export { coordinate, revise } from './change.ts'
export { designate, minutesFormOf, minutesOf, type Writer } from './designate.ts'
export { canonicalJson } from './digest.ts'
export { type EditLink, editLinkOf, opensByEditLink, renewEditLink, revokeEditLink } from './edit-link.ts'
export { erase } from './erase.ts'
export { type PlacedWarning, publishes, warningsOf } from './exposure.ts'
export type { RecordEventType, SheetHappening, SheetSettled } from './happening.ts'
export { alert, note, noteAll, restoreRow, withdrawRow } from './in-sheet.ts'
export { linkKey, linkOpenedBy } from './link.ts'
export { endLink, renewLink } from './link-changes.ts'
export type { Notice } from './notice.ts'
export { plant } from './plant.ts'
export { frozenOf, type VersionContent } from './publish.ts'
export {
  deleteOldRejected,
  type Received,
  receive,
  releaseFirst,
  toldByWaiting,
  type Unreleased,
} from './quarantine.ts'
export type { Actor, Coordination, Receipt, StoredRecord } from './record.ts'
export { parseReference, referenceOf } from './reference.ts'
export { remind } from './remind.ts'
export { comment, commentLink, reviewEnd } from './review.ts'
export { type Found, mostFound, search } from './search.ts'
export { fillSearch } from './search-index.ts'
export { transition, transitionAsRead } from './transition.ts'
export { recordView } from './view.ts'
export { withdrawConsent } from './withdraw.ts'
