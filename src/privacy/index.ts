export { type AskedField, personalFields } from './fields.ts'
export { missingIn, monthsOf, type Notice, noticeOf, noticeVersion, periodOf } from './notice.ts'
