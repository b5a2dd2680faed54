import type { Context } from '../context.ts'
import { printed } from '../document/index.ts'
import type { Answers } from '../form/answers.ts'
import type { Form } from '../form/definition/index.ts'
import { textsIn } from '../form/names.ts'
import { isPersonalAnswer } from '../form/personal-answer.ts'
import { pick } from '../form/pick.ts'
import { isDue, type Sought, withoutAnswers } from '../privacy/due.ts'
import { blankResponses } from '../store/attempts.ts'
import { blankEvents } from '../store/blank-events.ts'
import { deleteCommentsOn } from '../store/comments.ts'
import { deleteLinksOf } from '../store/links.ts'
import { deleteWithdrawnOf } from '../store/sheet-withdrawn.ts'
import { redactVersions, versionsOf } from '../store/versions.ts'
import { mentionsDue } from './mentions.ts'
import type { VersionContent } from './publish.ts'
import type { StoredRecord } from './record.ts'
import { searchableVersion } from './search-index.ts'
import { judgedAgain, write } from './write.ts'

/**
 * Takes the answers to some fields out of a record whose time for them is over, and leaves the rest of it: out of its
 * answers, its history, what receivers answered, and what was published of it. A record that is not due any more, such
 * as one that was just corrected, is left as it is.
 * @param sought with fields: a whole record is erased (`erase`)
 */
export async function reduce(
  context: Context,
  sought: Sought & { readonly fields: readonly string[] },
  record: StoredRecord,
): Promise<void> {
  const { form, fields, purpose } = sought
  await judgedAgain(context, record, async (present) => {
    if (!isDue(sought, present)) return
    const answers = withoutAnswers(form, present.answers, fields)
    const published = await publishedWithout(context, form, present, fields)
    await write(context, form, present, {
      change: { answers },
      happenings: [{ type: 'answers.erased', purpose: purpose.id }],
      also: (event) => [
        blankEvents(context.db, present.id, event),
        blankResponses(context.db, present.id, event),
        deleteWithdrawnOf(context.db, present.id, event),
        ...(form.minutes === null
          ? []
          : [deleteCommentsOn(context.db, present.id, event), deleteLinksOf(context.db, present.id, event)]),
        ...published(event),
        ...mentionsDue(context, form, present, { ...present, answers }, event),
      ],
    })
  })
}

/** What stands where a name was. */
const gone = '[…]'

/** The statements that rewrite the versions of a record without what goes of it, and have the newest searched so. */
async function publishedWithout(
  context: Context,
  form: Form,
  record: StoredRecord,
  fields: readonly string[],
): Promise<(event: string) => readonly D1PreparedStatement[]> {
  const versions = form.minutes === null ? [] : await versionsOf(context.db, record.id)
  const [newest] = versions
  if (newest === undefined) return () => []
  const rewritten = versions.map(({ number, content }) => ({
    number,
    content: contentWithout(form, JSON.parse(content) as VersionContent, fields),
  }))
  const latest = rewritten[0]?.content
  return (event) => [
    redactVersions(
      context.db,
      record.id,
      rewritten.map(({ number, content }) => ({ number, content: JSON.stringify(content) })),
      context.now,
      event,
    ),
    ...(latest === undefined ? [] : searchableVersion(context, form, record, latest, event)),
  ]
}

/** The document says an answer as it was printed; a word that begins as a name does is none. */
function contentWithout(form: Form, content: VersionContent, fields: readonly string[]): VersionContent {
  const texts = answersTo(form, content.answers, fields)
    .flatMap((text) => [text, printed(text)])
    .filter((text) => text !== '')
    .toSorted((one, other) => other.length - one.length)
    .map((text) => new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(text)}(?![\\p{L}\\p{N}])`, 'gu'))
  const document = JSON.parse(JSON.stringify(content.document), (_, value: unknown) =>
    typeof value === 'string' ? texts.reduce((sum, text) => sum.replace(text, gone), value) : value,
  )
  return { ...content, answers: withoutAnswers(form, content.answers, fields), document }
}

const answersTo = (form: Form, answers: Answers, names: readonly string[]): readonly string[] =>
  Object.values(
    pick(
      form.fields,
      answers,
      (field, among) =>
        field.fields.length > 0 || (names.includes(field.name) && isPersonalAnswer(field, among[field.name])),
    ),
  ).flatMap(textsIn)
