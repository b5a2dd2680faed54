import type { Form, Group } from '../form/definition/index.ts'

/**
 * A message for people about an event, under `data.notice` of its payload: a mailing list sends it on as it is. Nothing
 * in it is personal. It is in French, the group's language: a list has many readers and one message.
 */
export type Notice = {
  /** One line. */
  readonly subject: string
  /** Plain text, the address last. */
  readonly text: string
  /** Where to read more; '' when nobody knows under which name the site is reached. */
  readonly url: string
  /** The meeting for a calendar program (iCalendar, with its METHOD). */
  readonly ics?: string
}

/** A subject under the group's name, in one line: "[GT MIGRATION] …". */
export const subjectOf = (group: Group | null, words: string): string =>
  `${group === null ? '' : `[${group.short}] `}${words.replaceAll(/\s*\n\s*/g, ' ')}`

/** The longest answer that a subject shows whole, in characters. */
const longestAnswer = 120

/** An answer as a subject shows it: a long one is cut, so that what follows it can be read; the text has it whole. */
export function inSubject(answer: string): string {
  const characters = [...answer]
  return characters.length > longestAnswer ? `${characters.slice(0, longestAnswer - 1).join('')}…` : answer
}

/**
 * The page that shows a record: its place in the plan when it is a meeting, where minutes are published, else its own.
 * @param site the site's origin, or ''
 */
export function addressOf(site: string, form: Form, reference: string): string {
  if (site === '') return ''
  return new URL(pathOf(form, reference), site).href
}

function pathOf({ calendar, minutes }: Form, reference: string): string {
  if (calendar !== null) return `/plan#${reference}`
  return minutes === null ? `/fiches/${reference}` : `/comptes-rendus/${reference}`
}
