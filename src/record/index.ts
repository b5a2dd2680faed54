export { accept } from './accept.ts'
export { alikePairs, findAlike, type Pair, tellApart } from './alike.ts'
export { type Attendee, attendanceFormOf, attendeesOf } from './attendance.ts'
export { documentWithAnnex } from './attended.ts'
export { carryVersions } from './carry.ts'
export { coordinate, revise } from './change.ts'
export { designate, minutesFormOf, minutesOf, replaceLink, type Writer } from './designate.ts'
export { canonicalJson } from './digest.ts'
export { erase } from './erase.ts'
export type { SheetHappening } from './event.ts'
export { alert, note, restoreRow, withdrawRow } from './in-sheet.ts'
export { isEditKey, keyOpens } from './key.ts'
export { linkKey, linkOpenedBy } from './link.ts'
export { addressOf, inSubject, type Notice, subjectOf } from './notice.ts'
export { plant } from './plant.ts'
export { frozenOf, type VersionContent } from './publish.ts'
export {
  daysRejected,
  deleteOldRejected,
  type Received,
  receive,
  release,
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
