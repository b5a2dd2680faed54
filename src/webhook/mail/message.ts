import type { Notice } from '../../record/notice.ts'
import type { Correspondence } from '../endpoint.ts'
import { headerDate, headerText } from './header.ts'
import { quotedPrintable } from './quoted-printable.ts'

/** What a message is made of. */
export type Letter = Correspondence & {
  readonly notice: Notice
  /** The event's id: the message's is made of it, so that each attempt sends the same message. */
  readonly eventId: string
  /** When the event was: milliseconds since 1970, UTC. */
  readonly at: number
}

/**
 * An event's notice as a message to a list (RFC 5322, MIME): ASCII, lines ended by CRLF and of 998 octets at most. Every
 * attempt and every format gives the same bytes. It is addressed to the list itself, as Mailman asks of what it takes at
 * once, and leaves the headers about lists (RFC 2369, RFC 2919) to the list. Pure.
 */
export function writeMessage({ from, to, notice, eventId, at }: Letter): string {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const headers = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${headerText(notice.subject)}`,
    `Date: ${headerDate(at)}`,
    `Message-ID: <${eventId}@${domain}>`,
    'MIME-Version: 1.0',
    // RFC 3834: no holiday answer comes back.
    'Auto-Submitted: auto-generated',
  ]
  const text = part('text/plain; charset=utf-8', [], bodyOf(notice))
  if (notice.ics === undefined) return [...headers, text].join('\r\n')
  const boundary = `=_${eventId}`
  const invitation = part(
    `text/calendar; charset=utf-8${methodOf(notice.ics)}`,
    ['Content-Disposition: attachment; filename="invitation.ics"'],
    notice.ics,
  )
  return [
    ...headers,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    text,
    `--${boundary}`,
    invitation,
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

/** A body and what is said about it. Quoted-printable has no "=_", with which the boundary between parts begins. */
const part = (type: string, headers: readonly string[], body: string): string =>
  [
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: quoted-printable',
    ...headers,
    '',
    quotedPrintable(body),
    '',
  ].join('\r\n')

/** The text, with the address under it unless it is in it; nothing but what can be read. */
function bodyOf({ text, url }: Notice): string {
  const whole = url === '' || text.includes(url) ? text : `${text}\n\n${url}`
  return whole
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
}

/** The method of an iCalendar object, which its media type must repeat (RFC 5545 §8.1). */
function methodOf(ics: string): string {
  const [, method] = /^METHOD:([A-Z-]{1,20})\r?$/m.exec(ics) ?? []
  return method === undefined ? '' : `; method=${method}`
}
