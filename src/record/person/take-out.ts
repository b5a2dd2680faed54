import type { Context } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { wholePerson } from '../../person/known.ts'
import { type Finder, finderOf } from '../../person/match.ts'
import type { Person } from '../../person/person.ts'
import { answersWithout, erasedName, names, withoutPerson, withoutPersonIn } from '../../person/take-out.ts'
import { blankResponses } from '../../store/attempts.ts'
import { blankSomeEvents } from '../../store/blank-events.ts'
import { rewordComments } from '../../store/comments.ts'
import { forgetHolders } from '../../store/links.ts'
import { type Kept, keptOf, type TracedVersion } from '../../store/traces.ts'
import { redactVersions } from '../../store/versions.ts'
import { mentionsDue } from '../mentions.ts'
import type { VersionContent } from '../publish.ts'
import type { StoredRecord } from '../record.ts'
import { searchableVersion } from '../search-index.ts'
import { judgedAgain, write } from '../write.ts'

/**
 * Takes a person out of a record and leaves the rest of it: out of its answers and what is kept beside them, its
 * published versions, what was said of it, and its links. Events of its past that name them lose their content. It makes
 * a revision even if the record itself does not name them, so that no decision made before is written after.
 * @param proof what the event of it keeps
 * @throws problem 'erased'
 */
export async function takeOut(
  context: Context,
  form: Form,
  record: StoredRecord,
  person: Person,
  proof: string,
): Promise<void> {
  await judgedAgain(context, record, async (present) => {
    const kept = await keptOf(context.db, present.id)
    const find = finderOf(wholeOf(form, present, kept, person))
    const { note, assignee } = present.coordination
    const change = {
      answers: answersWithout(form, present.answers, find),
      coordination: {
        note: withoutPersonIn(note, find),
        assignee: names(assignee, find) ? '' : assignee,
      },
    }
    return write(context, form, present, {
      change,
      happenings: [{ type: 'person.erased', proof }],
      also: (event) => [
        ...keptWithout(context, form, present, kept, find, event),
        blankResponses(context.db, present.id, event),
        ...mentionsDue(context, form, present, { ...present, ...change }, event),
      ],
    })
  })
}

/** How the person is known by this record, as it is and as it was published. */
function wholeOf(form: Form, { answers }: StoredRecord, { versions }: Kept, person: Person): Person {
  const published = versions.map(({ content }) => JSON.parse(content) as VersionContent)
  return wholePerson(
    person,
    [{ answers }, ...published].map((said) => ({ form, answers: said.answers })),
  )
}

/** What takes the person out of all that is kept of a record beside its line; no statement where nothing names them. */
function keptWithout(
  context: Context,
  form: Form,
  record: StoredRecord,
  { events, versions, comments, links }: Kept,
  find: Finder,
  event: string,
): readonly D1PreparedStatement[] {
  const { db, now } = context
  const said = events
    .filter(({ payload, detail }) => names([JSON.parse(payload), JSON.parse(detail)], find))
    .map(({ seq }) => seq)
  const published = versions
    .filter(({ content }) => names(JSON.parse(content), find))
    .map((version) => ({ number: version.number, content: contentWithout(form, version, find) }))
  const commented = comments
    .filter(({ name, organisation, text }) => names([name, organisation, text], find))
    .map(({ id, name, organisation, text }) => {
      const isTheirs = names(name, find)
      return {
        id,
        name: isTheirs ? erasedName : name,
        organisation: isTheirs ? '' : withoutPersonIn(organisation, find),
        text: withoutPersonIn(text, find),
      }
    })
  const held = links.filter(({ holder }) => names(holder, find)).map(({ id }) => id)
  const newest = published.find(({ number }) => number === versions.at(-1)?.number)
  return [
    ...(said.length === 0 ? [] : [blankSomeEvents(db, said, event)]),
    ...(published.length === 0 ? [] : [redactVersions(db, record.id, published.map(asText), now, event)]),
    ...(newest === undefined ? [] : searchableVersion(context, form, record, newest.content, event)),
    ...(commented.length === 0 ? [] : [rewordComments(db, commented, event)]),
    ...(held.length === 0 ? [] : [forgetHolders(db, held, now, event)]),
  ]
}

const asText = ({ number, content }: { readonly number: number; readonly content: VersionContent }) => ({
  number,
  content: JSON.stringify(content),
})

function contentWithout(form: Form, { content }: TracedVersion, find: Finder): VersionContent {
  const { answers, document, ...rest } = JSON.parse(content) as VersionContent
  return { ...rest, answers: answersWithout(form, answers, find), document: withoutPerson(document, find) }
}
