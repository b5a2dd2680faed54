export { writeAtom } from './atom.ts'
export {
  type Dated,
  type Due,
  datesOf,
  dueReminders,
  isDeadline,
  isTimeToRemind,
  missedDeadlines,
  reminderRange,
} from './due.ts'
export { type CalendarEvent, type EventView, eventOf } from './event.ts'
export { type Feed, writeFeed } from './ics.ts'
export { type MeetingHappening, meetingHappening, meetingNotice } from './meeting.ts'
export { awaitedMinutes, lateMeetings, wantedOfMinutes, writtenMeetings } from './minutes.ts'
export { reminderNotice, reminderSubject, rowKey } from './reminder.ts'
