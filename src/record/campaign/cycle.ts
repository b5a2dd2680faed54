import type { Invitation } from '../../store/invitations.ts'

const day = 24 * 3600 * 1000

/**
 * Where a member stands. `again`: it answered so long ago that it is asked again. `retired`: nothing is awaited of it,
 * since the directory counts it no more. `askedAt`: since when an answer is awaited (milliseconds since 1970, UTC);
 * null when none is.
 */
export type Standing = {
  readonly state: 'unopened' | 'opened' | 'answered' | 'again' | 'retired'
  readonly askedAt: number | null
}

/** @param months after which what was answered is asked again */
export function standingOf(invitation: Invitation, months: number, now: number): Standing {
  const { invitedAt, openedAt, answeredAt, retired } = invitation
  const isAnswered = answeredAt !== null && answeredAt >= invitedAt
  if (retired) return { state: isAnswered ? 'answered' : 'retired', askedAt: null }
  if (!isAnswered) return { state: openedAt === null ? 'unopened' : 'opened', askedAt: invitedAt }
  const again = monthsAfter(answeredAt, months)
  return again <= now ? { state: 'again', askedAt: again } : { state: 'answered', askedAt: null }
}

/** The same day and hour some months later; the last day of a shorter month. */
export function monthsAfter(moment: number, months: number): number {
  const date = new Date(moment)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.getTime()
}

/** How long a word to a member stays due when no sweep ran. */
const patience = 30 * day

export type Round = {
  /** Whether members are still asked for the first time. */
  readonly open: boolean
  /** The last day (ISO 8601) on which they are. */
  readonly closing: string
  /** Days after a member was asked on which it is reminded. */
  readonly reminders: readonly number[]
}

/** Whether a campaign's last day (ISO 8601) is not over. */
export const isBeforeEnd = (closing: string, now: number): boolean => now < Date.parse(closing) + day

/**
 * Which day's word to a member is due: 0 asks, later ones remind; null when none is. Of several at once the last counts.
 */
export function dayDue({ open, closing, reminders }: Round, standing: Standing, now: number): number | null {
  const { state, askedAt } = standing
  if (askedAt === null) return null
  if (state !== 'again' && !(open && isBeforeEnd(closing, now))) return null
  const due = [0, ...reminders].filter((days) => askedAt + days * day <= now)
  const last = Math.max(...due)
  return due.length === 0 || now > askedAt + last * day + patience ? null : last
}
