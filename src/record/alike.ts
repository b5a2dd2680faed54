import type { Context } from '../context.ts'
import type { Likeness } from '../form/cartography.ts'
import type { Form } from '../form/definition.ts'
import { comparable, isAlike } from '../form/similarity.ts'
import { findDistinct, insertDistinct } from '../store/distinct.ts'
import { allRecords } from '../store/records.ts'
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
  return (await comparedIn(db, form, likeness)).filter(
    (record) => record.id !== except && areAlike(likeness, record.answers, answers),
  )
}

/** Two records that may be about the same thing. */
export type Pair = { readonly one: StoredRecord; readonly other: StoredRecord }

/** The pairs among a form's records that nobody has told apart yet, by number. */
export async function alikePairs({ db }: Context, form: Form): Promise<readonly Pair[]> {
  const { likeness } = form
  if (likeness === null) return []
  const [records, distinct] = await Promise.all([comparedIn(db, form, likeness), findDistinct(db, form.id)])
  return records.flatMap((one, index) =>
    records
      .slice(index + 1)
      .filter((other) => areAlike(likeness, one.answers, other.answers))
      .filter((other) => !distinct.has(`${one.id} ${other.id}`))
      .map((other) => ({ one, other })),
  )
}

/** Tells two records apart for good. */
export async function tellApart({ db, now }: Context, { one, other }: Pair): Promise<void> {
  await insertDistinct(db, one.form, [one.id, other.id], now).run()
}

const comparedIn = async (db: D1Database, form: Form, { double }: Likeness) =>
  (await allRecords(db, form)).filter(({ status }) => status !== double)

function areAlike({ title, address, among }: Likeness, one: Titled, other: Titled): boolean {
  if (among !== null && comparable(textOf(one, among)) !== comparable(textOf(other, among))) return false
  const place = address === null ? null : placeOf(textOf(one, address))
  if (place !== null && place === placeOf(textOf(other, address ?? ''))) return true
  return isAlike(textOf(one, title), textOf(other, title), leastAlike)
}

const textOf = (answers: Titled, name: string): string => String(answers[name] ?? '')

/** Host and path of an address, whatever its scheme, its "www." and its query; null when it is none. */
export function placeOf(address: string): string | null {
  const url = URL.parse(address.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  return url.hostname.replace(/^www\./, '') + url.pathname.replace(/\/+$/, '')
}
