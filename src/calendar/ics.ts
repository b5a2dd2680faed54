import type { Locale } from '../form/text.ts'
import type { CalendarEvent } from './event.ts'
import { escapeText, fold } from './fold.ts'
import type { Span } from './span.ts'
import { labelled, words } from './words.ts'

/** A calendar that programs fetch again and again. */
export type Feed = {
  readonly name: string
  readonly locale: Locale
  /** Where it is fetched, and the page that shows the same to people. */
  readonly source: URL
  readonly page: URL
  readonly events: readonly CalendarEvent[]
  /** The references of the records that have no date. */
  readonly undated: readonly string[]
}

const zone = 'Africa/Dakar'
/** How often to look again; plans change by the day, not by the minute. */
const refresh = 'PT6H'

const product = ['VERSION:2.0', 'PRODID:-//Recueil//Recueil//EN', 'CALSCALE:GREGORIAN']

/** Africa/Dakar is at UTC all year (tz database: no change since 1941). */
const timeZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/**
 * The feed as iCalendar (RFC 5545, and RFC 7986 for what is about the calendar itself, each with the older X- name
 * that more programs read). Without METHOD, DTSTAMP is when the event last changed (RFC 5545, 3.8.7.2): the same
 * events always make the same bytes.
 */
export function writeFeed(feed: Feed): string {
  const description = noteOf(feed)
  const lines = [
    'BEGIN:VCALENDAR',
    ...product,
    text('NAME', feed.name),
    text('X-WR-CALNAME', feed.name),
    text('DESCRIPTION', description),
    text('X-WR-CALDESC', description),
    `X-WR-TIMEZONE:${zone}`,
    `SOURCE;VALUE=URI:${feed.source.href}`,
    `URL:${feed.page.href}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...timeZone,
    ...feed.events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return written(lines)
}

/**
 * One event as a message (RFC 5546): published to those who are to come, or cancelled under the same UID and a higher
 * SEQUENCE. No ORGANIZER: nobody's address is told, and nobody is asked to answer.
 */
export function writeMessage(event: CalendarEvent, method: 'PUBLISH' | 'CANCEL'): string {
  const lines = [
    'BEGIN:VCALENDAR',
    ...product,
    `METHOD:${method}`,
    ...timeZone,
    ...linesOf(method === 'CANCEL' ? { ...event, status: 'CANCELLED', free: true } : event),
    'END:VCALENDAR',
  ]
  return written(lines)
}

const written = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join('')

function linesOf(event: CalendarEvent): readonly string[] {
  const changedAt = moment(event.changedAt)
  return [
    'BEGIN:VEVENT',
    text('UID', event.uid),
    `DTSTAMP:${changedAt}`,
    `LAST-MODIFIED:${changedAt}`,
    `SEQUENCE:${event.sequence}`,
    ...times(event.span),
    text('SUMMARY', event.summary),
    ...(event.location === '' ? [] : [text('LOCATION', event.location)]),
    text('DESCRIPTION', event.description),
    `URL:${event.url}`,
    ...(event.status === null ? [] : [`STATUS:${event.status}`]),
    `TRANSP:${event.free ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

/** Whole days are dates and belong to no zone; hours are local time in the zone (RFC 5545, 3.3.4 and 3.3.5). */
function times({ kind, start, end }: Span): readonly string[] {
  const of = (property: string, value: string) =>
    kind === 'days'
      ? `${property};VALUE=DATE:${value.replaceAll('-', '')}`
      : `${property};TZID=${zone}:${value.replaceAll(/[-:]/g, '')}00`
  return [of('DTSTART', start), ...(end === null ? [] : [of('DTEND', end)])]
}

/** What the feed cannot show, for whoever reads its description. */
function noteOf({ locale, undated }: Feed): string {
  const months = words.months[locale]
  if (undated.length === 0) return months
  return `${months}\n${labelled(locale, words.leftOut[locale], `${undated.join(', ')}.`)}`
}

const text = (property: string, value: string): string => `${property}:${escapeText(value)}`

/** 20180924T143000Z. */
const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
