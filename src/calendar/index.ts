export { type CalendarEvent, type EventView, eventOf } from './event.ts'
export { type Feed, writeFeed } from './ics.ts'
