import { afterWorkingDays } from '../calendar/working-days.ts'
import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { isClean } from '../form/index.ts'
import { type Issue, problem } from '../problem.ts'
import { commentsOn, insertComment, type StoredComment } from '../store/comments.ts'
import { linksOf, type StoredLink } from '../store/links.ts'
import { enteredAt } from '../store/record-past.ts'
import { canonicalJson, derivedUuid } from './digest.ts'
import { keepLink, newLink } from './link.ts'
import type { StoredRecord } from './record.ts'

/** Comments on one record: far more than a meeting's worth, and an end to whoever would flood it. */
const mostComments = 500

/** The statements that give those present a link to comment with, when a record enters its review. */
export async function openReview(
  context: Context,
  form: Form,
  record: StoredRecord,
  to: string,
): Promise<(event: string) => Promise<readonly D1PreparedStatement[]>> {
  if (form.minutes?.review.state !== to || (await commentLink(context, record)) !== null)
    return async () => []
  const link = newLink(context, record.id, 'comment', '')
  return async (event) => [await keepLink(context, link, event)]
}

/** The live link by which those present comment on a record, or null. */
export async function commentLink({ db, now }: Context, { id }: StoredRecord): Promise<StoredLink | null> {
  return (await linksOf(db, id, now)).findLast(({ scope }) => scope === 'comment') ?? null
}

/** Until when a record is under review (milliseconds since 1970, UTC), or null when it is not. */
export async function reviewEnd({ db }: Context, form: Form, record: StoredRecord): Promise<number | null> {
  if (form.minutes?.review.state !== record.status) return null
  const since = await enteredAt(db, record.id, record.status)
  return since === null ? null : afterWorkingDays(since, form.minutes.review.days)
}

export type Comment = Pick<StoredComment, 'id' | 'name' | 'organisation' | 'text'>

/**
 * Keeps what somebody present says of minutes under review; the same comment sent again is kept once.
 * @throws problem 'invalid' when something is missing or too long, 'locked' when the review is over or has too many
 */
export async function comment(
  { db, now }: Context,
  form: Form,
  record: StoredRecord,
  given: Comment,
): Promise<void> {
  if (form.minutes?.review.state !== record.status) throw problem('locked')
  const issues = issuesIn(given)
  if (issues.length > 0) throw problem('invalid', { errors: issues })
  // Not the page's id alone: whoever goes back to a page that was sent may write something else in it.
  const id = await derivedUuid(canonicalJson({ ...given, record: record.id }))
  const kept = { ...given, id, record: record.id, revision: record.revision, at: now }
  if (await insertComment(db, kept, mostComments)) return
  if (!(await commentsOn(db, record.id)).some((one) => one.id === id)) throw problem('locked')
}

const limits = { name: 100, organisation: 150, text: 5000 } as const
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const labels = {
  name: { fr: 'Indiquez votre prénom et votre nom.', en: 'Give your full name.' },
  organisation: { fr: 'Indiquez votre organisation.', en: 'Give your organisation.' },
  text: { fr: 'Écrivez votre remarque.', en: 'Write your comment.' },
} as const

function issuesIn(given: Comment): readonly Issue[] {
  const keys = ['name', 'organisation', 'text'] as const
  const issues = keys.flatMap((key): readonly Issue[] => {
    const value = given[key].trim()
    const pointer = `/${key}`
    if (value === '') return [{ pointer, message: labels[key] }]
    if (value.length > limits[key])
      return [
        {
          pointer,
          message: {
            fr: `Écrivez ${limits[key]} caractères au plus.`,
            en: `Write at most ${limits[key]} characters.`,
          },
        },
      ]
    return isClean(value)
      ? []
      : [
          {
            pointer,
            message: {
              fr: 'Ce texte contient des caractères invisibles\u00a0: saisissez-le de nouveau.',
              en: 'This text has invisible characters: type it again.',
            },
          },
        ]
  })
  return uuid.test(given.id) ? issues : [{ pointer: '/id', message: labels.text }, ...issues]
}
