import type { Context } from '../context.ts'
import type { Form, Likeness } from '../form/definition/index.ts'
import { comparable, areAlike as namesAreAlike, type Shape, shapeOf } from '../form/similarity.ts'
import { findDistinct, insertDistinct } from '../store/distinct.ts'
import { allRecords } from '../store/records.ts'
import { checkAnswers } from './check.ts'
import { mayBeMentioned } from './published.ts'
import type { StoredRecord } from './record.ts'

/** How alike the titles of two records are that may be about the same thing. */
const leastAlike = 0.8

type Titled = Readonly<Record<string, unknown>>

/**
 * The live records of a form that may be about the same thing as these answers, by number: same host and path, or nearly
 * the same title.
 * @param except the id of the record that the answers are of
 */
export async function findAlike(
  { db }: Context,
  form: Form,
  answers: Titled,
  except: string,
): Promise<readonly StoredRecord[]> {
  const { likeness } = form
  if (likeness === null) return []
  const sought = outlineOf(likeness, answers)
  return (await comparedIn(db, form, likeness)).filter(
    (record) => record.id !== except && areAlike(outlineOf(likeness, record.answers), sought),
  )
}

/**
 * What is known already and like what is about to be sent, as far as whoever sends it may be told of it; nothing while
 * something else is to be corrected.
 * @param except the id that its record will have
 */
export async function findAlikeBefore(
  context: Context,
  form: Form,
  given: Titled,
  except: string,
): Promise<readonly StoredRecord[]> {
  if (!form.likeness?.beforehand) return []
  const { answers, issues } = await checkAnswers(context, form, given)
  if (issues.length > 0) return []
  const alike = await findAlike(context, form, answers, except)
  return context.actor.role === 'coordinator' ? alike : alike.filter((record) => mayBeMentioned(form, record))
}

/** Two records that may be about the same thing. */
export type Pair = { readonly one: StoredRecord; readonly other: StoredRecord }

/** The pairs among a form's records that nobody has told apart yet. */
export async function alikePairs({ db }: Context, form: Form): Promise<readonly Pair[]> {
  const { likeness } = form
  if (likeness === null) return []
  const [records, distinct] = await Promise.all([comparedIn(db, form, likeness), findDistinct(db, form.id)])
  const outlined = records.map((record) => ({ record, outline: outlineOf(likeness, record.answers) }))
  return [...Map.groupBy(outlined, ({ outline }) => outline.among).values()].flatMap((group) =>
    group.flatMap(({ record: one, outline }, index) =>
      group
        .slice(index + 1)
        .filter((other) => areAlike(outline, other.outline) && !distinct.has(`${one.id} ${other.record.id}`))
        .map((other) => ({ one, other: other.record })),
    ),
  )
}

/** Tells two records apart for good. */
export async function tellApart({ db, now }: Context, { one, other }: Pair): Promise<void> {
  await insertDistinct(db, one.form, [one.id, other.id], now).run()
}

const comparedIn = async (db: D1Database, form: Form, { double }: Likeness) =>
  (await allRecords(db, form)).filter(({ status }) => status !== double)

/** What two records are compared by, made ready once a record. */
type Outline = { readonly among: string; readonly place: string | null; readonly title: Shape }

const outlineOf = ({ title, address, among }: Likeness, answers: Titled): Outline => ({
  among: among === null ? '' : comparable(textOf(answers, among)),
  place: address === null ? null : placeOf(textOf(answers, address)),
  title: shapeOf(textOf(answers, title)),
})

const areAlike = (one: Outline, other: Outline): boolean =>
  one.among === other.among &&
  ((one.place !== null && one.place === other.place) || namesAreAlike(one.title, other.title, leastAlike))

const textOf = (answers: Titled, name: string): string => String(answers[name] ?? '')

/** Host and path of an address, whatever its scheme, its "www.", its case and its query; null when it is none. */
export function placeOf(address: string): string | null {
  const url = URL.parse(address.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  return (url.hostname.replace(/^www\./, '') + url.pathname.replace(/\/+$/, '')).toLowerCase()
}
